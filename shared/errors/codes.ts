/**
 * @file Every expected refusal of the program, declared once with the type of its parameters.
 * Each code has a sentence in each language: `errors:<code with / as .>`, checked by a test.
 */
import { AGREEMENT_FAULT_CODES } from '#shared/domain/agreement-rules.ts';
import { FORUM_FAULT_CODES } from '#shared/domain/forum-guards.ts';
import { HOLDING_FAULT_CODES } from '#shared/domain/holding-rules.ts';
import { MAPPING_FAULT_CODES } from '#shared/domain/mapping-faults.ts';
import { MEETING_FAULT_CODES } from '#shared/domain/meeting-rules.ts';
import { TRAINING_FAULT_CODES } from '#shared/domain/training-faults.ts';
import type { ExchangeCode } from './exchange-codes.ts';
import { CELL_CODES, SHEET_CODES, type SheetErrorParams } from './sheet-codes.ts';

export type ErrorParams = {
  'call/unknown-method': { method: string };
  /** Fields by path; each carries the code of its own sentence. */
  'call/bad-input': { fields: readonly { path: string; code: string }[] };
  'call/too-large': { maxBytes: number };
  'session/required': Record<string, never>;
  'session/forbidden': Record<string, never>;
  /** One answer for a wrong name and a wrong passphrase. */
  'session/refused': { waitMs: number };
  'session/wait': { seconds: number };
  'passphrase/too-short': Record<string, never>;
  'recovery/mistyped': Record<string, never>;
  'recovery/wrong': Record<string, never>;
  'home/exists': Record<string, never>;
  'home/empty': Record<string, never>;
  'home/damaged': Record<string, never>;
  'store/full': Record<string, never>;
  'store/io': Record<string, never>;
  'store/corrupt': Record<string, never>;
  'store/wrong-key': Record<string, never>;
  'store/open-elsewhere': Record<string, never>;
  'store/too-new': Record<string, never>;
  'node/not-enrolled': Record<string, never>;
  'node/already-enrolled': Record<string, never>;
  'node/service-not-offered': { service: string };
  'node/not-the-directorate': Record<string, never>;
  /** This device was revoked: what it writes counts nowhere. */
  'node/revoked': Record<string, never>;
  'record/not-found': Record<string, never>;
  /** Someone else saved in between; `groups` names what is different now. */
  'record/changed': { groups: readonly string[] };
  'record/voided': Record<string, never>;
  'record/not-yours': Record<string, never>;
  /** It holds what only a newer program understands; writing here might undo it. */
  'record/newer-program': Record<string, never>;
  /** Its owner has offered it to another office, which has not answered yet. */
  'record/offered-away': Record<string, never>;
  'record/no-conflict': Record<string, never>;
  /** Accounts kept one after the other would not fit into one field. */
  'record/accounts-too-long': Record<string, never>;
  'rule/out-of-bounds': Record<string, never>;
  /** A value from this day on stands there already. */
  'rule/day-taken': Record<string, never>;
  /** A place lies in a greater one, and smaller ones in it. */
  'place/not-within': Record<string, never>;
  /** Unlikely, so a reason is asked for. */
  'place/far-from-parent': { km: number };
  'user/name-taken': Record<string, never>;
  'user/not-found': Record<string, never>;
  'user/last-administrator': Record<string, never>;
  /** Ending and reviving a forum are acts of their own. */
  'forum/status-by-act': Record<string, never>;
  'forum/ended': Record<string, never>;
  'forum/not-ended': Record<string, never>;
  /** Before it was founded, ended or revived last. */
  'forum/before-last-turn': { day: string };
  /** Merged into what: another forum of this office that goes on. */
  'forum/no-merger-target': Record<string, never>;
  'meeting/unknown-member': { member: string };
  'meeting/unknown-agenda-item': { item: string };
  /** Its minutes are approved: they change by a correction alone. */
  'meeting/approved': Record<string, never>;
  'meeting/not-approved': Record<string, never>;
  /** There are no minutes to approve: it did not take place, or nobody's attendance was recorded. */
  'meeting/nothing-to-approve': Record<string, never>;
  'meeting/unknown-version': Record<string, never>;
  'training/unknown-forum': Record<string, never>;
  'training/unknown-participant': Record<string, never>;
  'training/unknown-day': Record<string, never>;
  /** Attendance of a training that is planned or was called off. */
  'training/not-begun': Record<string, never>;
  'training/not-held': Record<string, never>;
  /** A participant who holds a certificate, or held one, stays in the list. */
  'training/certified': Record<string, never>;
  /** So many certificates would no longer be earned. */
  'training/not-earned': { count: number };
  'training/nobody-to-certify': Record<string, never>;
  /** The day of issue lies before the last day of the training. */
  'training/certificate-before-end': { last: string };
  'training/no-certificate': Record<string, never>;
  /** No action of this meeting, or nothing was told of it under this id. */
  'action/unknown': Record<string, never>;
  'action/before-meeting': { date: string };
  /** Told in the review of a meeting: its minutes say it too. */
  'action/in-minutes': Record<string, never>;
  /** `handed_over` is the status of what has a hand-over. */
  'holding/handover-required': Record<string, never>;
  'holding/no-such-site': Record<string, never>;
  'holding/unknown-entry': Record<string, never>;
  'holding/before-acquired': Record<string, never>;
  'plan/unknown-session': Record<string, never>;
  'plan/too-many-problems': { max: number };
  /** Endorsed: an officer changes it by a new version, with a day and a reason. */
  'plan/locked': Record<string, never>;
  'plan/score-by-review': Record<string, never>;
  'plan/move-not-allowed': { from: string; to: string };
  /** Before the last step of the plan's life. */
  'plan/date-too-early': { since: string };
  'plan/reason-required': Record<string, never>;
  'plan/not-in-consultation': Record<string, never>;
  'plan/no-problems': Record<string, never>;
  'plan/unknown-meeting': Record<string, never>;
  'plan/no-quorum': { present: number; needed: number };
  'plan/voices-missing': { women: boolean; youth: boolean };
  'plan/not-in-force': Record<string, never>;
  'plan/scores-incomplete': Record<string, never>;
  'plan/not-endorsed': Record<string, never>;
  'plan/unknown-action': Record<string, never>;
  /** Its figures have gone to the directorate; an officer may reopen it. */
  'mapping/closed': Record<string, never>;
  'mapping/not-closed': Record<string, never>;
  'mapping/closed-before-held': Record<string, never>;
  'mapping/nobody-counted': Record<string, never>;
  'dispute/stage-not-allowed': { from: string; to: string };
  'dispute/outcome-required': Record<string, never>;
  'dispute/supervisor-only': Record<string, never>;
  'dispute/unknown-step': Record<string, never>;
  'dispute/not-a-mediator': { userId: string };
  'dispute/place-too-fine': { place: string };
  'dispute/closed': Record<string, never>;
  'dispute/unknown-agreement': Record<string, never>;
  'dispute/agreement-signed': Record<string, never>;
  'dispute/agreement-not-signed': Record<string, never>;
  'dispute/agreement-superseded': Record<string, never>;
  'dispute/agreement-not-ready': { missing: readonly string[] };
  'dispute/unknown-term': Record<string, never>;
  'dispute/unknown-party': Record<string, never>;
  'dispute/unknown-endorser': Record<string, never>;
  'dispute/minors-care-missing': Record<string, never>;
  'dispute/unknown-follow-up': Record<string, never>;
  'dispute/unknown-referral': Record<string, never>;
  'dispute/referral-sent': Record<string, never>;
  'dispute/referral-not-sent': Record<string, never>;
  'dispute/consent-missing': { body: string; status: string };
  'dispute/no-high-risk': Record<string, never>;
  'indicators/period-backwards': Record<string, never>;
  /** Small numbers are hidden: own dates, taken from one another, would tell them. */
  'indicators/calendar-period-only': Record<string, never>;
  /** The same of places. */
  'indicators/no-places': Record<string, never>;
  'transfer/unknown-node': Record<string, never>;
  'transfer/already-offered': Record<string, never>;
  'transfer/not-offered': Record<string, never>;
  'transfer/not-all-here': { readonly count: number };
  'transfer/open-conflicts': { readonly count: number };
  'transfer/too-large': Record<string, never>;
  /** What was asked and how it was answered: codes of consent_scope and consent_status. */
  'sharing/consent-missing': { scope: string; status: string };
  'device/unknown': Record<string, never>;
  'device/already-revoked': Record<string, never>;
  'device/unknown-change': Record<string, never>;
  'device/own': Record<string, never>;
  'enrol/not-a-request': Record<string, never>;
  'enrol/not-an-answer': Record<string, never>;
  'enrol/not-for-us': Record<string, never>;
  'enrol/fingerprint-differs': Record<string, never>;
  'enrol/bad-key': Record<string, never>;
  'enrol/parent-unknown': Record<string, never>;
  'enrol/code-taken': { code: string };
  /** No node of this kind, or none at all. */
  'enrol/node-unknown': Record<string, never>;
  /** A neighbour holds a newer roster than the directorate itself, which was restored. */
  'enrol/roster-behind': Record<string, never>;
  'enrol/not-at-the-directorate': Record<string, never>;
  'notice/not-found': Record<string, never>;
  'exchange/no-peer': Record<string, never>;
  'exchange/no-such-file': Record<string, never>;
  'exchange/which-peer': { peers: readonly string[] };
  'exchange/self-check-failed': Record<string, never>;
  'exchange/budget-too-small': { minBytes: number };
  /** By the person who had begun it. */
  'exchange/stopped': Record<string, never>;
  'attachment/not-found': Record<string, never>;
  /** Its parts have not all come, or it is kept at the office. */
  'attachment/not-here': Record<string, never>;
  'attachment/damaged': Record<string, never>;
  'attachment/no-such-class': { class: string };
  'file/unknown-token': Record<string, never>;
  'file/not-found': Record<string, never>;
  'file/exists': Record<string, never>;
  'file/no-space': { needBytes: number; freeBytes: number };
  'file/cannot-write': Record<string, never>;
  'file/too-large': { maxBytes: number };
  /** The stick, or the folder that was chosen, is no longer there. */
  'file/stick-gone': Record<string, never>;
  'file/cannot-read': Record<string, never>;
  /** Larger than any file of ours. */
  'file/oversized': Record<string, never>;
  /** Somebody wrote to it while it was read. */
  'file/changed': Record<string, never>;
  /** A link, a folder, a device, or a name that stands for one. */
  'file/not-a-file': Record<string, never>;
  'backup/not-a-backup': Record<string, never>;
  'backup/too-new': Record<string, never>;
  'backup/truncated': Record<string, never>;
  'backup/damaged': Record<string, never>;
  /** One answer for a wrong name, a wrong passphrase, and a person who is no administrator in it. */
  'backup/refused': Record<string, never>;
  'backup/self-check-failed': Record<string, never>;
  'host/no-dialog': Record<string, never>;
  /** No browser on this PC that could make a PDF. */
  'host/no-pdf': Record<string, never>;
  'host/pdf-failed': Record<string, never>;
  /** The number of this copy stands on another paper already. */
  'paper/copy-taken': Record<string, never>;
  'paper/not-a-pdf': Record<string, never>;
  /** Not the digits of a square code that this program prints on sealed papers. */
  'paper/no-seal': Record<string, never>;
  internal: { reference: string };
} & SheetErrorParams & { [C in ExchangeCode]: Record<string, never> };

