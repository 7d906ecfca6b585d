/**
 * @file What a change named in `own` or as the offer behind an acceptance says. The id covers the header: what a change
 * founds or hands over is certain however the rest of it came, and it counts only if it was accepted itself.
 */
import type { Offer } from './verdict.ts';
import { type ChangeHeader, type ChangePayload, parseHeader, parsePayload } from './change.ts';
import { wireToBytes } from './ids.ts';
import { isSpoilt } from './log-rows.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { get } from './statements.ts';
import { type ChgRow, chgColumns, type DecodedChange } from './stored.ts';

/**
 * `open`: it waits, came spoilt or was set aside by a revocation, and may still come to hold; `refused` is for good, the
 * same on every node.
 */
export type Standing = 'ok' | 'open' | 'refused';

export type NamedChange = {
  readonly header: ChangeHeader;
  readonly payload: ChangePayload | null;
  readonly standing: Standing;
};

/** Null: it has not come. A header that cannot be read is of no record. */
export type Lookup = (shortId: string) => NamedChange | 'unreadable' | null;

type OfRecord = Pick<ChangeHeader, 'agg' | 'at'>;

/** The node that an ownership head names, if it is one of this record. */
export function ownerNamed(
  lookup: Lookup,
  record: OfRecord,
  id: string,
): { readonly node: string } | 'unknown' | 'not-an-owner' {
  const found = lookup(id);
  if (found === null) return 'unknown';
  if (found === 'unreadable' || !isOf(found.header, record) || !writes(found.header, 'owner')) return 'not-an-owner';
  if (found.standing !== 'ok') return found.standing === 'open' ? 'unknown' : 'not-an-owner';
  const node = found.payload?.d.owner?.node;
  return typeof node === 'string' ? { node } : 'not-an-owner';
}

/** The offer that an answer names, if it is one of this record. */
export function offerNamed(lookup: Lookup, record: OfRecord, id: string): Offer | 'unknown' | 'not-an-offer' {
  const found = lookup(id);
  if (found === null) return 'unknown';
  if (found === 'unreadable' || !isOf(found.header, record) || !writes(found.header, 'transfer')) return 'not-an-offer';
  if (found.standing !== 'ok') return found.standing === 'open' ? 'unknown' : 'not-an-offer';
  const { state, to } = found.payload?.d.transfer ?? {};
  return state === 'offered' && typeof to === 'string' ? { to, own: found.header.own } : 'not-an-offer';
}

export type KnownOwners = {
  /** As `ownerNamed`; a node that was found is looked up once. */
  ownerAt(header: ChangeHeader, id: string): ReturnType<typeof ownerNamed>;
  /** The node that owns the record by the head an accepted change names: it was looked up when the change was judged. */
  ownerOf(change: DecodedChange): string | null;
  /** Verdicts were made anew. */
  forget(): void;
};

export function createKnownOwners(lookup: Lookup): KnownOwners {
  const owners = new Map<string, { readonly node: string }>();
  return {
    ownerAt: (header, id) => {
      const key = ownerKey(header, id);
      const found = owners.get(key) ?? ownerNamed(lookup, header, id);
      if (typeof found === 'object') owners.set(key, found);
      return found;
    },
    ownerOf: ({ header, payload }) => {
      const node = header.own === null ? payload?.d.owner?.node : owners.get(ownerKey(header, header.own))?.node;
      return typeof node === 'string' ? node : null;
    },
    forget: () => owners.clear(),
  };
}

/** Type and record enter: a head founds one record of one type. */
const ownerKey = ({ agg, at }: OfRecord, id: string): string => `${at} ${agg} ${id}`;

/** Accepted changes at hand first, then the log. */
export const lookupIn =
  (raw: SqliteDatabase, decoded: ReadonlyMap<string, DecodedChange>): Lookup =>
  (id) => {
    const fresh = decoded.get(id);
    if (fresh) return { ...fresh, standing: 'ok' };
    const row = get<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE id16 = ?`, wireToBytes(id));
    return row ? namedRow(row) : null;
  };

/** As `lookupIn`, with a standing that is known better. */
export function namedRow(row: ChgRow, standing: Standing = standingOf(row)): NamedChange | 'unreadable' {
  const header = parseHeader(row.hdr);
  if (!header.ok) return 'unreadable';
  const payload = row.pay === null ? null : parsePayload(header.value, row.pay);
  return { header: header.value, payload: payload?.ok ? payload.value : null, standing };
}

const standingOf = (row: ChgRow): Standing =>
  row.verdict === 'ok' ? 'ok' : row.verdict === 'held' || isSpoilt(row) || isSetAside(row) ? 'open' : 'refused';

/** Of a revoked device, written after its last good change. */
export const isSetAside = ({ code }: Pick<ChgRow, 'code'>): boolean => code === 'change/revoked';

const isOf = (header: ChangeHeader, { agg, at }: OfRecord): boolean => header.agg === agg && header.at === at;

const writes = ({ w }: ChangeHeader, group: string): boolean => w.some(({ g }) => g === group);
