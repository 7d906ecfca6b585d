import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DisputeFields } from '#shared/contract/disputes.ts';
import { CalendarDate, ElementId } from '#shared/contract/fields.ts';
import { ForumFields } from '#shared/contract/forums.ts';
import { MeetingFields } from '#shared/contract/meetings.ts';
import { canMove, closingOutcomes, heldFromAfter } from '#shared/domain/dispute-stage.ts';
import type { Place } from '#shared/domain/places.ts';
import { planLife } from './life.ts';
import type { LifeEvent, LifeEventOf, LifePlan } from './life-types.ts';
import { ISSUE_SETS } from './words/meeting-words.ts';

const placesFile = new URL('../../../resources/places.json', import.meta.url);
const places: readonly Place[] = JSON.parse(readFileSync(placesFile, 'utf8'));
const input = { seed: 1, offices: 3, months: 6, startDate: '2026-04-01' };
const plan = planLife(input);
const everything: readonly LifeEvent[] = plan.offices.flatMap((office) => office.events);

function eventsOf<K extends LifeEvent['kind']>(kind: K, events = everything): LifeEventOf<K>[] {
  return events.filter((event): event is LifeEventOf<K> => event.kind === kind);
}

describe('planLife', () => {
  it('gives the same plan for the same seed and another for another', () => {
    expect(planLife(input)).toEqual(plan);
    expect(planLife({ ...input, seed: 2 })).not.toEqual(plan);
  });

  it('leaves the first offices as they are when more are added', () => {
    expect(planLife({ ...input, offices: 4 }).offices.slice(0, 3)).toEqual(plan.offices);
  });

  it('has the size of an office at work', () => {
    const records = ['forum-founded', 'meeting-recorded', 'dispute-opened'].map(
      (kind) => everything.filter((event) => event.kind === kind).length,
    );
    const total = records.reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThanOrEqual(150);
    expect(total).toBeLessThanOrEqual(400);
    expect(everything.length).toBeGreaterThan(900);
  });

  it('keeps events in the order of days, and every day a real one', () => {
    for (const { events } of plan.offices) {
      const days = events.map((event) => event.day);
      expect(days).toEqual(days.toSorted());
      for (const day of days) expect(CalendarDate.safeParse(day).success, day).toBe(true);
    }
    const last = everything
      .map((event) => event.day)
      .sort()
      .at(-1);
    expect(plan.exchangeDays).toEqual(plan.exchangeDays.toSorted());
    expect((plan.exchangeDays.at(-1) ?? '') > (last ?? '')).toBe(true);
  });

  it.each([
    [1, 1],
    [1, 2],
    [12, 3],
  ])('also plans %d offices and %d months', (offices, months) => {
    const small = planLife({ ...input, offices, months });
    expect(small.offices).toHaveLength(offices);
    for (const office of small.offices) expect(office.events.length).toBeGreaterThan(10);
    expect(small.corrections).toHaveLength(1);
    const codes = small.offices.map(({ place, officeNumber }) => `${place.slice(0, 5)}/${officeNumber}`);
    expect(new Set(codes).size).toBe(offices);
  });
});

describe('the contents', () => {
  it('are what the contract takes, with known codes alone', () => {
    for (const event of everything) {
      if (event.kind === 'forum-founded' || event.kind === 'forum-edited') ForumFields.parse(event.fields);
      if (event.kind === 'meeting-recorded' || event.kind === 'meeting-edited') MeetingFields.parse(event.fields);
      if (event.kind === 'dispute-opened' || event.kind === 'dispute-edited') DisputeFields.parse(event.fields);
    }
  });

  it('name places that exist', () => {
    const known = new Set(places.map((place) => place.code));
    const named = [plan.directorate.place, ...plan.offices.map((office) => office.place)];
    const ofDisputes = eventsOf('dispute-opened').flatMap(({ fields }) => [
      fields.district,
      ...fields.properties.map(({ place }) => place ?? 'IQ'),
    ]);
    for (const place of [...named, ...ofDisputes]) expect(known.has(place), place).toBe(true);
  });

  it('leave no slot of a phrase open', () => {
    expect(
      JSON.stringify(plan.offices.map((office) => office.events.map(({ day, ...rest }) => Object.values(rest)))),
    ).not.toMatch(/\{\w+\}/);
  });

  it('come with ids of their own, in the shape of a UUIDv7', () => {
    const ids = [
      ...eventsOf('forum-founded').map((event) => event.forum),
      ...eventsOf('meeting-recorded').map((event) => event.meeting),
      ...eventsOf('dispute-opened').map((event) => event.dispute),
      ...eventsOf('dispute-step').map((event) => event.step),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(ElementId.safeParse(id).success, id).toBe(true);
      expect(id[14]).toBe('7');
    }
  });
});

