import { type Place, usePlaces } from '#renderer/components/use-reference.ts';
import { ChoiceField } from './choice-field.tsx';
import type { FieldProps } from './field-context.tsx';

type Props = FieldProps & {
  value: string | null;
  onChange: (value: string | null) => void;
  clearable?: boolean;
  only?: (place: Place) => boolean;
};

/** A governorate, district or sub-district; its name is followed by what it lies in. */
export function PlaceField({ only = () => true, ...field }: Props) {
  const { all, labelOf } = usePlaces();
  const choices = all.filter(only).map(({ code }) => ({ value: code, label: labelOf(code) ?? code }));
  return <ChoiceField {...field} choices={choices} />;
}
