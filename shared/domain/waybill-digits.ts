/**
 * @file What the square code on a waybill holds: digits alone, so that any reader of codes types them like a number.
 * Fixed columns, in this order: form (1), number of the file (8), epoch (4), first and last position on the link (10
 * each), bytes (10), and the first 8 bytes of the file's SHA-256 as a number (20). It names nobody and no record.
 */

export type WaybillNumbers = {
  readonly bundleNumber: number;
  readonly epoch: number;
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
  /** SHA-256 as hex; only its first 16 digits are kept. */
  readonly sha: string;
};

/** 63 digits. Throws a RangeError for a number that has no room in its column. */
export function waybillDigits({ bundleNumber, epoch, from, to, bytes, sha }: WaybillNumbers): string {
  const numbers = [bundleNumber, epoch, from, to, bytes].map((value, i) => column(String(value), widths[i] ?? 0));
  return [form, ...numbers, column(BigInt(`0x${sha.slice(0, shaDigits)}`).toString(), shaWidth)].join('');
}

/** Null for what is no waybill of this form. `sha` comes back as its first 16 hex digits. */
export function readWaybillDigits(digits: string): WaybillNumbers | null {
  const columns = new RegExp(`^${form}${[...widths, shaWidth].map((width) => `(\\d{${width}})`).join('')}$`);
  const match = columns.exec(digits);
  if (!match) return null;
  const [bundleNumber = 0, epoch = 0, from = 0, to = 0, bytes = 0] = match.slice(1, -1).map(Number);
  const sha = BigInt(match.at(-1) ?? 0)
    .toString(16)
    .padStart(shaDigits, '0');
  return { bundleNumber, epoch, from, to, bytes, sha };
}

const form = '1';
const widths = [8, 4, 10, 10, 10];
const shaDigits = 16;
const shaWidth = 20;

function column(digits: string, width: number): string {
  if (digits.length > width || !/^\d+$/.test(digits)) throw new RangeError('no room for a number on a waybill');
  return digits.padStart(width, '0');
}
