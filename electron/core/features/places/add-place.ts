import type { Handler } from '#core/context.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { atDirectorate } from '#core/features/reference/directorate.ts';
import { addedPlaceCode, liesWithin } from '#shared/domain/place-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { allPlaces } from './all-places.ts';
import { checkDistance } from './place-checks.ts';
import { placeToGroups } from './place-groups.ts';

export const addPlace: Handler<'places.add'> = async (context, { fields }) => {
  const here = atDirectorate(context);
  if (!here.ok) return here;
  const places = await allPlaces(context);
  if (!liesWithin(places, fields.level, fields.parent)) return err(refusal('place/not-within', {}));
  const distance = checkDistance(places, fields);
  if (!distance.ok) return distance;
  const id = context.services.ports.newId();
  const code = addedPlaceCode(fields.parent, id);
  const groups = [{ group: 'code', value: { code } }, ...newGroups(placeToGroups(fields))];
  createdBy(context.write({ record: id, at: 'place', kind: 'place.created', creates: true, groups }));
  return ok({ id, code });
};