describe('forums', () => {
  it('have 8 to 15 members, one chair, women and the police among them', () => {
    for (const { fields } of eventsOf('forum-founded')) {
      const members = fields.members;
      expect(members.length).toBeGreaterThanOrEqual(8);
      expect(members.length).toBeLessThanOrEqual(15);
      expect(members.filter((member) => member.role === 'chair')).toHaveLength(1);
      expect(members.filter((member) => member.sex === 'female').length / members.length).toBeGreaterThan(0.25);
      expect(members.some((member) => member.category === 'community_police')).toBe(true);
      expect(new Set(members.map((member) => member.name)).size).toBe(members.length);
    }
  });

  it('are founded before anything else happens to them', () => {
    const founded = new Map(eventsOf('forum-founded').map((event) => [event.forum, event.day]));
    for (const { forum, day } of [...eventsOf('forum-edited'), ...eventsOf('meeting-recorded')]) {
      expect((founded.get(forum) ?? '9999') <= day).toBe(true);
    }
  });
});

describe('meetings', () => {
  const meetings = [...eventsOf('meeting-recorded'), ...eventsOf('meeting-edited')];

  it('tie every issue and decision to an item of their agenda', () => {
    for (const { fields } of meetings) {
      const agenda = new Set(fields.agenda.map((item) => item.id));
      expect(fields.agenda.map((item) => item.order)).toEqual(fields.agenda.map((_, index) => index + 1));
      for (const { agendaItem } of [...fields.issues, ...fields.decisions]) {
        expect(agendaItem !== null && agenda.has(agendaItem)).toBe(true);
      }
    }
  });

  it('say under an item what its title promises', () => {
    const titles = meetings.flatMap(({ fields }) =>
      fields.issues.map(({ issue, agendaItem }) => ({
        issue,
        title: fields.agenda.find((item) => item.id === agendaItem)?.title ?? '',
      })),
    );
    expect(titles.length).toBeGreaterThan(100);
    for (const { issue, title } of titles) {
      const words = ISSUE_SETS.find((set) => set.issue === issue)?.words;
      const starts = Object.values(words ?? {}).map(({ agenda }) => agenda.split('{')[0] ?? '');
      expect(
        starts.some((start) => title.startsWith(start)),
        title,
      ).toBe(true);
    }
  });

  it('list attendance of members of their forum only', () => {
    const forumOf = new Map(eventsOf('meeting-recorded').map((event) => [event.meeting, event.forum]));
    for (const { meeting, fields, day } of meetings) {
      const versions = [...eventsOf('forum-founded'), ...eventsOf('forum-edited')];
      const forum = versions.filter((version) => version.forum === forumOf.get(meeting) && version.day <= day).at(-1);
      const members = new Set(forum?.fields.members.map((member) => member.id));
      for (const { member } of fields.attendance) expect(members.has(member)).toBe(true);
    }
  });

  it("have women alone in women's sessions", () => {
    const women = new Set(
      [...eventsOf('forum-founded'), ...eventsOf('forum-edited')]
        .flatMap(({ fields }) => fields.members)
        .filter((member) => member.sex === 'female')
        .map((member) => member.id),
    );
    const sessions = meetings.filter(({ fields }) => fields.type === 'women_session');
    expect(sessions.length).toBeGreaterThan(0);
    for (const { fields } of sessions) {
      expect(fields.attendance.every(({ member }) => women.has(member))).toBe(true);
      expect(fields.guests.every(({ sex }) => sex === 'female')).toBe(true);
    }
  });

  it('take proposals, not decisions, without a quorum', () => {
    const short = meetings.filter(({ fields }) => fields.status === 'held_no_quorum');
    for (const { fields } of short) {
      expect(fields.decisions.every(({ type }) => type === 'proposal' || type === 'information_noted')).toBe(true);
    }
  });

  it('set due dates after the meeting', () => {
    for (const { fields } of meetings) for (const { due } of fields.actions) expect(due > fields.date).toBe(true);
  });
});

