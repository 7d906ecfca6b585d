import { useTranslation } from 'react-i18next';

/** Words for the path of a field, for the summary above the form. */
export function useForumFieldLabels(): (path: string) => string | undefined {
  const { t } = useTranslation();
  const top: Readonly<Record<string, string>> = {
    name: t('forums:field.name'),
    place: t('forums:field.place'),
    servingOffice: t('forums:field.servingOffice'),
    foundedOn: t('forums:field.foundedOn'),
    establishedBy: t('forums:field.establishedBy'),
    status: t('forums:field.status'),
    members: t('forums:section.members'),
  };
  const ofMember: Readonly<Record<string, string>> = {
    name: t('forums:member.name'),
    phone: t('forums:member.phone'),
    sex: t('forums:member.sex'),
    ageBand: t('forums:member.ageBand'),
    category: t('forums:member.category'),
    role: t('forums:member.role'),
    status: t('forums:member.status'),
    since: t('forums:member.since'),
    named: t('forums:member.named'),
  };
  return (path) => {
    const [, field = '', index, part = ''] = path.split('.');
    if (index === undefined) return top[field];
    return t('common:record.fieldOfRow', {
      row: t('forums:member.row', { number: Number(index) + 1 }),
      field: ofMember[part] ?? '',
    });
  };
}
