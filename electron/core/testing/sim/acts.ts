/** @file What people do at their computers, through the handlers their screens would call. */
import { currentHeads } from '#core/changes/write.ts';
import { bytesToUuid } from '#core/changes/ids.ts';
import { all } from '#core/changes/statements.ts';
import type { DisputeInput } from '#shared/contract/disputes.ts';
import type { ForumFields } from '#shared/contract/forums.ts';
import { call, type Member } from './member.ts';
import { disputeForm, forumForm, meetingForm, secretOf } from './forms.ts';
import { Broken, members, type World } from './world.ts';

export type Act = {
  readonly name: string;
  readonly weight: number;
  /** Every office begins with it. */
  readonly begins?: true;
  /** Answers what came of it, in few words. */
  readonly run: (world: World, at: Member) => Promise<string>;
};

type Seen = { readonly id: string; readonly at: string; readonly owner: string };

/** Records that this member can open, of these types. */
export function recordsAt({ home }: Member, ...types: readonly string[]): readonly Seen[] {
  return all<{ id: Uint8Array; at: string; owner: string }>(
    home.store.raw,
    'SELECT id, at, owner FROM record WHERE owner IS NOT NULL AND stub = 0 AND voided = 0 ORDER BY id',
  )
    .filter(({ at }) => types.includes(at))
    .map(({ id, ...rest }) => ({ ...rest, id: bytesToUuid(id) }));
}

/** Refusals that are right in a world where records are void, withheld or changed by others. */
const expected = new Set([
  'record/changed',
  'record/voided',
  'record/not-found',
  'record/not-yours',
  'record/no-conflict',
  'record/newer-program',
  'record/offered-away',
  'node/revoked',
  'dispute/unknown-step',
  'transfer/already-offered',
  'transfer/not-offered',
  'transfer/not-all-here',
  'transfer/open-conflicts',
  'transfer/unknown-node',
  'sharing/consent-missing',
]);

export async function act(
  world: World,
  at: Member,
  ...[method, input]: Parameters<typeof call> extends [unknown, ...infer R] ? R : never
): Promise<string> {
  const answer = await call(at, method, input as never);
  world.counts.changes += world.journal.note(at);
  noteLocked(world, at, input, answer);
  if (answer.ok && method === 'transfers.return') world.rare.add('offered and returned');
  if (answer.ok && method === 'transfers.accept') world.rare.add('handed over');
  if (answer.ok) return 'done';
  if (!expected.has(answer.error.code)) throw new Broken('I26', `${method} at ${at.name}: ${answer.error.code}`);
  return answer.error.code;
}

function noteLocked(world: World, at: Member, input: object, answer: Awaited<ReturnType<typeof call>>): void {
  const { forumId } = input as { readonly forumId?: string };
  const key = `${at.keys.dev} ${forumId}`;
  if (!answer.ok && answer.error.code === 'record/newer-program') world.locked.add(key);
  if (answer.ok && world.locked.has(key)) world.rare.add('read-only until updated');
}

const isOffice = ({ kind }: Member): boolean => kind === 'office';

/** Forms that lie open: loaded once, handed in later, when the record may have changed. */
type OpenForm = {
  readonly at: Member;
  readonly method: 'disputes.edit' | 'forums.edit';
  readonly input:
    | { readonly disputeId: string; readonly fields: DisputeInput }
    | { readonly forumId: string; readonly fields: ForumFields };
  readonly record: string;
  readonly heads: Record<string, string[]>;
};

const openForms = new WeakMap<World, OpenForm[]>();

function formFor(world: World, at: Member, record?: string): OpenForm | null {
  const seen = recordsAt(at, 'dispute', 'forum').filter(({ id }) => record === undefined || id === record);
  if (seen.length === 0) return null;
  const { id, at: type, owner } = world.dice.pick(seen);
  const secret = owner === at.node ? secretOf(owner) : null;
  const heads = currentHeads(at.home.store.raw, id);
  if (type === 'forum')
    return {
      at,
      method: 'forums.edit',
      record: id,
      heads,
      input: { forumId: id, fields: forumForm(world.dice, id, secret) },
    };
  return {
    at,
    method: 'disputes.edit',
    record: id,
    heads,
    input: { disputeId: id, fields: disputeForm(world.dice, id, secret) },
  };
}

