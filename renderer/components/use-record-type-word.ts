import { useTranslation } from 'react-i18next';

/** What kind of record it is; a kind that this version does not know comes from a newer one. */
export function useRecordTypeWord(): (recordType: string) => string {
  const { t } = useTranslation();
  const words: Readonly<Record<string, string>> = {
    forum: t('common:recordType.forum'),
    meeting: t('common:recordType.meeting'),
    issue: t('common:recordType.issue'),
    plan: t('common:recordType.plan'),
    mapping: t('common:recordType.mapping'),
    dispute: t('common:recordType.dispute'),
    training: t('common:recordType.training'),
    site: t('common:recordType.site'),
    asset: t('common:recordType.asset'),
    user: t('common:recordType.user'),
    rule: t('common:recordType.rule'),
    partner: t('common:recordType.partner'),
    place: t('common:recordType.place'),
  };
  return (recordType) => words[recordType] ?? t('common:recordType.other');
}
