/**
 * @file What the square code on an agreement or a receipt holds: a signature of the office over what the paper says, as
 * digits alone, so that any reader of codes types them like a number. It names a case by its number and nobody else.
 * Bytes: form (1), kind (1), device (16), day as YYYYMMDD (4), digest of the contents (16), the paper's number (ASCII,
 * its length before it), signature (64).
 */

export const SEALED_PAPERS = ['agreement', 'receipt'] as const;
export type SealedPaper = (typeof SEALED_PAPERS)[number];

/**
 * `genuine`: sealed by an office, and the register says the same; `signed`: sealed by an office, but what it says is not
 * in this register, so it is compared by eye; `superseded`: another agreement replaced it, or the papers went back;
 * `altered`: the register says something else by now; `void`: the case was made void; `revoked`: sealed by a computer
 * that was shut out; `unknown`: this computer knows no such computer; `forged`: the signature does not hold.
 */
export const PAPER_VERDICTS = [
  'genuine',
  'signed',
  'superseded',
  'altered',
  'void',
  'revoked',
  'unknown',
  'forged',
] as const;
export type PaperVerdict = (typeof PAPER_VERDICTS)[number];

export type PaperSeal = {
  readonly kind: SealedPaper;
  /** Id of the device that signed, 16 bytes. */
  readonly device: Uint8Array;
  /** The day on the paper, `YYYY-MM-DD`. */
  readonly date: string;
  /** First 16 bytes of the SHA-256 of the contents. */
  readonly digest: Uint8Array;
  /** As printed: `KI017-2026-A0042-9/S1`. */
  readonly number: string;
};

export type ReadSeal = { readonly seal: PaperSeal; readonly signed: Uint8Array; readonly signature: Uint8Array };

/** What is signed. Throws a RangeError where a part has no room. */
export function sealBytes({ kind, device, date, digest, number }: PaperSeal): Uint8Array {
  const day = Number(date.replaceAll('-', ''));
  const name = [...number].map((character) => character.charCodeAt(0));
  const fits = device.length === 16 && digest.length === 16 && /^\d{8}$/.test(String(day));
  if (!fits || name.length > maxName || name.some((code) => code < 0x20 || code > 0x7e)) {
    throw new RangeError('no room for this on a paper seal');
  }
  const days = [day >>> 24, (day >>> 16) & 255, (day >>> 8) & 255, day & 255];
  return Uint8Array.from([form, SEALED_PAPERS.indexOf(kind), ...device, ...days, ...digest, name.length, ...name]);
}

/** About 330 digits. */
export const sealDigits = (signed: Uint8Array, signature: Uint8Array): string =>
  BigInt(`0x${hex(signed)}${hex(signature)}`).toString();

/** Null for what is no seal of this form. Nothing of it is verified yet. */
export function readSealDigits(typed: string): ReadSeal | null {
  if (!/^\d{200,600}$/.test(typed)) return null;
  const digits = BigInt(typed).toString(16);
  const all = Uint8Array.from((digits.length % 2 === 0 ? digits : `0${digits}`).match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
  const name = all[38] ?? 0;
  const signed = all.slice(0, 39 + name);
  const kind = SEALED_PAPERS[all[1] ?? -1];
  if (all[0] !== form || kind === undefined || name > maxName || all.length !== signed.length + 64) return null;
  const day = String(signed.slice(18, 22).reduce((sum, byte) => sum * 256 + byte, 0)).padStart(8, '0');
  const number = String.fromCharCode(...signed.slice(39));
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  if (day.length !== 8 || !/^[ -~]*$/.test(number)) return null;
  const seal = { kind, device: signed.slice(2, 18), date, digest: signed.slice(22, 38), number };
  return { seal, signed, signature: all.slice(signed.length) };
}

/** Never zero: leading zeros are lost in digits. */
const form = 1;
const maxName = 60;

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
