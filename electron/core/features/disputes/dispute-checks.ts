import type { HomeContext } from '#core/context.ts';
import { placeLevel } from '#core/features/reference/code-lists.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** The place that leaves the office is a governorate or a district, never anything finer. */
export function checkDistrict(context: HomeContext, place: string): Result<null, AppError<'dispute/place-too-fine'>> {
  const level = placeLevel(context.services.ports, place);
  return level !== null && level <= 2 ? ok(null) : err(refusal('dispute/place-too-fine', { place }));
}
