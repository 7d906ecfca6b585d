/** @file Who may write what, case by case: one reason to refuse in each. */
import { describe, expect, it } from 'vitest';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { judge } from './authority.ts';
import type { AuthorityContext, Offer } from './verdict.ts';
import type { ChangeHeader, ChangePayload } from './change.ts';

const bytes = (n: number, length: number): string => toBase64Url(new Uint8Array(length).fill(n));
const [hub, department, office, other] = ['hub', 'department', 'office', 'other'];
const parents: Readonly<Record<string, string>> = { department: 'hub', office: 'department', other: 'hub' };
const reader = '00000000-0000-7000-8000-000000000001';
const devices: Readonly<Record<string, string>> = {
  [bytes(1, 16)]: 'hub',
  [bytes(2, 16)]: 'department',
  [bytes(3, 16)]: 'office',
  [bytes(4, 16)]: 'other',
  [bytes(10, 16)]: reader,
};
const founding = bytes(9, 16);
/** Offered to the other office, made under another head, and no offer at all. */
const offers: Readonly<Record<string, Offer | 'not-an-offer'>> = {
  [bytes(20, 16)]: { to: 'other', own: founding },
  [bytes(21, 16)]: { to: 'other', own: bytes(7, 16) },
  [bytes(22, 16)]: 'not-an-offer',
};
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
          hasNode: (node) => Object.values(devices).includes(node),
        },
  ownerAt: (_header, id) => (id === founding ? { node: 'office' } : id === bytes(8, 16) ? 'not-an-owner' : 'unknown'),
  offerAt: (_header, id) => offers[id] ?? 'unknown',
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

const moved = (state: string, more: { to?: string; p?: string[]; by?: string; role?: string; owner?: string } = {}) => {
  const takes = more.owner === undefined ? [] : [{ g: 'owner', p: [founding] }];
  return [
    header({
      dev: deviceOf(more.by ?? office),
      at: 'dispute',
      role: more.role ?? 'hlp_supervisor',
      w: [...takes, { g: 'transfer', p: more.p ?? [] }],
    }),
    payload({
      ...(more.owner === undefined ? {} : { owner: { node: more.owner } }),
      transfer: { to: more.to ?? 'other', state, reason: null, parcel: null, papers: [] },
    }),
  ] as const;
};
const accepted = { by: other, owner: other, p: [bytes(20, 16)] };
const shared = (by: string | undefined, node: string) =>
  [
    header({ dev: deviceOf(by), at: 'dispute', role: 'hlp_supervisor', w: [{ g: `share:${node}`, p: [] }] }),
    payload({ [`share:${node}`]: { parcel: null, papers: [] } }),
  ] as const;

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
  [
    'what never leaves a computer',
    header({
      at: 'dispute',
      role: 'hlp_mediator',
      w: [{ g: 'protectionLocal:00000000-0000-7000-8000-000000000000', p: [] }],
    }),
    null,
    'change/constraint',
  ],
  ['a group this program does not know', header({ w: [{ g: 'mood', p: [] }] }), payload({ mood: { n: 1 } }), 'ok'],
  ['a newer version with other values', header({ kv: 2 }), payload({ status: { status: 7 } }), 'ok'],
  ['its owner offers it', ...moved('offered'), 'ok'],
  ['its owner withdraws the offer', ...moved('withdrawn', { p: [bytes(20, 16)] }), 'ok'],
  ['the office it was offered to accepts', ...moved('accepted', accepted), 'ok'],
  ['the office it was offered to returns it', ...moved('returned', { by: other, p: [bytes(20, 16)] }), 'ok'],
  ['a mediator offers it', ...moved('offered', { role: 'hlp_mediator' }), 'change/unauthorised'],
  ['another office offers it', ...moved('offered', { by: other, to: 'hub' }), 'change/unauthorised'],
  ['the directorate offers it for its owner', ...moved('offered', { by: hub }), 'change/unauthorised'],
  ['it is offered to a node that does not exist', ...moved('offered', { to: 'nowhere' }), 'change/constraint'],
  ['it is offered to its owner', ...moved('offered', { to: 'office' }), 'change/constraint'],
  ['an offer takes ownership along', ...moved('offered', { owner: other }), 'change/unauthorised'],
  ['it is accepted without an offer', ...moved('accepted', { ...accepted, p: [] }), 'change/unauthorised'],
  [
    'two offers are accepted at once',
    ...moved('accepted', { ...accepted, p: [bytes(20, 16), bytes(21, 16)] }),
    'change/unauthorised',
  ],
  [
    'an offer is accepted that has not come',
    ...moved('accepted', { ...accepted, p: [bytes(23, 16)] }),
    'change/held-owner',
  ],
  ['what is accepted is no offer', ...moved('accepted', { ...accepted, p: [bytes(22, 16)] }), 'change/unauthorised'],
  [
    'the offer was made under another head',
    ...moved('accepted', { ...accepted, p: [bytes(21, 16)] }),
    'change/unauthorised',
  ],
  [
    'an office accepts what was offered to another',
    ...moved('accepted', { ...accepted, by: department, owner: 'department', to: 'department' }),
    'change/unauthorised',
  ],
  ['an office accepts for another', ...moved('accepted', { ...accepted, owner: 'hub' }), 'change/unauthorised'],
  [
    'an acceptance that takes no ownership',
    ...moved('accepted', { by: other, p: [bytes(20, 16)] }),
    'change/unauthorised',
  ],
  ['a return that takes ownership', ...moved('returned', accepted), 'change/unauthorised'],
  ['a stranger withdraws the offer', ...moved('withdrawn', { by: other }), 'change/unauthorised'],
  ['a state nobody knows', ...moved('lost'), 'change/constraint'],
  ['its owner shares it', ...shared(office, reader), 'ok'],
  ['another office shares it', ...shared(other, reader), 'change/unauthorised'],
  ['it is shared with a node that does not exist', ...shared(office, reader.replace('1', '2')), 'change/constraint'],
  ['a type this program does not know', header({ at: 'census', own: null }), payload(), 'ok'],
];

describe('the verdict on a change', () => {
  it.each(cases)('%s', (_name, one, content, expected) => {
    const verdict = judge(one, content, context);
    expect(verdict.verdict === 'ok' ? 'ok' : verdict.code).toBe(expected);
  });
});
