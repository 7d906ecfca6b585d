/** @file Changes as they stand in the log, and back into what they say. */
import { type ChangeHeader, type ChangePayload, parseHeader, parsePayload } from './change.ts';

export type DecodedChange = { readonly header: ChangeHeader; readonly payload: ChangePayload | null };

export type ChgRow = {
  readonly n: number;
  readonly id: Uint8Array;
  readonly id16: Uint8Array;
  readonly hdr: Uint8Array;
  readonly pay: Uint8Array | null;
  readonly sig: Uint8Array;
  readonly verdict: string;
  readonly code: string | null;
  readonly checked: number;
  readonly src: Uint8Array | null;
};
export const chgColumns = 'n, id, id16, hdr, pay, sig, verdict, code, checked, src';

/** What the store holds is not what was once checked. */
export class DamagedStore extends Error {}

/** Reads a stored change; it was checked when it came in: a fault here is thrown as DamagedStore. */
export function decodeRow(row: Pick<ChgRow, 'hdr' | 'pay'>): DecodedChange {
  const { header } = decodeHeader(row);
  if (row.pay === null) return { header, payload: null };
  const payload = parsePayload(header, row.pay);
  if (!payload.ok) throw new DamagedStore('a stored change payload is damaged');
  return { header, payload: payload.value };
}

/** As decodeRow, without looking at the payload. */
export function decodeHeader(row: Pick<ChgRow, 'hdr'>): { readonly header: ChangeHeader } {
  const header = parseHeader(row.hdr);
  if (!header.ok) throw new DamagedStore('a stored change header is damaged');
  return { header: header.value };
}
