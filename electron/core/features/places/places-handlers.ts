import type { HandlersOf } from '#core/context.ts';
import { frameOf } from '#core/features/records/read-record.ts';
import { referenceRecord } from '#core/features/reference/directorate.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { addPlace } from './add-place.ts';
import { editPlace } from './edit-place.ts';
import { groupsToPlace } from './place-groups.ts';
import { addedPlaces } from './places-store.ts';

export const placeHandlers: HandlersOf<'places'> = {
  'places.list': async (context) => ok(await addedPlaces(context)),
  'places.get': async (context, { placeId }) => {
    const record = await referenceRecord(context, placeId, 'place');
    if (record === null) return err(refusal('record/not-found', {}));
    return ok({ ...(await frameOf(context, record)), ...groupsToPlace(record.values) });
  },
  'places.add': addPlace,
  'places.edit': editPlace,
};
