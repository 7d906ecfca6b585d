/** @file A meeting with much to write down, approved and corrected, and one that is planned: for papers of many pages. */
import { v7 as uuidv7 } from 'uuid';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { ask } from './direct.ts';
import type { DemoWords } from './demo-words.ts';
import type { Installation } from './host.ts';

export type DemoPapers = {
  readonly heldId: string;
  readonly held: string;
  readonly plannedId: string;
  readonly planned: string;
  /** Element ids of the approved versions, the first one first. */
  readonly versions: readonly string[];
};

export async function recordLongMeeting(office: Installation, forumId: string, words: DemoWords): Promise<DemoPapers> {
  const { members } = await ask(office, 'forums.get', { forumId });
  const fields = longMeeting(
    members.map(({ id }) => id),
    words,
  );
  const held = await ask(office, 'meetings.create', { forumId, fields });
  const headsOf = async () => (await ask(office, 'meetings.get', { meetingId: held.id })).heads;
  await ask(office, 'meetings.approve', { meetingId: held.id, approvedOn: '2026-11-04', heads: await headsOf() });
  await ask(office, 'meetings.correct', {
    meetingId: held.id,
    fields: { ...fields, venue: words.servingOffice },
    reason: words.next,
    correctedOn: '2026-11-05',
    heads: await headsOf(),
  });
  const planned = await ask(office, 'meetings.create', { forumId, fields: plannedMeeting(words) });
  const versions = await ask(office, 'meetings.versions', { meetingId: held.id });
  const numbered = ({ year, number }: { year: number; number: number }) => `${year}/${number}`;
  return {
    heldId: held.id,
    held: numbered(held),
    plannedId: planned.id,
    planned: numbered(planned),
    versions: versions.toReversed().map(({ id }) => id),
  };
}

function longMeeting(members: readonly string[], words: DemoWords): MeetingFields {
  const agenda = words.agenda.map((title, index) => ({ id: uuidv7(), order: index + 1, title }));
  const agendaItem = agenda[0]?.id ?? null;
  const many = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => make(at));
  return {
    type: 'regular',
    status: 'held',
    date: '2026-11-03',
    venue: words.venue,
    startTime: '10:30',
    endTime: '12:15',
    chair: members[0] ?? null,
    agenda,
    attendance: members.map((member, index) =>
      index === 1
        ? { member, status: 'substitute', substitute: { sex: 'female', ageBand: 'age_30_44', name: words.clerk } }
        : { member, status: index === 2 ? 'absent_excused' : 'present' },
    ),
    guests: [{ sex: 'female', ageBand: 'age_18_24', count: 7 }],
    issues: many(6, () => ({ id: uuidv7(), issue: 'street_lighting', agendaItem, statement: words.statement })),
    decisions: many(6, () => ({ id: uuidv7(), type: 'agreed', agendaItem, text: words.decision })),
    actions: many(14, (index) => ({
      id: uuidv7(),
      what: words.actions[index % words.actions.length] ?? '',
      responsible: index % 2 === 0 ? 'municipality' : 'local_police',
      due: '2026-12-20',
      status: 'open',
    })),
    next: { date: '2026-12-08', venue: words.venue },
  };
}

const plannedMeeting = (words: DemoWords): MeetingFields => ({
  type: 'regular',
  status: 'planned',
  date: '2026-12-08',
  venue: words.venue,
  startTime: '10:00',
  agenda: words.agenda.map((title, index) => ({ id: uuidv7(), order: index + 1, title })),
  attendance: [],
  guests: [],
  issues: [],
  decisions: [],
  actions: [],
});
