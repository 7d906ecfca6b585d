import { useTranslation } from 'react-i18next';
import { usePartnerNames } from './use-partners.ts';

/** The name of a partner in the language of the screen; words in its place while the directorate's list has not come. */
export function PartnerLabel({ id }: { id: string }) {
  const { t } = useTranslation();
  const { labelOf, known } = usePartnerNames();
  const label = labelOf(id);
  if (label !== null) return <bdi>{label}</bdi>;
  return known ? <span>{t('reference:partner.unknown')}</span> : null;
}

/** Several of them, one a line. */
export function PartnerLabels({ ids }: { ids: readonly string[] }) {
  return ids.map((id) => (
    <div key={id}>
      <PartnerLabel id={id} />
    </div>
  ));
}
