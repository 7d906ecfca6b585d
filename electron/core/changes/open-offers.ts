/** @file Who claims a record at the moment, and to whom it is offered: read from the registers (docs/adr/0010). */
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { ChangeHeader } from './change.ts';
import type { JsonObject } from './canonical.ts';
import { all } from './statements.ts';
import { decodeRow } from './stored.ts';

type HeadValue = { readonly id: string; readonly header: ChangeHeader; readonly value: JsonObject | null };

/** An offer that nobody has answered or withdrawn, under a head that still stands. */
export type OpenOffer = { readonly id: string; readonly to: string; readonly own: string };

/** The ownership heads of a record: mostly one. */
export const ownerHeads = (raw: SqliteDatabase, agg: Uint8Array): readonly { id: string; node: string }[] =>
  headValues(raw, agg, 'owner').flatMap(({ id, value }) =>
    typeof value?.node === 'string' ? [{ id, node: value.node }] : [],
  );

/** Two devices of one office may have offered it to two others without knowing of each other. */
export function openOffers(raw: SqliteDatabase, agg: Uint8Array): readonly OpenOffer[] {
  const offers = headValues(raw, agg, 'transfer').filter(({ value }) => value?.state === 'offered');
  if (offers.length === 0) return [];
  const standing = new Set(ownerHeads(raw, agg).map(({ id }) => id));
  return offers.flatMap(({ id, header, value }) =>
    typeof value?.to === 'string' && header.own !== null && standing.has(header.own)
      ? [{ id, to: value.to, own: header.own }]
      : [],
  );
}

/** Whether the owner by this head has offered the record: until it is answered the owner changes nothing. */
export const isOfferedAway = (raw: SqliteDatabase, agg: Uint8Array, own: string): boolean =>
  openOffers(raw, agg).some((offer) => offer.own === own);

function headValues(raw: SqliteDatabase, agg: Uint8Array, group: string): HeadValue[] {
  const rows = all<{ id16: Uint8Array; hdr: Uint8Array; pay: Uint8Array | null }>(
    raw,
    'SELECT h.id16, c.hdr, c.pay FROM head h JOIN chg c ON c.id16 = h.id16 WHERE h.agg = ? AND h.grp = ? ORDER BY h.id16',
    agg,
    group,
  );
  return rows.map((row) => {
    const { header, payload } = decodeRow(row);
    return { id: toBase64Url(row.id16), header, value: payload?.d[group] ?? null };
  });
}
