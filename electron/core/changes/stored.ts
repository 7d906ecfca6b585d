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
  readonly checked: number;
  readonly src: Uint8Array | null;
};
export const chgColumns = 'n, id, id16, hdr, pay, sig, verdict, checked, src';

/** Reads a stored change; it was checked when it came in, so a fault here is a damaged store. */
export function decodeRow(row: Pick<ChgRow, 'hdr' | 'pay'>): DecodedChange {
  const header = parseHeader(row.hdr);
  if (!header.ok) throw new Error('a stored change header is damaged');
  if (row.pay === null) return { header: header.value, payload: null };
  const payload = parsePayload(header.value, row.pay);
  if (!payload.ok) throw new Error('a stored change payload is damaged');
  return { header: header.value, payload: payload.value };
}
