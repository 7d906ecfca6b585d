/** @file Every method's handler: a missing one does not compile. */
import type { Handlers } from './context.ts';
import { actionHandlers } from './features/actions/actions-handlers.ts';
import { assetHandlers } from './features/assets/assets-handlers.ts';
import { attachmentHandlers } from './features/attachments/attachments-handlers.ts';
import { auditHandlers } from './features/audit/audit-handlers.ts';
import { backupHandlers } from './features/backup/backup-handlers.ts';
import { deviceHandlers } from './features/devices/devices-handlers.ts';
import { disputeHandlers } from './features/disputes/disputes-handlers.ts';
import { draftHandlers } from './features/drafts/drafts-handlers.ts';
import { enrolmentHandlers } from './features/enrolment/enrolment-handlers.ts';
import { exchangeHandlers } from './features/exchange/exchange-handlers.ts';
import { fileHandlers } from './features/files/file-handlers.ts';
import { forumHandlers } from './features/forums/forums-handlers.ts';
import { indicatorHandlers } from './features/indicators/indicators-handlers.ts';
import { importHandlers } from './features/imports/imports-handlers.ts';
import { issueHandlers } from './features/issues/issues-handlers.ts';
import { holdingHandlers } from './features/holdings/holdings-handlers.ts';
import { mappingHandlers } from './features/mappings/mappings-handlers.ts';
import { meetingHandlers } from './features/meetings/meetings-handlers.ts';
import { noticeHandlers } from './features/notices/notices-handlers.ts';
import { overviewHandlers } from './features/overview/overview-handlers.ts';
import { paperHandlers } from './features/papers/papers-handlers.ts';
import { planHandlers } from './features/plans/plans-handlers.ts';
import { recordHandlers } from './features/records/records-handlers.ts';
import { referenceHandlers } from './features/reference/reference-handlers.ts';
import { partnerHandlers } from './features/partners/partners-handlers.ts';
import { placeHandlers } from './features/places/places-handlers.ts';
import { ruleHandlers } from './features/rules/rules-handlers.ts';
import { homeInitHandlers, sessionHandlers } from './features/session/session-handlers.ts';
import { settingsHandlers } from './features/settings/settings-handlers.ts';
import { siteHandlers } from './features/sites/sites-handlers.ts';
import { stickHandlers } from './features/sticks/sticks-handlers.ts';
import { trainingHandlers } from './features/trainings/trainings-handlers.ts';
import { sharingHandlers, transferHandlers } from './features/transfers/transfers-handlers.ts';
import { userHandlers } from './features/users/users-handlers.ts';

export const handlers: Handlers = {
  ...sessionHandlers,
  ...homeInitHandlers,
  ...backupHandlers,
  ...settingsHandlers,
  ...userHandlers,
  ...enrolmentHandlers,
  ...deviceHandlers,
  ...exchangeHandlers,
  ...fileHandlers,
  ...noticeHandlers,
  ...stickHandlers,
  ...recordHandlers,
  ...overviewHandlers,
  ...draftHandlers,
  ...auditHandlers,
  ...forumHandlers,
  ...meetingHandlers,
  ...mappingHandlers,
  ...trainingHandlers,
  ...importHandlers,
  ...issueHandlers,
  ...indicatorHandlers,
  ...actionHandlers,
  ...siteHandlers,
  ...assetHandlers,
  ...holdingHandlers,
  ...planHandlers,
  ...disputeHandlers,
  ...transferHandlers,
  ...sharingHandlers,
  ...attachmentHandlers,
  ...referenceHandlers,
  ...ruleHandlers,
  ...partnerHandlers,
  ...placeHandlers,
  ...paperHandlers,
};
