/** @file F07, F09, F10: meetings that took place, and who came. */
import { meetingTypeRules, tookPart } from '#shared/domain/meeting-rules.ts';
import { counted, type Item, isKnown, judged, type Tags } from './item.ts';
import { isIn, type Period } from './period.ts';

/** A meeting that took place. */
export type MeetingFact = {
  readonly type: string;
  readonly date: string;
  /** Null where none is needed, or nobody's attendance was written down. */
  readonly quorum: boolean | null;
  readonly tags: Tags;
  /** Who belonged to the forum that day, or came in the place of somebody who does. */
  readonly people: readonly AttendanceFact[];
};

export type AttendanceFact = {
  /** Code of `attendance_status`; empty where nothing was marked. */
  readonly status: string;
  readonly member: Person;
  readonly substitute: Person | null;
};

type Person = { readonly sex: string; readonly ageBand: string };

export function meetingItems(meetings: readonly MeetingFact[], period: Period): Record<string, Item[]> {
  const held = meetings.filter(({ date }) => isIn(period, date));
  const mixed = held.filter(({ type }) => type !== 'women_session');
  return {
    F07: held.map(({ tags }) => counted(tags)),
    F09: held
      .filter(({ type }) => meetingTypeRules(type).quorum)
      .map(({ tags, quorum }) => judged(tags, quorum === true)),
    F10: mixed.flatMap(({ people, tags }) => people.flatMap((row) => cameItem(row, tags))),
    F10_rate: mixed.flatMap(({ people, tags }) => people.flatMap((row) => womanItem(row, tags))),
  };
}

function cameItem({ status, member, substitute }: AttendanceFact, tags: Tags): Item[] {
  if (!tookPart(status)) return [];
  const { sex, ageBand } = status === 'substitute' ? (substitute ?? nobodyKnown) : member;
  return [judged({ ...tags, age_band: ageBand }, isKnown(sex) ? sex === 'female' : null)];
}

const nobodyKnown: Person = { sex: 'not_stated', ageBand: 'unknown' };

/** Of a woman who belonged to the forum that day: whether she came herself. */
const womanItem = ({ status, member }: AttendanceFact, tags: Tags): Item[] =>
  member.sex === 'female'
    ? [judged({ ...tags, age_band: member.ageBand }, status === 'present' || status === 'present_remote')]
    : [];
