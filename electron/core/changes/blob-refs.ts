/**
 * @file Which changes name which blobs. Written with each accepted change whose payload is here, so that the exchange
 * knows what a link owes and what is still to come without reading payloads again.
 */
import type { SqliteDatabase } from '#core/db/driver.ts';
import { type BlobKind, isParcelRef, type ParcelRef } from './blob-ref.ts';
import type { JsonObject, JsonValue } from './canonical.ts';
import type { FieldType } from './record-types/record-spec.ts';
import { groupName, groupSpecOf, groupToToken, type RecordType, registry } from './registry.ts';
import { run } from './statements.ts';
import type { DecodedChange } from './stored.ts';

/** Notes the blobs that change number `n` names; those this home never heard of are wanted from now on. */
export function noteBlobs(raw: SqliteDatabase, n: number, { header, payload }: DecodedChange): void {
  const carriers = blobFields.get(header.at);
  if (!carriers || payload === null) return;
  for (const { g } of header.w) {
    const fields = carriers.get(groupName(g));
    const value = fields && payload.d[g];
    if (!value) continue;
    for (const { field, kind } of fields) noteBlob(raw, n, kind, value, field);
  }
}

/** A change that is no longer used names nothing. */
export function forgetBlobsOf(raw: SqliteDatabase, n: number): void {
  run(raw, 'DELETE FROM blob_ref WHERE n = ?', n);
}

function noteBlob(raw: SqliteDatabase, n: number, kind: BlobKind, value: JsonObject, field: string): void {
  const found = value[field];
  for (const named of Array.isArray(found) ? found : [found]) noteRef(raw, n, kind, named);
}

function noteRef(raw: SqliteDatabase, n: number, kind: BlobKind, named: JsonValue | undefined): void {
  if (!isParcelRef(named)) return;
  const { id, total }: ParcelRef = named;
  run(raw, 'INSERT OR IGNORE INTO blob_ref (n, id, kind) VALUES (?, ?, ?)', n, id, kind);
  run(
    raw,
    "INSERT OR IGNORE INTO blob (id, total, state, ranges, tries, kind, first_wanted) VALUES (?, ?, 'wanted', '[]', 0, ?, ?)",
    id,
    total,
    kind,
    n,
  );
}

type BlobField = { readonly field: string; readonly kind: BlobKind };

/** Fields that name blobs, by record type and by the name of their group on the wire. */
const blobFields: ReadonlyMap<string, ReadonlyMap<string, readonly BlobField[]>> = new Map(
  Object.keys(registry).map((at) => [at, carriersOf(at as RecordType)]),
);

function carriersOf(at: RecordType): ReadonlyMap<string, readonly BlobField[]> {
  const carriers = new Map<string, readonly BlobField[]>();
  for (const group of Object.keys(registry[at].groups)) {
    const fields = Object.entries(groupSpecOf(at, group)?.fields ?? {}).flatMap(([field, type]) => {
      const kind = kindOf(field, type);
      return kind === null ? [] : [{ field, kind }];
    });
    if (fields.length > 0) carriers.set(groupToToken(at, group), fields);
  }
  return carriers;
}

function kindOf(field: string, type: FieldType): BlobKind | null {
  if (type === 'parcel?') return 'parcel';
  // Papers whose key travels elsewhere.
  if (type === 'parcels') return 'file';
  if (type !== 'blob' && type !== 'blob?') return null;
  return field === 'preview' ? 'preview' : 'file';
}
