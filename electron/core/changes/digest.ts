/**
 * @file One hash over the records, the same on every node that holds the same values, whoever signed them
 * (docs/bundle-format.md, digest).
 */
import { toHex } from '#core/crypto/bytes.ts';
import { sha256Stream } from '#core/crypto/hash.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { canonicalize, type JsonValue } from './canonical.ts';
import { bytesToUuid } from './ids.ts';
import { groupSpecOf, groupToToken, isRecordType } from './registry.ts';
import { statement } from './statements.ts';
import { decodeRow } from './stored.ts';

type HeadRow = {
  readonly agg: Uint8Array;
  readonly grp: string;
  readonly at: string;
  readonly hdr: Uint8Array;
  readonly pay: Uint8Array | null;
};

/** `open`: what both ends of a link can hold. `owner`: a node id, or null for all. */
export function digestRecords(
  raw: SqliteDatabase,
  { owner, scope }: { readonly owner: string | null; readonly scope: 'open' | 'all' },
): { readonly digest: string; readonly records: number } {
  const rows = statement(
    raw,
    `SELECT h.agg, h.grp, c.at, c.hdr, c.pay FROM head h
     JOIN chg c ON c.id16 = h.id16 JOIN record r ON r.id = h.agg
     WHERE (? IS NULL OR r.owner = ?) AND c.pay IS NOT NULL ORDER BY h.agg, h.grp`,
  ).iterate(owner, owner) as IterableIterator<HeadRow>;
  const hash = sha256Stream();
  const records = new Set<string>();
  let open: { record: string; group: string; values: Uint8Array[] } | null = null;
  for (const { record, group, value } of currentValues(rows, scope)) {
    if (open && (open.record !== record || open.group !== group)) {
      hash.update(digestLine(open));
      open = null;
    }
    open ??= { record, group, values: [] };
    open.values.push(value);
    records.add(record);
  }
  if (open) hash.update(digestLine(open));
  if (scope === 'all') for (const line of localLines(raw, owner)) hash.update(line);
  return { digest: toHex(hash.digest()), records: records.size };
}

/** What stays on this computer, after all else: a home that was restored from its backup has it too. */
function* localLines(raw: SqliteDatabase, owner: string | null): Iterable<Uint8Array> {
  const rows = statement(
    raw,
    `SELECT l.agg, l.grp, l.v FROM local_value l JOIN record r ON r.id = l.agg
     WHERE (? IS NULL OR r.owner = ?) ORDER BY l.agg, l.grp`,
  ).iterate(owner, owner) as IterableIterator<{ agg: Uint8Array; grp: string; v: string | null }>;
  for (const { agg, grp, v } of rows) {
    const value = canonicalize(v === null ? null : (JSON.parse(v) as JsonValue));
    yield digestLine({ record: bytesToUuid(agg), group: grp, values: [value] });
  }
}

function* currentValues(
  rows: Iterable<HeadRow>,
  scope: 'open' | 'all',
): Iterable<{ record: string; group: string; value: Uint8Array }> {
  for (const row of rows) {
    // Node ids and ids of changes are made of signing keys; equal records give equal digests whoever signed them.
    const spec = groupSpecOf(row.at, row.grp);
    if (row.grp === 'owner' || spec?.namesChanges || !isRecordType(row.at)) continue;
    if (scope === 'open' && spec?.class !== 'open') continue;
    const value = decodeRow(row).payload?.d[groupToToken(row.at, row.grp)] ?? null;
    yield { record: bytesToUuid(row.agg), group: row.grp, value: canonicalize(value) };
  }
}

function digestLine(line: {
  readonly record: string;
  readonly group: string;
  readonly values: readonly Uint8Array[];
}): Uint8Array {
  const ordered = line.values
    .toSorted(Buffer.compare)
    .map((bytes) => JSON.parse(Buffer.from(bytes).toString('utf8')) as JsonValue);
  return Buffer.concat([
    canonicalize({ group: line.group, record: line.record, values: distinct(ordered) }),
    Buffer.from('\n'),
  ]);
}

/** Two heads that say the same are one value: how often it was said does not enter. */
const distinct = (values: readonly JsonValue[]): JsonValue[] => {
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = JSON.stringify(value);
    return !seen.has(text) && seen.add(text) !== undefined;
  });
};
