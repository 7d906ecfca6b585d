/**
 * @file The contract: every method of the program, one object. What is not here cannot be called.
 */
import { actionMethods } from './actions.ts';
import { assetMethods } from './assets.ts';
import { attachmentMethods } from './attachments.ts';
import { backupMethods } from './backup.ts';
import { coverageMethods } from './coverage.ts';
import { deviceMethods } from './devices.ts';
import { disputeAgreementMethods } from './dispute-agreements.ts';
import { disputeReferralMethods } from './dispute-referrals.ts';
import { disputeMethods } from './disputes.ts';
import { draftMethods } from './drafts.ts';
import { enrolmentMethods } from './enrolment.ts';
import { exchangeMethods, fileMethods, hostMethods } from './exchange.ts';
import { forumMethods } from './forums.ts';
import { indicatorMethods } from './indicators.ts';
import { importMethods } from './imports.ts';
import { issueMethods } from './issues.ts';
import { holdingMethods } from './holdings.ts';
import { mappingMethods } from './mappings.ts';
import { meetingMethods } from './meetings.ts';
import type { AnyMethod } from './method.ts';
import { noticeMethods } from './notices.ts';
import { paperMethods } from './papers.ts';
import { planMethods } from './plans.ts';
import { overviewMethods, recordMethods, referenceMethods } from './records.ts';
import { partnerMethods } from './partners.ts';
import { placeMethods } from './places.ts';
import { ruleMethods } from './rules.ts';
import { sessionMethods } from './session.ts';
import { siteMethods } from './sites.ts';
import { stickMethods } from './sticks.ts';
import { trainingMethods } from './trainings.ts';
import { transferMethods } from './transfers.ts';
import { userMethods } from './users.ts';
import type { z } from './zod.ts';

export const contract = {
  ...sessionMethods,
  ...backupMethods,
  ...userMethods,
  ...enrolmentMethods,
  ...deviceMethods,
  ...exchangeMethods,
  ...fileMethods,
  ...noticeMethods,
  ...stickMethods,
  ...recordMethods,
  ...overviewMethods,
  ...draftMethods,
  ...forumMethods,
  ...meetingMethods,
  ...mappingMethods,
  ...trainingMethods,
  ...importMethods,
  ...issueMethods,
  ...indicatorMethods,
  ...actionMethods,
  ...siteMethods,
  ...coverageMethods,
  ...assetMethods,
  ...holdingMethods,
  ...planMethods,
  ...disputeMethods,
  ...disputeAgreementMethods,
  ...disputeReferralMethods,
  ...transferMethods,
  ...attachmentMethods,
  ...referenceMethods,
  ...ruleMethods,
  ...partnerMethods,
  ...placeMethods,
  ...paperMethods,
  ...hostMethods,
} as const satisfies Record<string, AnyMethod>;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller sends, before defaults are filled in. */
export type InputOf<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler gets. */
export type ParsedInputOf<M extends MethodName> = z.output<Contract[M]['input']>;
export type OutputOf<M extends MethodName> = z.output<Contract[M]['output']>;
export type CodeOf<M extends MethodName> = Contract[M]['errors'][number];

export const isMethodName = (name: string): name is MethodName => Object.hasOwn(contract, name);
