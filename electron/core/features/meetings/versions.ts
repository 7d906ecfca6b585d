/**
 * @file Versions of approved minutes. A version names the values it consists of, one change for each group, as voiding
 * names what it had seen (docs/adr/0012): changes are kept for ever, so an earlier version is read out of the log.
 */
import type { JsonObject } from '#core/changes/canonical.ts';
import { approvalsIn } from '#core/changes/minutes.ts';
import { uuidToBytes, wireToBytes, wireToUuid } from '#core/changes/ids.ts';
import { type RecordValues, textsIn, toRecordValues, type ValRow } from '#core/changes/record-values.ts';
import { groupName, groupToToken } from '#core/changes/registry.ts';
import { decodeHeader, type DecodedChange, decodeRow } from '#core/changes/stored.ts';
import type { GroupChange } from '#core/changes/write.ts';
import type { HomeContext } from '#core/context.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { authorNames, authorNode } from '#core/features/records/authors.ts';

/** What is no part of the minutes: whose they are, files, how actions went on, and the versions themselves. */
const besides: ReadonlySet<string> = new Set([
  'owner',
  'void',
  'voidReason',
  'voidSeen',
  'file',
  'secretFile',
  'progress',
  'version',
  'versionSeen',
]);

export const isMinutes = (group: string): boolean => !besides.has(groupName(group));

type Version = { readonly number: number; readonly on: string; readonly reason: string };

/** The groups that make the minutes as they stand now a version. */
export async function versionGroups(
  context: HomeContext,
  meetingId: string,
  { number, on, reason }: Version,
): Promise<GroupChange[]> {
  const id = context.services.ports.newId();
  const heads = [...(await shownHeads(context, meetingId))].map(([group, head]) => `${group}=${head}`);
  return [
    { group: `version:${id}`, value: { number, on, reason } },
    { group: `versionSeen:${id}`, value: { heads } },
  ];
}

/** The change whose value is shown, by group of the minutes. */
async function shownHeads(context: HomeContext, meetingId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await context.db
    .selectFrom('val')
    .select(['grp', 'id16'])
    .where('agg', '=', uuidToBytes(meetingId))
    .where('state', '!=', 'removed')
    .orderBy('grp')
    .execute();
  return new Map(rows.filter(({ grp }) => isMinutes(grp)).map(({ grp, id16 }) => [grp, toBase64Url(id16)]));
}

/** Groups that are not as the last version has them: somebody wrote to them without knowing of the approval. */
export async function changedSinceApproval(
  context: HomeContext,
  meetingId: string,
  values: RecordValues,
): Promise<string[]> {
  const last = approvalsIn(values).at(-1);
  if (!last) return [];
  const approved = headsIn(values.one(`versionSeen:${last.id}`));
  const now = await shownHeads(context, meetingId);
  const groups = new Set([...approved.keys(), ...now.keys()]);
  return [...groups].filter((group) => approved.get(group) !== now.get(group)).toSorted();
}

function headsIn(version: JsonObject | null): ReadonlyMap<string, string> {
  const entries = textsIn(version, 'heads').map((entry) => entry.split('='));
  return new Map(entries.map(([group = '', head = '']) => [group, head]));
}

/** The values of one version; null when there is none of this id. What is kept at the office stays so. */
export async function valuesOfVersion(
  context: HomeContext,
  meetingId: string,
  values: RecordValues,
  versionId: string,
): Promise<RecordValues | null> {
  const version = values.one(`versionSeen:${versionId}`);
  if (version === null) return null;
  const heads = headsIn(version);
  const changes = await changesOf(context, meetingId, new Set(heads.values()));
  const rows = [...heads].flatMap(([grp, head]): ValRow[] => {
    const change = changes.get(head);
    if (!change) return [];
    const value = change.payload?.d[groupToToken('meeting', grp)] ?? null;
    const state = change.payload === null ? 'withheld' : 'value';
    return [{ grp, at: 'meeting', state, v: null, value: change.payload === null ? null : value, heads: 1 }];
  });
  return toRecordValues(rows.toSorted((a, b) => (a.grp < b.grp ? -1 : 1)));
}

async function changesOf(
  context: HomeContext,
  meetingId: string,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, DecodedChange>> {
  if (ids.size === 0) return new Map();
  const rows = await context.db
    .selectFrom('chg')
    .select(['id16', 'hdr', 'pay'])
    .where('agg', '=', uuidToBytes(meetingId))
    .where('id16', 'in', [...ids].filter((id) => /^[\w-]{22}$/.test(id)).map(wireToBytes))
    .execute();
  return new Map(rows.map((row) => [toBase64Url(row.id16), decodeRow(row)]));
}

/** Newest first, with who approved or corrected. */
export async function listVersions(context: HomeContext, meetingId: string, values: RecordValues) {
  const rows = await context.db
    .selectFrom('val')
    .innerJoin('chg', 'chg.id16', 'val.id16')
    .select(['val.grp', 'chg.hdr'])
    .where('val.agg', '=', uuidToBytes(meetingId))
    .where('val.grp', 'like', 'version:%')
    .execute();
  const headers = new Map(rows.map((row) => [row.grp, decodeHeader(row).header]));
  const names = await authorNames(context);
  return approvalsIn(values)
    .toReversed()
    .map(({ id, number, on, reason }) => {
      const header = headers.get(`version:${id}`);
      return {
        id,
        version: number,
        on,
        reason,
        by: (header && names.get(wireToUuid(header.by))) ?? '',
        nodeName: context.home.rosters.nodeName((header && authorNode(context, header)) ?? null),
      };
    });
}
