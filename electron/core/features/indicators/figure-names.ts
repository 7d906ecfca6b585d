import { bytesToUuid } from '#core/changes/ids.ts';
import type { HomeContext } from '#core/context.ts';
import { rowToNames } from '#core/features/reference/names.ts';
import type { Facts } from './read-facts.ts';

/** What offices, forums and donors are called. */
export async function figureNames(context: HomeContext, { forums, items }: Facts, hidden: boolean) {
  const partners = await context.db.selectFrom('partner').select(['id', 'name_en', 'name_ar', 'name_ckb']).execute();
  const offices = new Set(Object.values(items).flatMap((all) => all.map(({ tags }) => String(tags.office ?? ''))));
  const inOneLanguage = (name: string) => ({ en: name, 'ar-IQ': name, 'ckb-IQ': name });
  return [
    ...[...offices]
      .filter((id) => id !== '')
      .map((id) => ({ id, names: inOneLanguage(context.home.rosters.nodeName(id)) })),
    ...(hidden ? [] : forums.map(({ id, name }) => ({ id, names: inOneLanguage(name) }))),
    ...partners.map(({ id, ...row }) => ({ id: bytesToUuid(id), names: rowToNames(row) })),
  ];
}

/** Places in which there is a forum, for choosing one. */
export function placesToChoose({ forums }: Facts) {
  const chosen = (['governorate', 'district', 'office', 'forum'] as const).map((level) => ({
    level,
    values: [...new Set(forums.map(({ tags }) => String(tags[level] ?? '')))].filter((value) => value !== ''),
  }));
  return chosen.flatMap(({ level, values }) => values.map((value) => ({ level, value })));
}
