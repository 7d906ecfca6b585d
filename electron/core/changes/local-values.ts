/**
 * @file Values of class `local`: they stay on this computer and in its backups (docs/adr/0015). They are no changes, have
 * no place in the log and are put on no link. Entries are only ever added; each names the one before it, so that one
 * which is altered or taken out is noticed.
 */
import { bytesEqual, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { canonicalize, canonicalTextOf, type JsonObject } from './canonical.ts';
import { bytesToUuid } from './ids.ts';
import { fitsGroup, localSpecOf } from './registry.ts';
import { all, get, run } from './statements.ts';

/** One local group and its new value; null takes an element out. */
export type LocalChange = { readonly group: string; readonly value: JsonObject | null };

/** Who wrote an entry, to which record; `written` in ms. */
export type LocalAct = {
  readonly agg: Uint8Array;
  readonly at: string;
  readonly user: string;
  readonly role: string;
  readonly written: number;
};

/** One row of `local_entry`. `v`: canonical JSON, or null; `written`: ISO 8601. */
export type LocalEntry = Omit<LocalAct, 'written'> & {
  readonly id16: Uint8Array;
  readonly prev: Uint8Array | null;
  readonly grp: string;
  readonly version: number;
  readonly v: string | null;
  readonly written: string;
};

const columns = 'id16, prev, agg, at, grp, version, v, user, role, written';

/** Throws where a group is not local or does not hold what the registry declares: a bug, whatever the store holds. */
export function mustBeLocal(at: string, changes: readonly LocalChange[]): void {
  for (const { group, value } of changes) {
    const spec = localSpecOf(at, group);
    if (!spec || (spec.element === true) !== group.includes(':') || !fitsGroup(spec, value)) {
      throw new Error(`the registry has no local group ${group} in ${at} with such a value`);
    }
  }
}

/** Groups that hold another value now than the form showed. */
export function localChangedSince(
  raw: SqliteDatabase,
  agg: Uint8Array,
  changes: readonly LocalChange[],
  heads: Readonly<Record<string, readonly string[]>> = {},
): string[] {
  return changes
    .map(({ group }) => group)
    .filter((group) => {
      const last = lastEntry(raw, agg, group);
      const seen = heads[group] ?? [];
      return last ? seen.length !== 1 || seen[0] !== toBase64Url(last.id16) : seen.length > 0;
    });
}

/** Adds entries, in the transaction of the act they belong to; their groups were checked. */
export function writeLocal(raw: SqliteDatabase, act: LocalAct, changes: readonly LocalChange[]): void {
  for (const { group, value } of changes) {
    const last = lastEntry(raw, act.agg, group);
    const entry = {
      ...act,
      prev: last?.id16 ?? null,
      grp: group,
      version: (last?.version ?? 0) + 1,
      v: value === null ? null : canonicalTextOf(value),
      written: new Date(act.written).toISOString(),
    };
    run(
      raw,
      `INSERT INTO local_entry (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      entryId(entry),
      entry.prev,
      entry.agg,
      entry.at,
      entry.grp,
      entry.version,
      entry.v,
      entry.user,
      entry.role,
      entry.written,
    );
  }
}

/** How many entries there are, and how many of them are not what their ids say, not readable, or follow on none. */
export function checkLocal(raw: SqliteDatabase): { readonly entries: number; readonly broken: number } {
  const entries = all<LocalEntry>(raw, `SELECT ${columns} FROM local_entry ORDER BY agg, grp, version`);
  let broken = 0;
  let before: LocalEntry | null = null;
  for (const entry of entries) {
    const follows = before !== null && bytesEqual(before.agg, entry.agg) && before.grp === entry.grp ? before : null;
    const inOrder =
      entry.version === (follows?.version ?? 0) + 1 &&
      (follows === null ? entry.prev === null : entry.prev !== null && bytesEqual(entry.prev, follows.id16));
    if (!inOrder || !bytesEqual(entryId(entry), entry.id16) || !isReadable(entry)) broken += 1;
    before = entry;
  }
  return { entries: entries.length, broken };
}

const lastEntry = (raw: SqliteDatabase, agg: Uint8Array, group: string) =>
  get<{ id16: Uint8Array; version: number }>(
    raw,
    'SELECT id16, version FROM local_entry WHERE agg = ? AND grp = ? ORDER BY version DESC LIMIT 1',
    agg,
    group,
  );

/** First 16 bytes of the hash of all it says. */
const entryId = ({ agg, at, grp, prev, role, user, v, version, written }: Omit<LocalEntry, 'id16'>): Uint8Array =>
  sha256(
    utf8('jisr local entry\n'),
    canonicalize({
      at,
      grp,
      prev: prev === null ? null : toBase64Url(prev),
      record: bytesToUuid(agg),
      role,
      user,
      v,
      version,
      written,
    }),
  ).slice(0, 16);

function isReadable({ at, grp, v }: LocalEntry): boolean {
  const spec = localSpecOf(at, grp);
  try {
    return spec !== null && fitsGroup(spec, v === null ? null : (JSON.parse(v) as JsonObject));
  } catch {
    return false;
  }
}
