/** @file Canonical JSON, TAB, base64url signature: how rosters, certificates and enrolment files are signed. */
import { canonicalize, type JsonValue, parseCanonical } from '#core/changes/canonical.ts';
import { concatBytes, fromBase64Url, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import type { Signer, Verifier } from '#core/crypto/ed25519.ts';

/** A line taken apart; nothing of it is verified yet. */
export type SignedLine = {
  readonly json: Uint8Array;
  readonly value: JsonValue;
  readonly isSignedBy: (context: string, verifier: Verifier) => boolean;
};

export function signLine(value: JsonValue, context: string, signer: Signer): Uint8Array {
  const json = canonicalize(value);
  return concatBytes(json, tab, utf8(toBase64Url(signer(context, json))));
}

/** Null when the line is not of this form, or longer than `maxBytes`. Strings may be as long as the line. */
export function splitSignedLine(line: Uint8Array, maxBytes: number): SignedLine | null {
  const at = line.length - signatureCharacters - 1;
  if (line.length > maxBytes || at < 2 || line[at] !== tab[0]) return null;
  const signature = fromBase64Url(Buffer.from(line.subarray(at + 1)).toString('latin1'));
  const json = line.subarray(0, at);
  const parsed = parseCanonical(json, { maxBytes, maxStringLength: maxBytes });
  if (signature === null || !parsed.ok) return null;
  return { json, value: parsed.value, isSignedBy: (context, verifier) => verifier(context, json, signature) };
}

const tab = utf8('\t');
const signatureCharacters = 86;