export type ErrorCode = keyof ErrorParams;

export type AppError<C extends ErrorCode = ErrorCode> = {
  [K in C]: { readonly code: K; readonly params: ErrorParams[K] };
}[C];

/** Sentences of single fields, `errors:field.<name>`. */
export const FIELD_CODES = [
  'field/required',
  'field/too-long',
  'field/bad-date',
  'field/impossible-date',
  'field/unknown-code',
  'field/bad-number',
  'field/bad-value',
  'field/before-start',
  'field/before-raised',
  'field/before-meeting',
  'field/bad-position',
  'field/outside-iraq',
  'field/not-within',
  'field/day-taken',
  ...MAPPING_FAULT_CODES,
  ...MEETING_FAULT_CODES,
  ...HOLDING_FAULT_CODES,
  ...FORUM_FAULT_CODES,
  ...TRAINING_FAULT_CODES,
  ...AGREEMENT_FAULT_CODES,
  ...CELL_CODES,
  'field/score',
] as const;

/** Every refusal may answer these besides its own list: they come from dispatch, not from a use-case. */
export const DISPATCH_CODES = [
  'call/unknown-method',
  'call/bad-input',
  'call/too-large',
  'session/required',
  'session/forbidden',
  'home/empty',
  'node/revoked',
  'store/full',
  'store/io',
  'store/corrupt',
  'internal',
] as const satisfies readonly ErrorCode[];