describe('disputes', () => {
  it('move along the stage table alone, with outcomes the table allows', () => {
    const closed = eventsOf('dispute-moved').filter((move) => move.to === 'closed');
    expect(closed.length).toBeGreaterThan(10);
    for (const { dispute } of eventsOf('dispute-opened')) expectLegalLife(dispute);
  });

  it('pass most stages between them', () => {
    expect(new Set(eventsOf('dispute-moved').map((move) => move.to)).size).toBeGreaterThanOrEqual(13);
  });

  it('note each step once, correct only what was noted, and nothing in the future', () => {
    const noted = new Set<string>();
    for (const step of eventsOf('dispute-step')) {
      if (step.corrects !== null) expect(noted.has(step.corrects)).toBe(true);
      expect(step.date <= step.day).toBe(true);
      noted.add(step.step);
    }
    expect(eventsOf('dispute-step').some((step) => step.corrects !== null)).toBe(true);
  });

  it('keep nothing without consent, and call no other party without it', () => {
    for (const { fields } of eventsOf('dispute-opened')) {
      const status = (scope: string) => fields.consents.find((consent) => consent.scope === scope)?.status;
      expect(status('record_keeping')).toBe('given');
      if (fields.parties.length > 1) expect(status('contact_other_party')).toBe('given');
    }
  });
});

describe('mistakes and disagreements', () => {
  it('voids one double record in each office', () => {
    for (const { events } of plan.offices) {
      const voided = [...eventsOf('meeting-voided', events), ...eventsOf('dispute-voided', events)];
      expect(voided).toHaveLength(1);
      for (const { reason } of voided) expect(reason).not.toBe('');
    }
  });

  it('lets directorate and office change one name between the same two exchanges', () => {
    expect(renamings(plan)).toBe(1);
    expect(renamings(planLife({ ...input, months: 1 }))).toBe(1);
    expect(renamings(planLife({ ...input, months: 12 }))).toBe(1);
  });
});

function expectLegalLife(dispute: string): void {
  let stage: string | null = null;
  let heldFrom: string | null = null;
  for (const event of everything) {
    if (!('dispute' in event) || event.dispute !== dispute) continue;
    if (event.kind === 'dispute-opened') stage = 'intake';
    if (event.kind === 'dispute-edited' || event.kind === 'dispute-step') expect(stage).not.toBe('closed');
    if (event.kind !== 'dispute-moved') continue;
    expect(canMove(stage, event.to, heldFrom), `${stage} to ${event.to}`).toEqual({ ok: true, value: undefined });
    if (event.to === 'closed') expect(closingOutcomes(stage ?? '')).toContain(event.outcome);
    else expect(event.outcome).toBeNull();
    heldFrom = heldFromAfter(stage, event.to);
    stage = event.to;
  }
}

/** Names of forums the office changed after a correction and before the exchange that brings it. */
function renamings({ offices, corrections, exchangeDays }: LifePlan): number {
  const found = corrections.flatMap((correction) => {
    const events = offices[correction.office]?.events ?? [];
    const before = exchangeDays.filter((day) => day < correction.day).at(-1) ?? '';
    const after = exchangeDays.find((day) => day >= correction.day) ?? '';
    const versions = events.filter(
      (event) => (event.kind === 'forum-founded' || event.kind === 'forum-edited') && event.forum === correction.forum,
    );
    const known = versions.filter((event) => event.day <= before).at(-1);
    return versions.filter(
      (event) =>
        event.kind === 'forum-edited' &&
        known?.kind.startsWith('forum') &&
        'fields' in known &&
        event.fields.name !== ('name' in known.fields ? known.fields.name : '') &&
        event.fields.name !== correction.changes.name &&
        event.day > before &&
        event.day <= after,
    );
  });
  return found.length;
}
