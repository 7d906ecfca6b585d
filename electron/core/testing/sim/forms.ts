/**
 * @file Filled-in forms. A few fields differ each time, from small alphabets, so that values meet and collide. What must
 * stay at the office carries the office's mark.
 */
import { sampleDispute, sampleForum } from '#core/testing/samples.ts';
import type { DisputeInput } from '#shared/contract/disputes.ts';
import type { ForumFields } from '#shared/contract/forums.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { Dice } from './dice.ts';

/** Stands in drafts and settings of every home, which no file may carry. */
export const localMark = 'LOCAL-ONLY';

const secretMark = 'SECRET-OF-';

/** Stands in everything restricted that this node's people write. */
export const secretOf = (node: string): string => `${secretMark}${node}`;

/** Whose secrets a text holds. */
export const secretsIn = (text: string): readonly string[] =>
  [...text.matchAll(/SECRET-OF-([0-9a-f-]{36})/g)].map(([, node]) => node ?? '');

/** Element ids must be the same each time a record is edited: made from its own. */
const elementOf = (record: string, n: number): string => `${record.slice(0, -2)}0${n}`;

/** `secret` null: made where what is restricted cannot be read, so the form says nothing of it. */
export function disputeForm(dice: Dice, record: string, secret: string | null): DisputeInput {
  const plain = sampleDispute();
  return {
    ...plain,
    channel: dice.pick(['walk_in', 'phone_hotline', 'forum']),
    district: dice.pick(['IQG10', 'IQG10', 'IQG08']),
    narrative: secret === null ? '' : `${secret} ${dice.int(3)}`,
    properties: [{ id: elementOf(record, 9), description: secret === null ? null : `${secret} ${dice.int(3)}` }],
    parties: [1, 2].slice(0, 1 + dice.int(2)).map((n) => ({
      id: elementOf(record, n),
      name: secret === null ? null : `${secret} ${dice.int(3)}`,
      phone: null,
      kind: 'natural_person',
      role: 'claimant',
      sex: dice.pick(['male', 'female']),
      ageBand: 'age_45_59',
    })),
    consents: (['share_directorate', 'share_referral_body'] as const)
      .filter(() => dice.chance(0.5))
      .map((scope, n) => ({
        id: elementOf(record, n + 5),
        scope,
        status: 'given',
        method: 'signature',
        date: '2026-02-11',
      })),
  };
}

export function forumForm(dice: Dice, record: string, secret: string | null): ForumFields {
  const plain = sampleForum();
  return {
    ...plain,
    name: `forum ${dice.int(4)}`,
    servingOffice: `station ${dice.int(2)}`,
    members: [1, 2, 3].slice(0, 1 + dice.int(3)).map((n) => ({
      id: elementOf(record, n),
      name: secret === null ? null : `${secret} ${dice.int(2)}`,
      phone: null,
      sex: dice.pick(['male', 'female']),
      ageBand: 'age_30_44',
      category: 'women_representative',
      role: 'member',
      status: 'active',
      since: '2025-02-03',
    })),
  };
}

/** `passages`: decisions so long, and so little alike, that a small stick holds few of them. */
export function meetingForm(dice: Dice, passages: number): MeetingFields {
  return {
    type: 'regular',
    status: 'held',
    date: '2026-02-10',
    venue: `hall ${dice.int(3)}`,
    agenda: [],
    attendance: [],
    guests: [{ sex: 'female', ageBand: 'age_18_24', count: 1 + dice.int(5) }],
    issues: [],
    decisions: Array.from({ length: passages }, () => ({
      id: dice.uuid(),
      type: 'agreed' as const,
      agendaItem: null,
      text: toBase64Url(dice.bytes(14_000)),
    })),
    actions: [],
  };
}
