/**
 * @file A bounded look at an age header before the age library sees a byte: the library reads endless lines and
 * thousands of stanzas into memory.
 */
import { err, ok, type Result } from '#shared/lib/result.ts';
import { fromUtf8, utf8 } from './bytes.ts';

export const maxHeaderBytes = 16 * 1024;
export const maxStanzas = 24;

/** `stanzas` holds the type of each stanza; `length` is the size of the header, its last newline included. */
export type AgeHeader = { readonly stanzas: readonly string[]; readonly length: number };
export type AgeHeaderProblem = 'bundle/not-age' | 'bundle/header-too-large' | 'bundle/truncated';

/**
 * Takes pieces until the header is complete or a limit is passed. Gives what was taken, header and beginning of the
 * payload alike. Contents of the lines are left to the age library.
 */
export async function readAgeHeader(
  pieces: AsyncIterator<Uint8Array>,
): Promise<Result<{ readonly header: AgeHeader; readonly taken: Uint8Array }, AgeHeaderProblem>> {
  let taken: Uint8Array = new Uint8Array(0);
  for (;;) {
    const scanned = scanHeader(taken);
    if (!scanned.ok) return scanned;
    if (scanned.value !== null) return ok({ header: scanned.value, taken });
    const next = await pieces.next();
    if (next.done) return err(taken.length < versionLine.length ? 'bundle/not-age' : 'bundle/truncated');
    taken = taken.length === 0 ? next.value : Buffer.concat([taken, next.value]);
  }
}

const versionLine = utf8('age-encryption.org/v1\n');
const newline = 0x0a;

/** The header; null while it is incomplete. */
function scanHeader(bytes: Uint8Array): Result<AgeHeader | null, AgeHeaderProblem> {
  const beginning = bytes.subarray(0, versionLine.length);
  if (beginning.some((byte, index) => byte !== versionLine[index])) return err('bundle/not-age');
  const stanzas: string[] = [];
  const allowed = bytes.subarray(0, maxHeaderBytes);
  let start = versionLine.length;
  for (;;) {
    const end = allowed.indexOf(newline, start);
    if (end < 0) return allowed.length < maxHeaderBytes ? ok(null) : err('bundle/header-too-large');
    const line = fromUtf8(allowed.subarray(start, end)) ?? '';
    start = end + 1;
    if (line.startsWith('---')) return ok({ stanzas, length: start });
    if (line.startsWith('-> ')) stanzas.push(line.split(' ')[1] ?? '');
    if (stanzas.length > maxStanzas) return err('bundle/header-too-large');
  }
}
