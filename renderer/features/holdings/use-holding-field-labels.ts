import { useTranslation } from 'react-i18next';

/** Words for the path of a field, for the summary above a form of a site, of an asset, or of an entry of either. */
export function useHoldingFieldLabels(form: 'site' | 'asset' | 'entry'): (path: string) => string | undefined {
  const { t } = useTranslation();
  const common: Readonly<Record<string, string>> = {
    kind: t('holdings:field.kind'),
    kindNote: t('holdings:field.kindNote'),
    name: form === 'site' ? t('holdings:field.siteName') : t('holdings:field.assetName'),
    place: t('holdings:field.place'),
    status: t('holdings:field.status'),
    condition: t('holdings:field.condition'),
    policeReport: t('holdings:field.policeReport'),
    donor: t('holdings:field.donor'),
    amount: t('holdings:field.amount'),
    currency: t('holdings:field.currency'),
    position: t('holdings:field.position'),
    station: t('holdings:field.station'),
    partOf: t('holdings:field.partOf'),
    women: t('holdings:field.women'),
    men: t('holdings:field.men'),
    features: t('holdings:field.features'),
    startedOn: t('holdings:field.startedOn'),
    finishedOn: t('holdings:field.finishedOn'),
    serial: t('holdings:field.serial'),
    plate: t('holdings:field.plate'),
    quantity: t('holdings:field.quantity'),
    acquiredOn: t('holdings:field.acquiredOn'),
    site: t('holdings:field.site'),
  };
  const ofEntry: Readonly<Record<string, string>> = {
    ...common,
    date: t('common:label.date'),
    from: t('holdings:handover.from'),
    to: t('holdings:handover.to'),
    toSite: t('holdings:handover.toSite'),
    giver: t('holdings:handover.giver'),
    receiver: t('holdings:handover.receiver'),
    witness: t('holdings:handover.witness'),
    giverRole: t('holdings:handover.giverRole'),
    receiverRole: t('holdings:handover.receiverRole'),
    unsignedWhy: t('holdings:handover.unsignedWhy'),
    note: t('holdings:check.note'),
    text: t('holdings:incident.text'),
    kind: t('holdings:incident.kind'),
  };
  return (path) => {
    const [, field = ''] = path.split('.');
    return (form === 'entry' ? ofEntry : common)[field];
  };
}
