/** @file Changes as they stand in the log, and back into what they say. */
import type { ChangeHeader, ChangePayload } from './change.ts';

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

/**
 * Reads a stored change. It was checked when it came in, and every page of the store is authenticated, so it is taken at
 * its word (`exchange.verify` does not); what cannot be read at all is thrown as DamagedStore.
 */
export function decodeRow(row: Pick<ChgRow, 'hdr' | 'pay'>): DecodedChange {
  const { header } = decodeHeader(row);
  return { header, payload: row.pay === null ? null : (parseStored(row.pay) as ChangePayload) };
}

/** As decodeRow, without looking at the payload. */
export function decodeHeader(row: Pick<ChgRow, 'hdr'>): { readonly header: ChangeHeader } {
  return { header: parseStored(row.hdr) as ChangeHeader };
}

function parseStored(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch {
    value = null;
  }
  if (typeof value !== 'object' || value === null) throw new DamagedStore('a stored change is damaged');
  return value;
}
