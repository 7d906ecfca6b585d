import { describe, expect, it } from 'vitest';
import { MeetingFields } from '#shared/contract/meetings.ts';
import { emptyMeeting, type MeetingForm, meetingInputOf, newAgendaItem, newDecision } from './meeting-form-model.ts';

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
    expect(input.attendance).toEqual([{ member, status: 'present' }]);
    expect(input.guests).toEqual([{ sex: 'female', ageBand: 'age_18_24', count: 3 }]);
  });
});
