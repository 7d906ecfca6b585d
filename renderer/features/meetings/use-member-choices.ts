import { useTranslation } from 'react-i18next';
import type { ListedMember } from './listed-members.ts';

/** Members to choose from; one whose name is kept elsewhere is called by the place in the list. */
export function useMemberChoices(members: readonly ListedMember[]) {
  const { t } = useTranslation();
  return members.map(({ id, name }, index) => ({
    value: id,
    label: name ?? t('meetings:attendance.unnamed', { number: index + 1 }),
  }));
}
