/** @file The office that serves a forum: one of the register, and not beyond the rule without a reason. */
import type { HomeContext } from '#core/context.ts';
import { nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import { placePositions, siteChoices } from '#core/features/sites/site-choices.ts';
import type { ForumFields } from '#shared/contract/forums.ts';
import { isWithinRadius } from '#shared/domain/coverage.ts';
import { SERVING_SITE_KIND } from '#shared/domain/infrastructure.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** `before`: the forum as it is. What stays as it is was judged when it was entered. */
export async function checkSite(
  context: HomeContext,
  { site = null, farReason = '', place }: ForumFields,
  before?: RecordValues,
): Promise<Result<null, AppError<'call/bad-input'>>> {
  if (site === null || (before && isAsBefore(before, site, place, farReason))) return ok(null);
  const positions = await placePositions(context);
  const office = (await siteChoices(context, positions)).find(({ id }) => id === site);
  if (office?.kind !== SERVING_SITE_KIND) return fault('fields.site', 'field/unknown-code');
  const { officeServiceRadiusKm } = await rulesInForce(context);
  const near = isWithinRadius(office.position, positions(place), officeServiceRadiusKm);
  return near === false && farReason === '' ? fault('fields.farReason', 'field/required') : ok(null);
}

const isAsBefore = (before: RecordValues, site: string, place: string, farReason: string): boolean =>
  nullableTextIn(before.one('site'), 'site') === site &&
  textIn(before.one('site'), 'farReason') === farReason &&
  textIn(before.one('identity'), 'place') === place;

const fault = (path: string, code: string) => err(refusal('call/bad-input', { fields: [{ path, code }] }));
