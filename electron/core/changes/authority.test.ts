/** @file Who may write what, case by case: one reason to refuse in each. */
import { describe, expect, it } from 'vitest';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { type AuthorityContext, judge } from './authority.ts';
import type { ChangeHeader, ChangePayload } from './change.ts';

const bytes = (n: number, length: number): string => toBase64Url(new Uint8Array(length).fill(n));
const [hub, department, office, other] = ['hub', 'department', 'office', 'other'];
const parents: Readonly<Record<string, string>> = { department: 'hub', office: 'department', other: 'hub' };
const devices: Readonly<Record<string, string>> = {
  [bytes(1, 16)]: 'hub',
  [bytes(2, 16)]: 'department',
  [bytes(3, 16)]: 'office',
  [bytes(4, 16)]: 'other',
};
const founding = bytes(9, 16);
const roles = ['policing_clerk', 'policing_officer', 'hlp_mediator', 'hlp_supervisor', 'administrator'];

const isAbove = (above: string, below: string): boolean => {
  const parent = parents[below];
  return parent !== undefined && (parent === above || isAbove(above, parent));
};
const context: AuthorityContext = {
  rosterAt: (version) =>
    version > 3
      ? null
      : {
          device: (dev) => (devices[dev] === undefined ? null : { node: devices[dev], roles }),
          isAncestor: isAbove,
        },
  ownerAt: (_header, id) => (id === founding ? { node: 'office' } : id === bytes(8, 16) ? 'not-an-owner' : 'unknown'),
};
const deviceOf = (node: string | undefined): string => Object.entries(devices).find(([, of]) => of === node)?.[0] ?? '';

const header = (more: Partial<ChangeHeader> = {}): ChangeHeader => ({
  v: 1,
  dev: deviceOf(office),
  inc: bytes(1, 8),
  seq: 2,
  prev: bytes(0, 32),
  agg: bytes(5, 16),
  at: 'forum',
  kind: 'forum.edited',
  kv: 1,
  mu: 0,
  by: bytes(6, 16),
  role: 'policing_clerk',
  aud: 'open',
  ros: 2,
  own: founding,
  hlc: '0'.repeat(16),
  wall: 0,
  cq: 1,
  w: [{ g: 'status', p: [] }],
  pc: bytes(0, 32),
  ...more,
});
const payload = (d: ChangePayload['d'] = { status: { status: 'active' } }): ChangePayload => ({
  salt: bytes(0, 16),
  d,
});
const found = (node: string | undefined, by = node) =>
  [
    header({ dev: deviceOf(by), own: null, w: [{ g: 'owner', p: [] }] }),
    payload({ owner: { node: node ?? '' } }),
  ] as const;
const correction = { role: 'policing_officer', kind: 'correction.forum.edited' } as const;

const cases: readonly (readonly [string, ChangeHeader, ChangePayload | null, string])[] = [
  ['its own office edits', header(), payload(), 'ok'],
  ['its own office founds it', ...found(office), 'ok'],
  ['the directorate corrects', header({ dev: deviceOf(hub), ...correction }), payload(), 'ok'],
  ['the department above corrects', header({ dev: deviceOf(department), ...correction }), payload(), 'ok'],
  [
    'a correction is not called one',
    header({ dev: deviceOf(hub), role: 'policing_officer' }),
    payload(),
    'change/unauthorised',
  ],
  [
    'a clerk corrects',
    header({ dev: deviceOf(hub), ...correction, role: 'policing_clerk' }),
    payload(),
    'change/unauthorised',
  ],
  ['another office edits', header({ dev: deviceOf(other), ...correction }), payload(), 'change/unauthorised'],
  ['another office founds it for this one', ...found(office, other), 'change/unauthorised'],
  ['the directorate founds it for an office', ...found(office, hub), 'change/unauthorised'],
  [
    'a founding that saw an owner before',
    header({ own: null, w: [{ g: 'owner', p: [bytes(7, 16)] }] }),
    payload({ owner: { node: 'office' } }),
    'change/unauthorised',
  ],
  [
    'an edit takes ownership along',
    header({ w: [{ g: 'owner', p: [] }] }),
    payload({ owner: { node: 'office' } }),
    'change/unauthorised',
  ],
  ['a device nobody certified', header({ dev: bytes(7, 16) }), payload(), 'change/unauthorised'],
  ['a role the device may not use', header({ role: 'auditor' }), payload(), 'change/unauthorised'],
  ['a role nobody knows', header({ role: 'king' }), payload(), 'change/unauthorised'],
  ['a mediator writes a forum', header({ role: 'hlp_mediator' }), payload(), 'change/unauthorised'],
  ['a clerk writes a dispute', header({ at: 'dispute' }), payload({ status: {} }), 'change/unauthorised'],
  ['an owner of another record', header({ own: bytes(8, 16) }), payload(), 'change/unauthorised'],
  ['an owner that has not come', header({ own: bytes(1, 16) }), payload(), 'change/held-owner'],
  ['a roster that has not come', header({ ros: 4 }), payload(), 'change/held-roster'],
  ['a value of the wrong form', header(), payload({ status: { status: 7 } }), 'change/constraint'],
  [
    'a group of the other class',
    header({ w: [{ g: 'memberName:00000000-0000-7000-8000-000000000000', p: [] }] }),
    null,
    'change/constraint',
  ],
  ['a set without its element', header({ w: [{ g: 'member', p: [] }] }), null, 'change/constraint'],
  ['a group this program does not know', header({ w: [{ g: 'mood', p: [] }] }), payload({ mood: { n: 1 } }), 'ok'],
  ['a newer version with other values', header({ kv: 2 }), payload({ status: { status: 7 } }), 'ok'],
  ['a type this program does not know', header({ at: 'training', own: null }), payload(), 'ok'],
];

describe('the verdict on a change', () => {
  it.each(cases)('%s', (_name, one, content, expected) => {
    const verdict = judge(one, content, context);
    expect(verdict.verdict === 'ok' ? 'ok' : verdict.code).toBe(expected);
  });
});
