import type { HomeContext } from '#core/context.ts';
import { placeLevelOf } from '#core/features/places/all-places.ts';
import { codeLists } from '#core/features/reference/code-lists.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { flagClass } from '#shared/domain/protection.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ClassOfFlag } from './dispute-groups.ts';

/** The place that leaves the office is a governorate or a district, never anything finer. */
export async function checkDistrict(
  context: HomeContext,
  place: string,
): Promise<Result<null, AppError<'dispute/place-too-fine'>>> {
  const level = await placeLevelOf(context, place);
  return level !== null && level <= 2 ? ok(null) : err(refusal('dispute/place-too-fine', { place }));
}

/** How far a flag may go, by the shipped list. */
export function flagClasses(context: HomeContext): ClassOfFlag {
  const lists = codeLists(context.services.ports);
  return (flag) => flagClass(lists, flag);
}
