import { useTranslation } from 'react-i18next';
import { PARTNER_KINDS } from '#shared/domain/partner.ts';

/** The words for a kind of partner; one that this version does not know stands as it came. */
export function useKindWord(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) =>
    PARTNER_KINDS.some((known) => known === kind)
      ? t(`reference:kind.${kind}`)
      : t('common:record.unknownCode', { code: kind });
}
