import { useTranslation } from 'react-i18next';
import type { MethodName } from '#shared/contract/contract.ts';

/** What a method does, as people call it. Null for methods that are written down only when they were refused. */
export function useActWords(): (method: string) => string | null {
  const { t } = useTranslation();
  const words: { readonly [M in MethodName]?: string } = {
    'home.confirmRecovery': t('about:act.homeConfirmRecovery'),
    'session.unlock': t('about:act.sessionUnlock'),
    'session.recover': t('about:act.sessionRecover'),
    'session.changePassphrase': t('about:act.sessionChangePassphrase'),
    'settings.get': t('about:act.settingsGet'),
    'settings.setLanguage': t('about:act.settingsSetLanguage'),
    'settings.setIdle': t('about:act.settingsSetIdle'),
    'users.create': t('about:act.usersCreate'),
    'users.edit': t('about:act.usersEdit'),
    'users.resetPassphrase': t('about:act.usersResetPassphrase'),
    'users.disable': t('about:act.usersDisable'),
    'enrol.request': t('about:act.enrolRequest'),
    'enrol.accept': t('about:act.enrolAccept'),
    'enrol.install': t('about:act.enrolInstall'),
    'exchange.write': t('about:act.exchangeWrite'),
    'exchange.takeIn': t('about:act.exchangeTakeIn'),
    'files.stage': t('about:act.filesStage'),
    'records.void': t('about:act.recordsVoid'),
    'records.resolve': t('about:act.recordsResolve'),
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
