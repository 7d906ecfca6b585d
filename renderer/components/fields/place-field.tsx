import type { Place } from '#shared/domain/places.ts';
import { usePlaces } from '#renderer/components/use-reference.ts';
import { ChoiceField } from './choice-field.tsx';
import type { FieldProps } from './field-context.tsx';

type Props = FieldProps & {
  value: string | null;
  onChange: (value: string | null) => void;
  clearable?: boolean;
  only?: (place: Place) => boolean;
};

/** A place of the shipped list or one that the directorate added; its name is followed by what it lies in. */
export function PlaceField({ only = () => true, ...field }: Props) {
  const { all, labelOf } = usePlaces();
  const offered = all.filter((place) => (place.inactive !== true && only(place)) || place.code === field.value);
  const choices = offered.map(({ code }) => ({ value: code, label: labelOf(code) ?? code }));
  return <ChoiceField {...field} choices={choices} />;
}