/** Runtime list for the test that every code has a sentence; the type above keeps it complete. */
const OWN_CODES = {
  'call/unknown-method': true,
  'call/bad-input': true,
  'call/too-large': true,
  'session/required': true,
  'session/forbidden': true,
  'session/refused': true,
  'session/wait': true,
  'passphrase/too-short': true,
  'recovery/mistyped': true,
  'recovery/wrong': true,
  'home/exists': true,
  'home/empty': true,
  'home/damaged': true,
  'store/full': true,
  'store/io': true,
  'store/corrupt': true,
  'store/wrong-key': true,
  'store/open-elsewhere': true,
  'store/too-new': true,
  'node/not-enrolled': true,
  'node/already-enrolled': true,
  'node/service-not-offered': true,
  'node/not-the-directorate': true,
  'node/revoked': true,
  'record/not-found': true,
  'record/changed': true,
  'record/voided': true,
  'record/not-yours': true,
  'record/newer-program': true,
  'record/offered-away': true,
  'record/no-conflict': true,
  'record/accounts-too-long': true,
  'rule/out-of-bounds': true,
  'rule/day-taken': true,
  'place/not-within': true,
  'place/far-from-parent': true,
  'user/name-taken': true,
  'user/not-found': true,
  'user/last-administrator': true,
  'forum/status-by-act': true,
  'forum/ended': true,
  'forum/not-ended': true,
  'forum/before-last-turn': true,
  'forum/no-merger-target': true,
  'meeting/unknown-member': true,
  'meeting/unknown-agenda-item': true,
  'meeting/approved': true,
  'meeting/not-approved': true,
  'meeting/nothing-to-approve': true,
  'meeting/unknown-version': true,
  'training/unknown-forum': true,
  'training/unknown-participant': true,
  'training/unknown-day': true,
  'training/not-begun': true,
  'training/not-held': true,
  'training/certified': true,
  'training/not-earned': true,
  'training/nobody-to-certify': true,
  'training/certificate-before-end': true,
  'training/no-certificate': true,
  'action/unknown': true,
  'action/before-meeting': true,
  'action/in-minutes': true,
  'holding/handover-required': true,
  'holding/no-such-site': true,
  'holding/unknown-entry': true,
  'holding/before-acquired': true,
  'plan/unknown-session': true,
  'plan/too-many-problems': true,
  'plan/locked': true,
  'plan/score-by-review': true,
  'plan/move-not-allowed': true,
  'plan/date-too-early': true,
  'plan/reason-required': true,
  'plan/not-in-consultation': true,
  'plan/no-problems': true,
  'plan/unknown-meeting': true,
  'plan/no-quorum': true,
  'plan/voices-missing': true,
  'plan/not-in-force': true,
  'plan/scores-incomplete': true,
  'plan/not-endorsed': true,
  'plan/unknown-action': true,
  'mapping/closed': true,
  'mapping/not-closed': true,
  'mapping/closed-before-held': true,
  'mapping/nobody-counted': true,
  'dispute/stage-not-allowed': true,
  'dispute/outcome-required': true,
  'dispute/supervisor-only': true,
  'dispute/unknown-step': true,
  'dispute/not-a-mediator': true,
  'dispute/place-too-fine': true,
  'dispute/closed': true,
  'dispute/unknown-agreement': true,
  'dispute/agreement-signed': true,
  'dispute/agreement-not-signed': true,
  'dispute/agreement-superseded': true,
  'dispute/agreement-not-ready': true,
  'dispute/unknown-term': true,
  'dispute/unknown-party': true,
  'dispute/unknown-endorser': true,
  'dispute/minors-care-missing': true,
  'dispute/unknown-follow-up': true,
  'dispute/unknown-referral': true,
  'dispute/referral-sent': true,
  'dispute/referral-not-sent': true,
  'dispute/consent-missing': true,
  'dispute/no-high-risk': true,
  'indicators/period-backwards': true,
  'indicators/calendar-period-only': true,
  'indicators/no-places': true,
  'transfer/unknown-node': true,
  'transfer/already-offered': true,
  'transfer/not-offered': true,
  'transfer/not-all-here': true,
  'transfer/open-conflicts': true,
  'transfer/too-large': true,
  'sharing/consent-missing': true,
  'device/unknown': true,
  'device/already-revoked': true,
  'device/unknown-change': true,
  'device/own': true,
  'enrol/not-a-request': true,
  'enrol/not-an-answer': true,
  'enrol/not-for-us': true,
  'enrol/fingerprint-differs': true,
  'enrol/bad-key': true,
  'enrol/parent-unknown': true,
  'enrol/code-taken': true,
  'enrol/node-unknown': true,
  'enrol/roster-behind': true,
  'enrol/not-at-the-directorate': true,
  'notice/not-found': true,
  'exchange/no-peer': true,
  'exchange/no-such-file': true,
  'exchange/which-peer': true,
  'exchange/self-check-failed': true,
  'exchange/budget-too-small': true,
  'exchange/stopped': true,
  'attachment/not-found': true,
  'attachment/not-here': true,
  'attachment/damaged': true,
  'attachment/no-such-class': true,
  'file/unknown-token': true,
  'file/not-found': true,
  'file/exists': true,
  'file/no-space': true,
  'file/cannot-write': true,
  'file/too-large': true,
  'file/stick-gone': true,
  'file/cannot-read': true,
  'file/oversized': true,
  'file/changed': true,
  'file/not-a-file': true,
  'backup/not-a-backup': true,
  'backup/too-new': true,
  'backup/truncated': true,
  'backup/damaged': true,
  'backup/refused': true,
  'backup/self-check-failed': true,
  'host/no-dialog': true,
  'host/no-pdf': true,
  'host/pdf-failed': true,
  'paper/copy-taken': true,
  'paper/not-a-pdf': true,
  'paper/no-seal': true,
  internal: true,
  ...SHEET_CODES,
} satisfies Record<Exclude<ErrorCode, ExchangeCode>, true>;

export const APP_CODES = Object.keys(OWN_CODES) as Exclude<ErrorCode, ExchangeCode>[];

/** Builds the error value of a refusal. */
export const refusal = <C extends ErrorCode>(code: C, params: ErrorParams[C]): AppError<C> =>
  ({ code, params }) as AppError<C>;
