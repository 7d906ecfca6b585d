import { useTranslation } from 'react-i18next';

type Labels = Readonly<Record<string, string>>;

/** Words for the path of a field, for the summary above the form. */
export function useDisputeFieldLabels(): (path: string) => string | undefined {
  const { t } = useTranslation();
  const top: Labels = {
    intakeDate: t('disputes:field.intakeDate'),
    channel: t('disputes:field.channel'),
    mainType: t('disputes:field.mainType'),
    otherTypes: t('disputes:field.otherTypes'),
    district: t('disputes:field.district'),
    properties: t('disputes:section.property'),
    narrative: t('disputes:field.narrative'),
    parties: t('disputes:section.parties'),
    consents: t('disputes:section.consents'),
  };
  const ofParty: Labels = {
    name: t('disputes:party.name'),
    phone: t('disputes:party.phone'),
    kind: t('disputes:party.kind'),
    role: t('disputes:party.role'),
    sex: t('disputes:party.sex'),
    ageBand: t('disputes:party.ageBand'),
    protection: t('disputes:party.care'),
  };
  const ofProperty: Labels = {
    type: t('disputes:field.propertyType'),
    condition: t('disputes:field.propertyCondition'),
    place: t('disputes:field.propertyPlace'),
    description: t('disputes:field.propertyDescription'),
  };
  const ofConsent: Labels = {
    scope: t('disputes:consent.scope'),
    status: t('disputes:consent.status'),
    method: t('disputes:consent.method'),
    date: t('disputes:consent.date'),
  };
  return (path) => {
    const [, field = '', index, part = ''] = path.split('.');
    const number = Number(index) + 1;
    if (index !== undefined && field === 'parties') {
      return t('common:record.fieldOfRow', { row: t('disputes:party.row', { number }), field: ofParty[part] ?? '' });
    }
    if (index !== undefined && field === 'properties') {
      return t('common:record.fieldOfRow', {
        row: t('disputes:property.row', { number }),
        field: ofProperty[part] ?? '',
      });
    }
    if (index !== undefined && field === 'consents') {
      return t('common:record.fieldOfRow', {
        row: t('disputes:consent.row', { number }),
        field: ofConsent[part] ?? '',
      });
    }
    return top[field];
  };
}
