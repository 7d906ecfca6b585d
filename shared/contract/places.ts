import { GOVERNING_AUTHORITY } from '#shared/domain/generated/code-lists.ts';
import { PLACE_LEVELS } from '#shared/domain/place-rules.ts';
import { referenceErrors } from './common-errors.ts';
import { code, OptionalLine, PlaceCode, Position, PositionRead, RecordFrame, RecordId } from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { Names, NamesRead } from './partners.ts';
import { z } from './zod.ts';

export const PlaceFields = z.strictObject({
  names: Names,
  level: z.union(
    PLACE_LEVELS.map((level) => z.literal(level)),
    { error: 'field/unknown-code' },
  ),
  /** Code of the place that it lies in. */
  parent: PlaceCode,
  position: Position,
  /** Asked for where the coordinates are far from the seat of the district. */
  farReason: OptionalLine.default(''),
  authority: code(GOVERNING_AUTHORITY),
  /** Offered where a place is chosen. */
  active: z.boolean().default(true),
});
export type PlaceFields = z.infer<typeof PlaceFields>;

const Shown = {
  code: z.string(),
  names: NamesRead,
  level: z.int(),
  parent: z.string(),
  position: PositionRead,
  authority: z.string(),
  active: z.boolean(),
};

export const AddedPlaceRow = z.object({ id: RecordId, ...Shown });
export type AddedPlaceRow = z.infer<typeof AddedPlaceRow>;

export const PlaceView = z.object({ ...RecordFrame, ...Shown, farReason: z.string() });
export type PlaceView = z.infer<typeof PlaceView>;

const placeErrors = ['place/not-within', 'place/far-from-parent'] as const;

export const placeMethods = {
  /** What the directorate added to the shipped places (`reference.places`). */
  'places.list': query({
    permission: 'session',
    input: z.strictObject({}),
    output: z.array(AddedPlaceRow),
    errors: [],
  }),
  'places.get': query({
    permission: 'session',
    input: z.strictObject({ placeId: RecordId }),
    output: PlaceView,
    errors: ['record/not-found'],
  }),
  'places.add': command({
    permission: 'settings.manage',
    input: { fields: PlaceFields },
    output: z.object({ id: RecordId, code: z.string() }),
    errors: ['node/not-the-directorate', ...placeErrors],
  }),
  /** The code stays: records name the place by it. */
  'places.edit': recordCommand({
    permission: 'settings.manage',
    changes: 'placeId',
    input: { placeId: RecordId, fields: PlaceFields },
    output: z.object({ id: RecordId }),
    errors: [...referenceErrors, ...placeErrors],
  }),
} as const;
