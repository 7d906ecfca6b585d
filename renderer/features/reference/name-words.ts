import type { TFunction } from 'i18next';
import type { GroupWords } from '#renderer/components/record/group-words.tsx';

/** Words for the groups that partners and places share. */
export const nameWords = (t: TFunction): GroupWords => ({
  owner: { label: t('reference:group.owner'), fields: {} },
  names: {
    label: t('reference:group.names'),
    fields: {
      ar: { label: t('reference:field.nameAr'), as: 'text' },
      ckb: { label: t('reference:field.nameCkb'), as: 'text' },
      en: { label: t('reference:field.nameEn'), as: 'text' },
    },
  },
  active: {
    label: t('reference:group.active'),
    fields: { active: { label: t('reference:field.active'), as: 'flag' } },
  },
});
