/** @file Rare paths that show only when everything has been carried. */
import { wireToBytes } from '#core/changes/ids.ts';
import { lateEditsOf } from '#core/changes/late-edits.ts';
import { all, get } from '#core/changes/statements.ts';
import { decodeHeader } from '#core/changes/stored.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { pathOf } from '#core/exchange/roster.ts';
import { ownersOf, type Written } from './journal.ts';
import type { Member } from './member.ts';
import { hasGoodAfterBad } from './mishaps.ts';
import { treeDepth } from './tree.ts';
import { alive, members, type World } from './world.ts';

export function noteRareAtEnd(world: World): void {
  const written = [...world.journal.written.values()];
  const [directorate] = members(world);
  if (isSettledTwice(written)) world.rare.add('settled twice');
  if (directorate && hasLateEdits(directorate.home.store.raw)) world.rare.add('late edit');
  if (isVoidedBesideEdit(written)) world.rare.add('void and edit');
  if (wentFar(world, written)) world.rare.add('backfill over 4 hops');
  for (const member of alive(world)) noteAtMember(world, member);
}

function noteAtMember(world: World, member: Member): void {
  const { raw } = member.home.store;
  const says = (sql: string, ...values: readonly Uint8Array[]): boolean => get(raw, sql, ...values) !== undefined;
  const waited = [...(world.waited.get(raw) ?? [])];
  if (waited.some((id) => says("SELECT 1 FROM chg WHERE id16 = ? AND verdict = 'ok'", wireToBytes(id))))
    world.rare.add('held, then released');
  if (hasGoodAfterBad(member)) world.rare.add('good after bad');
  if (says('SELECT 1 FROM head GROUP BY agg, grp HAVING count(*) > 2 LIMIT 1')) world.rare.add('three-way conflict');
  if (says('SELECT 1 FROM inc WHERE ordinal > 1 AND series IS NOT NULL LIMIT 1'))
    world.rare.add('provisional series replaced');
}

/** Two nodes chose among the same values without knowing of each other. */
function isSettledTwice(written: readonly Written[]): boolean {
  const settlers = new Map<string, Set<string>>();
  for (const { header, node } of written) {
    if (!header.kind.endsWith('conflict.resolved')) continue;
    for (const { g, p } of header.w) {
      const key = `${header.agg} ${g} ${p.join()}`;
      settlers.set(key, (settlers.get(key) ?? new Set()).add(node));
    }
  }
  return [...settlers.values()].some((nodes) => nodes.size > 1);
}

const isVoidedBesideEdit = (written: readonly Written[]): boolean =>
  written.some(
    ({ id, header, knew }) =>
      header.kind === 'record.voided' &&
      written.some((one) => one.header.agg === header.agg && one.id !== id && !one.knew.has(id) && !knew.has(one.id)),
  );

/** From an office to one under another department. */
function wentFar(world: World, written: readonly Written[]): boolean {
  const owners = ownersOf(world.journal);
  const roster = members(world)[0]?.home.rosters.current();
  const wayTo = (id: string) => (roster ? pathOf(roster, owners.get(id) ?? '') : null);
  return written.some(({ id, header, groups }) => {
    if (!groups.includes('owner') || header.own === null) return false;
    const [from, to] = [wayTo(header.own), wayTo(id)];
    return from?.length === treeDepth && to?.length === treeDepth && from[1] !== to[1];
  });
}

function hasLateEdits(raw: SqliteDatabase): boolean {
  const rows = all<{ n: number; id16: Uint8Array; hdr: Uint8Array }>(
    raw,
    "SELECT n, id16, hdr FROM chg WHERE at = 'dispute' AND verdict = 'ok' ORDER BY n",
  ).map(({ n, id16, hdr }) => ({ n, id: toBase64Url(id16), ...decodeHeader({ hdr }) }));
  return [...Map.groupBy(rows, ({ header }) => header.agg).values()].some((record) => lateEditsOf(record).length > 0);
}
