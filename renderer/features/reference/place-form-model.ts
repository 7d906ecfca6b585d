import { PlaceFields, type PlaceView } from '#shared/contract/places.ts';
import type { Names } from '#shared/domain/partner.ts';
import { farFromParentKm, fitsBetween } from '#shared/domain/place-rules.ts';
import type { Place } from '#shared/domain/places.ts';
import type { TypedPosition } from '#renderer/components/fields/position-field.tsx';
import { noNames } from './partner-form-model.ts';

/** An added place as it is typed: all but the names may still be missing. */
export type PlaceForm = {
  readonly names: Names;
  /** A level as text, since lists of choices hold texts. */
  readonly level: string | null;
  readonly parent: string | null;
  readonly position: TypedPosition;
  /** Asked for where the position is far from the district. */
  readonly farReason: string;
  readonly authority: string | null;
  readonly active: boolean;
};

export const emptyPlace: PlaceForm = {
  names: noNames,
  level: null,
  parent: null,
  position: null,
  farReason: '',
  authority: null,
  active: true,
};

export const placeFormOf = ({
  names,
  level,
  parent,
  position,
  farReason,
  authority,
  active,
}: PlaceView): PlaceForm => ({
  names,
  level: String(level),
  parent,
  position,
  farReason,
  authority,
  active,
});

/** What `places.add` and `places.edit` take, before it is judged. */
export const placeInputOf = (form: PlaceForm): unknown => ({
  ...form,
  level: form.level === null ? null : Number(form.level),
});

/** With what the core refuses of a place among the others, each at its field. `code`: its own; empty for a new one. */
export const placeSchema = (places: readonly Place[], code: string) =>
  PlaceFields.superRefine(({ level, parent, position, farReason }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (!fitsBetween(places, { code, level, parent })) refuse('parent', 'field/not-within');
    if (farReason === '' && farFromParentKm(places, parent, position) !== null) refuse('farReason', 'field/required');
  });
