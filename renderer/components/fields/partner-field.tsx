import { useTranslation } from 'react-i18next';
import type { PartnerKind } from '#shared/domain/partner.ts';
import { usePartners } from '#renderer/components/use-partners.ts';
import { type Choice, ChoiceField } from './choice-field.tsx';
import type { FieldProps } from './field-context.tsx';

type Props = FieldProps & {
  /** Id of the partner's record. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** Offers these alone; all of them unless told. */
  kinds?: readonly PartnerKind[];
  clearable?: boolean;
};

/** A partner or donor out of the directorate's list. One that is no longer offered stays where it was chosen. */
export function PartnerField({ kinds, clearable = true, ...field }: Props) {
  const choices = usePartnerChoices(field.value === null ? [] : [field.value], kinds);
  return <ChoiceField {...field} clearable={clearable} choices={choices} />;
}

/** What a field offers: active ones of these kinds, and those that stand in it already. */
export function usePartnerChoices(chosen: readonly string[], kinds?: readonly PartnerKind[]): readonly Choice[] {
  const { t } = useTranslation();
  const { all, labelOf } = usePartners();
  const offered = all.filter(
    ({ id, kind, active }) =>
      chosen.includes(id) || (active && (kinds === undefined || kinds.some((wanted) => wanted === kind))),
  );
  const choices = offered.map(({ id }) => ({ value: id, label: labelOf(id) ?? id }));
  const missing = chosen.filter((id) => labelOf(id) === null);
  return [...choices, ...missing.map((id) => ({ value: id, label: t('reference:partner.unknown') }))];
}
