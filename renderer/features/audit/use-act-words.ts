import { useTranslation } from 'react-i18next';
import type { contract, MethodName } from '#shared/contract/contract.ts';
import type { CommandName } from '#renderer/client/use-command.ts';

/** Every command of a session is written down; of what happens before one, only some. */
type Audited = { [M in CommandName]: (typeof contract)[M]['permission'] extends 'public' ? never : M }[CommandName];
type Words = { readonly [M in Audited]: string } & { readonly [M in MethodName]?: string };

/** What a method does, as people call it. Null for methods that are written down only when they were refused. */
export function useActWords(): (method: string) => string | null {
  const { t } = useTranslation();
  const words: Words = {
    'home.confirmRecovery': t('about:act.homeConfirmRecovery'),
    'session.unlock': t('about:act.sessionUnlock'),
    'session.recover': t('about:act.sessionRecover'),
    'session.changePassphrase': t('about:act.sessionChangePassphrase'),
    'settings.get': t('about:act.settingsGet'),
    'settings.setLanguage': t('about:act.settingsSetLanguage'),
    'settings.setIdle': t('about:act.settingsSetIdle'),
    'rules.set': t('about:act.rulesSet'),
    'rules.withdraw': t('about:act.rulesWithdraw'),
    'partners.get': t('about:act.partnersGet'),
    'partners.create': t('about:act.partnersCreate'),
    'partners.edit': t('about:act.partnersEdit'),
    'partners.takeProposals': t('about:act.partnersTakeProposals'),
    'places.get': t('about:act.placesGet'),
    'places.add': t('about:act.placesAdd'),
    'places.edit': t('about:act.placesEdit'),
    'users.create': t('about:act.usersCreate'),
    'users.edit': t('about:act.usersEdit'),
    'users.resetPassphrase': t('about:act.usersResetPassphrase'),
    'users.disable': t('about:act.usersDisable'),
    'backup.write': t('about:act.backupWrite'),
    'backup.restore': t('about:act.backupRestore'),
    'enrol.request': t('about:act.enrolRequest'),
    'enrol.accept': t('about:act.enrolAccept'),
    'enrol.install': t('about:act.enrolInstall'),
    'enrol.renew': t('about:act.enrolRenew'),
    'enrol.move': t('about:act.enrolMove'),
    'devices.revoke': t('about:act.devicesRevoke'),
    'transfers.offer': t('about:act.transfersOffer'),
    'transfers.accept': t('about:act.transfersAccept'),
    'transfers.return': t('about:act.transfersReturn'),
    'transfers.withdraw': t('about:act.transfersWithdraw'),
    'sharing.share': t('about:act.sharingShare'),
    'sharing.stop': t('about:act.sharingStop'),
    'exchange.write': t('about:act.exchangeWrite'),
    'exchange.takeIn': t('about:act.exchangeTakeIn'),
    'exchange.retry': t('about:act.exchangeRetry'),
    'exchange.confirmClock': t('about:act.exchangeConfirmClock'),
    'notices.dismiss': t('about:act.noticesDismiss'),
    'files.stage': t('about:act.filesStage'),
    'records.void': t('about:act.recordsVoid'),
    'records.resolve': t('about:act.recordsResolve'),
    'records.resolveMany': t('about:act.recordsResolveMany'),
    'records.undoResolve': t('about:act.recordsUndoResolve'),
    'records.history': t('about:act.recordsHistory'),
    'drafts.put': t('about:act.draftsPut'),
    'drafts.get': t('about:act.draftsGet'),
    'drafts.discard': t('about:act.draftsDiscard'),
    'forums.get': t('about:act.forumsGet'),
    'forums.create': t('about:act.forumsCreate'),
    'forums.edit': t('about:act.forumsEdit'),
    'meetings.get': t('about:act.meetingsGet'),
    'meetings.create': t('about:act.meetingsCreate'),
    'meetings.edit': t('about:act.meetingsEdit'),
    'disputes.get': t('about:act.disputesGet'),
    'disputes.open': t('about:act.disputesOpen'),
    'disputes.edit': t('about:act.disputesEdit'),
    'disputes.move': t('about:act.disputesMove'),
    'disputes.addStep': t('about:act.disputesAddStep'),
    'disputes.assign': t('about:act.disputesAssign'),
    'attachments.add': t('about:act.attachmentsAdd'),
    'attachments.remove': t('about:act.attachmentsRemove'),
    'attachments.restore': t('about:act.attachmentsRestore'),
    'attachments.piece': t('about:act.attachmentsPiece'),
  };
  return (method) => (words as Readonly<Record<string, string>>)[method] ?? null;
}
