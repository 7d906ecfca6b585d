import type { PlaceView } from '#shared/contract/places.ts';
import type { Names } from '#shared/domain/partner.ts';
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
