import { describe, expect, it } from 'vitest';
import { utf8 } from '#core/crypto/bytes.ts';
import { canonicalize, type JsonValue, parseCanonical } from './canonical.ts';
import { parseHeader } from './change.ts';
import { parseUsualHeader } from './usual-header.ts';

const id = (letter: string): string => `${letter.repeat(21)}A`;
const header = {
  v: 1,
  dev: id('d'),
  inc: 'iiiiiiiiiiA',
  seq: 7,
  prev: `${'p'.repeat(42)}A`,
  agg: id('a'),
  at: 'meeting',
  kind: 'meeting.edited',
  kv: 1,
  mu: 0,
  by: id('b'),
  role: 'policing_officer',
  aud: 'open',
  ros: 3,
  own: id('o'),
  hlc: '0198c0de00120000',
  wall: 1_764_000_000_000,
  cq: 2,
  w: [
    { g: 'session', p: [id('x'), id('y')] },
    { g: 'action:0198c0de-0012-7000-8000-000000000001', p: [] },
  ],
  pc: `${'c'.repeat(42)}A`,
} satisfies JsonValue;

/** What the fast way takes the slow way must take too, and read the same. */
function agrees(bytes: Uint8Array): boolean {
  const fast = parseUsualHeader(bytes);
  if (fast === null) return true;
  const slow = parseCanonical(bytes, { maxBytes: 16 * 1024 });
  return slow.ok && Buffer.from(canonicalize(fast as unknown as JsonValue)).equals(bytes);
}

describe('a usual header', () => {
  it('is read in one match', () => {
    expect(parseUsualHeader(canonicalize(header))).toEqual(header);
    const created = { ...header, own: null, aud: 'restricted', kind: 'restricted', w: [{ g: 'r2', p: [] }] };
    expect(parseUsualHeader(canonicalize(created))).toEqual(created);
  });

  it('is left to the slow way where it is not of the form', () => {
    const odd: JsonValue[] = [
      { ...header, wall: -5 },
      { ...header, kind: 'restricted' },
      { ...header, w: [] },
      { ...header, w: [header.w[0] as JsonValue, header.w[0] as JsonValue] },
      { ...header, w: [{ g: 'r1', p: [] }] },
      { ...header, w: [{ g: 'session', p: [id('y'), id('x')] }] },
      { ...header, seq: 0 },
      { ...header, more: 1 },
    ];
    for (const one of odd) expect(parseUsualHeader(canonicalize(one))).toBeNull();
    expect(parseUsualHeader(utf8(JSON.stringify(header)))).toBeNull();
    expect(parseHeader(canonicalize({ ...header, wall: -5 })).ok).toBe(true);
  });

  it('is never taken where the slow way refuses, whatever byte is changed, left out or doubled', () => {
    const bytes = canonicalize(header);
    for (let at = 0; at < bytes.length; at++) {
      for (const byte of utf8('"\\,:[]{}0A9z- \n\0')) {
        const changed = Uint8Array.from(bytes);
        changed[at] = byte;
        expect(agrees(changed), `byte ${byte} at ${at}`).toBe(true);
      }
      expect(agrees(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]))).toBe(true);
      expect(
        agrees(
          Buffer.concat(
            [bytes.subarray(0, at), bytes.subarray(at)].flatMap((part, i) =>
              i === 0 ? [part, bytes.subarray(at, at + 1)] : [part],
            ),
          ),
        ),
      ).toBe(true);
    }
  });
});
