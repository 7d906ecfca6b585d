import { type AppError, refusal } from '#shared/errors/codes.ts';
import type { PlaceFields } from '#shared/contract/places.ts';
import { farFromParentKm } from '#shared/domain/place-rules.ts';
import type { Place } from '#shared/domain/places.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** A place far from the seat of its district is unlikely, so it is taken with a reason alone. */
export function checkDistance(
  places: readonly Place[],
  { parent, position, farReason }: PlaceFields,
): Result<null, AppError<'place/far-from-parent'>> {
  const km = farFromParentKm(places, parent, position);
  return km === null || farReason !== '' ? ok(null) : err(refusal('place/far-from-parent', { km }));
}
