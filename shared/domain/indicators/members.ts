/** @file F03 to F05: who belongs to the forums at the end of a period. */
import { IRAQI_YOUTH, UN_YOUTH } from '#shared/domain/age-band.ts';
import { hasVote } from '#shared/domain/meeting-rules.ts';
import { type ForumFact, isEndedBy } from './forums.ts';
import { type Item, isKnown, judged } from './item.ts';
import { isMemberOn, type MemberFact } from './member-fact.ts';
import type { Period } from './period.ts';

/** All in one order: the same people stand in all of them. */
export function memberItems(forums: readonly ForumFact[], { to }: Period): Record<string, Item[]> {
  const members = forums
    .filter((forum) => !isEndedBy(forum, to))
    .flatMap(({ members: all }) => all.filter((one) => hasVote(one.role) && isMemberOn(one, to)));
  const inBands = (bands: readonly string[]) => (one: MemberFact) =>
    judged(one.tags, isKnown(one.ageBand) ? bands.includes(one.ageBand) : null);
  return {
    F03: members.map(({ tags }) => ({ n: 1, of: 0, left: 0, tags })),
    F04: members.map(({ sex, tags }) => judged(tags, isKnown(sex) ? sex === 'female' : null)),
    F05: members.map(inBands(IRAQI_YOUTH)),
    F05_un: members.map(inBands(UN_YOUTH)),
  };
}
