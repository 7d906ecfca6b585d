/** @file Who did what to a record, with each value before and after. */
import { hlcToMoment } from '#core/changes/hlc.ts';
import { withoutKeys } from '#core/changes/blob-ref.ts';
import { uuidToBytes, wireToUuid } from '#core/changes/ids.ts';
import type { JsonObject } from '#core/changes/canonical.ts';
import { groupSpecOf, tokenToGroup } from '#core/changes/registry.ts';
import { type DecodedChange, decodeRow } from '#core/changes/stored.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { HomeContext } from '#core/context.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { authorNames, authorNode } from './authors.ts';

type Entry = OutputOf<'records.history'>[number];
type Known = { readonly id: string } & DecodedChange;

/** Newest first; what stays on this computer stands among it by its time. A value before is that of the change it names as seen; with several, the last of them by time. */
export async function historyOf(context: HomeContext, recordId: string): Promise<Entry[]> {
  const rows = await context.db
    .selectFrom('chg')
    .select(['id16', 'hdr', 'pay'])
    .where('agg', '=', uuidToBytes(recordId))
    .where('verdict', '=', 'ok')
    .orderBy('hlc')
    .orderBy('n')
    .execute();
  const changes: Known[] = rows.map((row) => ({ id: toBase64Url(row.id16), ...decodeRow(row) }));
  const byId = new Map(changes.map((change) => [change.id, change]));
  const names = await authorNames(context);
  const entries = changes.map((change) => entryOf(context, change, byId, names)).toReversed();
  const local = await localEntries(context, recordId, names);
  return local.length === 0
    ? entries
    : [...local, ...entries].toSorted((a, b) => (a.at > b.at ? -1 : Number(a.at < b.at)));
}

/** Newest first. */
async function localEntries(
  context: HomeContext,
  recordId: string,
  names: ReadonlyMap<string, string>,
): Promise<Entry[]> {
  const rows = await context.db
    .selectFrom('local_entry as e')
    .leftJoin('local_entry as b', (join) => join.onRef('b.agg', '=', 'e.agg').onRef('b.id16', '=', 'e.prev'))
    .select(['e.id16', 'e.grp', 'e.v', 'e.user', 'e.role', 'e.written', 'b.v as before'])
    .where('e.agg', '=', uuidToBytes(recordId))
    .orderBy('e.n', 'desc')
    .execute();
  const nodeName = context.home.rosters.nodeName(context.home.rosters.self().node);
  return rows.map(({ id16, grp, v, user, role, written, before }) => ({
    changeId: toBase64Url(id16),
    kind: 'local',
    at: written,
    by: names.get(user) ?? '',
    role,
    nodeName,
    groups: [{ group: grp, before: valueIn(before), after: valueIn(v), withheld: false }],
    local: true,
  }));
}

const valueIn = (v: string | null): JsonObject | null => (v === null ? null : (JSON.parse(v) as JsonObject));

function entryOf(
  context: HomeContext,
  { id, header, payload }: Known,
  byId: ReadonlyMap<string, Known>,
  names: ReadonlyMap<string, string>,
): Entry {
  return {
    changeId: id,
    kind: payload?.k ?? header.kind,
    at: hlcToMoment(header.hlc),
    by: names.get(wireToUuid(header.by)) ?? '',
    role: header.role,
    nodeName: context.home.rosters.nodeName(authorNode(context, header)),
    groups: header.w
      .filter(({ g }) => !isBehindTheScenes(header.at, tokenToGroup(header.at, g)))
      .map(({ g, p }) => ({
        group: tokenToGroup(header.at, g),
        before: withoutKeys(valueBefore(g, p, byId)),
        after: withoutKeys(payload?.d[g] ?? null),
        withheld: payload === null,
      })),
    local: false,
  };
}

/** Who owns a record has a line of its own; what a voiding or an approval had seen is for the program alone. */
const isBehindTheScenes = (at: string, group: string): boolean =>
  group === 'owner' || groupSpecOf(at, group)?.namesChanges === true;

function valueBefore(token: string, seen: readonly string[], byId: ReadonlyMap<string, Known>): JsonObject | null {
  const before = seen
    .flatMap((id) => byId.get(id) ?? [])
    .toSorted((a, b) => (a.header.hlc < b.header.hlc ? -1 : 1))
    .at(-1);
  return before?.payload?.d[token] ?? null;
}