const handIn = (world: World, { at, method, input, heads }: OpenForm): Promise<string> =>
  act(world, at, method, { ...input, heads } as never);

/** Somebody edits this record, or any. */
export async function edit(world: World, at: Member, record?: string): Promise<string> {
  const form = formFor(world, at, record);
  return form ? handIn(world, form) : 'nothing here';
}

/** Somebody chooses one of several values of a record, or of any. */
export async function settle(world: World, at: Member, record?: string): Promise<string> {
  const conflicts = all<{ agg: Uint8Array; grp: string }>(
    at.home.store.raw,
    "SELECT agg, grp FROM val WHERE heads > 1 AND at <> 'user' ORDER BY agg, grp",
  ).filter(({ agg }) => record === undefined || bytesToUuid(agg) === record);
  if (conflicts.length === 0) return 'no conflict';
  const { agg, grp } = record === undefined ? world.dice.pick(conflicts) : (conflicts[0] ?? world.dice.pick(conflicts));
  const recordId = bytesToUuid(agg);
  const heads = currentHeads(at.home.store.raw, recordId);
  return act(world, at, 'records.resolve', { recordId, group: grp, keep: world.dice.pick(heads[grp] ?? []), heads });
}

export const acts: readonly Act[] = [
  {
    name: 'opens a dispute',
    weight: 2,
    begins: true,
    run: (world, at) =>
      isOffice(at)
        ? act(world, at, 'disputes.open', { fields: disputeForm(world.dice, world.dice.uuid(), secretOf(at.node)) })
        : Promise.resolve('not here'),
  },
  {
    name: 'founds a forum',
    weight: 1,
    begins: true,
    run: (world, at) =>
      isOffice(at)
        ? act(world, at, 'forums.create', { fields: forumForm(world.dice, world.dice.uuid(), secretOf(at.node)) })
        : Promise.resolve('not here'),
  },
  {
    name: 'edits a record',
    weight: 14,
    run: (world, at) => edit(world, at),
  },
  {
    name: 'opens a form',
    weight: 3,
    run: async (world, at) => {
      const form = formFor(world, at);
      if (form) openForms.set(world, [...(openForms.get(world) ?? []), form]);
      return form ? 'open' : 'nothing here';
    },
  },
  {
    name: 'hands in an old form',
    weight: 4,
    run: async (world) => {
      const forms = (openForms.get(world) ?? []).filter(({ at }) => members(world).includes(at));
      if (forms.length === 0) return 'none open';
      const form = world.dice.pick(forms);
      openForms.set(
        world,
        forms.filter((one) => one !== form),
      );
      return handIn(world, form);
    },
  },
  {
    name: 'adds a step',
    weight: 4,
    run: async (world, at) => {
      const own = recordsAt(at, 'dispute').filter(({ owner }) => owner === at.node);
      if (own.length === 0) return 'nothing here';
      const { id } = world.dice.pick(own);
      const text = secretOf(at.node);
      return act(world, at, 'disputes.addStep', { disputeId: id, kind: 'other', date: '2026-02-12', text });
    },
  },
  {
    name: 'settles a conflict',
    weight: 4,
    run: (world, at) => settle(world, at),
  },
  {
    name: 'minutes a meeting',
    weight: 1,
    run: async (world, at) => {
      const own = recordsAt(at, 'forum').filter(({ owner }) => owner === at.node);
      if (own.length === 0) return 'nothing here';
      return act(world, at, 'meetings.create', {
        forumId: world.dice.pick(own).id,
        fields: meetingForm(world.dice, 0),
      });
    },
  },
  {
    name: 'voids a record',
    weight: 1,
    run: async (world, at) => {
      const own = recordsAt(at, 'dispute', 'forum').filter(({ owner }) => owner === at.node);
      if (own.length === 0) return 'nothing here';
      const { id } = world.dice.pick(own);
      const heads = currentHeads(at.home.store.raw, id);
      return act(world, at, 'records.void', { recordId: id, reason: secretOf(at.node), heads });
    },
  },
  {
    name: 'has the date wrong',
    weight: 2,
    run: async ({ dice }, at) => {
      at.clock = dice.chance(0.3)
        ? dice.pick([0, Date.parse('1970-01-02'), Date.parse('2099-12-31'), Date.parse('2001-01-01')])
        : at.clock + (dice.int(20) - 5) * 3_600_000;
      return new Date(at.clock).toISOString();
    },
  },
];
