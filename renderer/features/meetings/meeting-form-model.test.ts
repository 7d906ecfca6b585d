import { describe, expect, it } from 'vitest';
import { MeetingFields } from '#shared/contract/meetings.ts';
import {
  emptyMeeting,
  type MeetingForm,
  meetingFormWith,
  meetingInputOf,
  newAgendaItem,
  newDecision,
} from './meeting-form-model.ts';

const meeting: MeetingForm = { ...emptyMeeting, type: 'regular', status: 'held', date: '2026-02-10' };

describe('meetingInputOf', () => {
  it('numbers the agenda as it stands on the screen', () => {
    const items = [newAgendaItem(), newAgendaItem()].map((item, index) => ({ ...item, title: `item ${index}` }));
    const input = MeetingFields.parse(meetingInputOf({ ...meeting, agenda: items.toReversed() }));
    expect(input.agenda.map(({ order, title }) => [order, title])).toEqual([
      [1, 'item 1'],
      [2, 'item 0'],
    ]);
  });

  it('drops references to an agenda item that was taken out', () => {
    const kept = { ...newAgendaItem(), title: 'kept' };
    const decisions = [kept.id, newAgendaItem().id].map((agendaItem) => ({
      ...newDecision(),
      type: 'agreed',
      agendaItem,
    }));
    const input = MeetingFields.parse(meetingInputOf({ ...meeting, agenda: [kept], decisions }));
    expect(input.decisions.map(({ agendaItem }) => agendaItem)).toEqual([kept.id, null]);
  });

  it('sends members who are marked, and guests without an identity', () => {
    const member = newAgendaItem().id;
    const guests = [{ id: newAgendaItem().id, sex: 'female', ageBand: 'age_18_24', count: 3 }];
    const input = MeetingFields.parse(meetingInputOf({ ...meeting, attendance: { [member]: 'present' }, guests }));
    expect(input.attendance).toEqual([{ member, status: 'present', substitute: null }]);
    expect(input.guests).toEqual([{ sex: 'female', ageBand: 'age_18_24', count: 3 }]);
  });

  it('asks who came for a member', () => {
    const member = newAgendaItem().id;
    const input = (substitutes: MeetingForm['substitutes']) =>
      MeetingFields.safeParse(meetingInputOf({ ...meeting, attendance: { [member]: 'substitute' }, substitutes }));
    expect(input({}).success).toBe(false);
    expect(input({ [member]: { sex: 'female', ageBand: 'age_18_24', name: '' } }).success).toBe(true);
  });

  it('counts votes where one of the numbers was written', () => {
    const decision = { ...newDecision(), type: 'agreed' };
    const decisions = [decision, { ...decision, id: newDecision().id, inFavour: 7 }];
    const input = MeetingFields.parse(meetingInputOf({ ...meeting, decisions }));
    expect(input.decisions.map(({ votes }) => votes)).toEqual([null, { inFavour: 7, against: 0, abstained: 0 }]);
  });

  it('leaves alone what nobody said about the next meeting or about earlier actions', () => {
    const action = newAgendaItem().id;
    const carried = {
      actions: [
        {
          action,
          meeting: newAgendaItem().id,
          number: 1,
          year: 2026,
          what: 'x',
          responsible: 'municipality',
          due: '2026-03-01',
          status: 'open',
          note: '',
        },
      ],
      next: { date: '2026-03-10', venue: 'y' },
    };
    const form = { ...meetingFormWith(carried), type: 'regular', status: 'held' };
    expect(form).toMatchObject({ date: '2026-03-10', venue: 'y' });
    expect(MeetingFields.parse(meetingInputOf(form))).toMatchObject({ reviews: [], next: null });
    const reviews = form.reviews.map((review) => ({ ...review, status: 'done', note: 'z' }));
    const { meeting: from } = carried.actions[0] ?? { meeting: '' };
    expect(MeetingFields.parse(meetingInputOf({ ...form, reviews })).reviews).toEqual([
      { action, meeting: from, status: 'done', note: 'z' },
    ]);
  });
});
