import { textIn } from '#core/changes/record-values.ts';
import type { Handler } from '#core/context.ts';
import { changedGroups } from '#core/features/records/group-changes.ts';
import { ownReference, writtenBy } from '#core/features/reference/directorate.ts';
import { fitsBetween } from '#shared/domain/place-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { allPlaces } from './all-places.ts';
import { checkDistance } from './place-checks.ts';
import { placeToGroups } from './place-groups.ts';

export const editPlace: Handler<'places.edit'> = async (context, { placeId, fields, heads }) => {
  const place = await ownReference(context, placeId, 'place');
  if (!place.ok) return place;
  const code = textIn(place.value.values.one('code'), 'code');
  const places = await allPlaces(context);
  if (!fitsBetween(places, { code, level: fields.level, parent: fields.parent })) {
    return err(refusal('place/not-within', {}));
  }
  const distance = checkDistance(places, fields);
  if (!distance.ok) return distance;
  const groups = changedGroups(place.value.values, placeToGroups(fields), []);
  if (groups.length === 0) return ok({ id: placeId });
  const written = writtenBy(context.write({ record: placeId, at: 'place', kind: 'place.edited', groups, heads }));
  return written.ok ? ok({ id: placeId }) : written;
};
