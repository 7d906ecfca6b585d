import { useTranslation } from 'react-i18next';

/** Words for the path of a field, for the summary above the form. */
export function useIssueFieldLabels(): (path: string) => string | undefined {
  const { t } = useTranslation();
  const labels: Readonly<Record<string, string>> = {
    issue: t('issues:field.issue'),
    other: t('issues:field.other'),
    raisedOn: t('issues:field.raisedOn'),
    raisedBy: t('issues:field.raisedBy'),
    place: t('issues:field.place'),
    spot: t('issues:field.spot'),
    time: t('issues:field.time'),
    affected: t('issues:field.affected'),
    statement: t('issues:field.statement'),
    status: t('issues:field.status'),
    statusOn: t('issues:field.statusOn'),
    reason: t('issues:field.reason'),
    step: t('issues:field.step'),
    referralTo: t('issues:field.referralTo'),
    referredOn: t('issues:field.referredOn'),
    referral: t('issues:field.referral'),
    plan: t('issues:field.plan'),
    problem: t('issues:field.problem'),
    dispute: t('issues:field.dispute'),
  };
  return (path) => labels[path.split('.')[1] ?? ''];
}
