import { describe, expect, it } from 'vitest';
import {
  decisionAsTaken,
  type JudgedMeeting,
  meetingFaults,
  meetingStatus,
  meetingTypeRules,
  peopleIn,
  quorumOf,
  type RollMember,
} from './meeting-rules.ts';

const member = (id: string, more: Partial<RollMember> = {}): RollMember => ({
  id,
  sex: 'female',
  ageBand: 'age_30_44',
  votes: true,
  ...more,
});
const four = [member('a'), member('b'), member('c', { sex: 'male' }), member('d', { votes: false })];
const come = (...ids: readonly string[]) => ids.map((id) => ({ member: id, status: 'present' }));

const meeting = (more: Partial<JudgedMeeting> = {}): JudgedMeeting => ({
  type: 'regular',
  status: 'held',
  attendance: come('a', 'b', 'c', 'd'),
  guests: [],
  decisions: [],
  ...more,
});
const codesOf = (judged: JudgedMeeting) =>
  meetingFaults(judged, four).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('the quorum', () => {
  it.each([
    // voters, per mille, present, needed, reached
    [4, 500, 2, 3, false],
    [4, 500, 3, 3, true],
    [5, 500, 3, 3, true],
    [5, 500, 2, 3, false],
    [3, 666, 2, 2, true],
    [3, 667, 2, 3, false],
    [1, 500, 1, 1, true],
    [0, 500, 0, 1, false],
  ])('of %i voters by %i per mille with %i present needs %i: %s', (voters, ratio, present, needed, reached) => {
    const members = Array.from({ length: voters }, (_, index) => member(String(index)));
    const attendance = [
      ...members.map(({ id }, index) => ({ member: id, status: index < present ? 'present' : 'absent' })),
      { member: 'observer', status: 'present' },
    ];
    const roll = { ratio, members: [...members, member('observer', { votes: false })] };
    expect(quorumOf('regular', roll, attendance)).toEqual({ voters, present, needed, reached });
  });

  it('counts who is there by phone or by a substitute', () => {
    const attendance = ['present', 'present_remote', 'substitute', 'absent_excused', 'absent'].map((status, index) => ({
      member: String(index),
      status,
    }));
    const members = attendance.map((entry) => member(entry.member));
    expect(quorumOf('ssp_review', { ratio: 500, members }, attendance)?.present).toBe(3);
  });

  it('is asked of meetings that decide alone, once attendance was recorded', () => {
    const roll = { ratio: 500, members: four };
    for (const type of ['women_session', 'youth_session', 'founding', 'safety_walk', 'of_a_newer_program']) {
      expect(quorumOf(type, roll, come('a'))).toBeNull();
    }
    expect(quorumOf('regular', roll, [])).toBeNull();
    expect(quorumOf('regular', null, come('a'))).toBeNull();
    expect(meetingTypeRules('toString')).toEqual({ quorum: false, company: 'anyone' });
  });
});

describe('what is reckoned', () => {
  const missed = { voters: 4, present: 1, needed: 3, reached: false };
  const reached = { ...missed, present: 3, reached: true };

  it.each([
    ['held', missed, false, 'held_no_quorum'],
    ['held', reached, false, 'held'],
    ['held', null, false, 'held'],
    ['held_no_quorum', reached, false, 'held'],
    ['held_no_quorum', null, false, 'held_no_quorum'],
    ['minutes_draft', missed, false, 'minutes_draft'],
    ['minutes_draft', missed, true, 'minutes_approved'],
    ['planned', null, false, 'planned'],
  ])('calls what was entered as %s by its status', (entered, quorum, approved, status) => {
    expect(meetingStatus(entered, quorum, approved)).toBe(status);
  });

  it('takes decisions without a quorum as proposals, and notes as notes', () => {
    expect(decisionAsTaken('agreed', missed)).toBe('proposal');
    expect(decisionAsTaken('added_to_ssp', missed)).toBe('proposal');
    expect(decisionAsTaken('information_noted', missed)).toBe('information_noted');
    expect(decisionAsTaken('agreed', reached)).toBe('agreed');
    expect(decisionAsTaken('agreed', null)).toBe('agreed');
  });

  it('counts a substitute as the person who came', () => {
    const attendance = [{ member: 'c', status: 'substitute', substitute: { sex: 'female', ageBand: 'age_18_24' } }];
    expect(peopleIn({ attendance, guests: [] }, four)).toEqual([{ sex: 'female', ageBand: 'age_18_24', count: 1 }]);
  });
});

describe('minutes', () => {
  it('that are as they should be are not refused', () => {
    expect(codesOf(meeting({ startTime: '09:00', endTime: '10:30', chair: 'a' }))).toEqual([]);
  });

  it.each<[string, Partial<JudgedMeeting>, string]>([
    ['end before they start', { startTime: '10:00', endTime: '09:59' }, 'endTime field/end-before-start'],
    ['end as they start', { startTime: '10:00', endTime: '10:00' }, 'endTime field/end-before-start'],
    ['have a stranger in the chair', { chair: 'x' }, 'chair field/chair-not-a-member'],
    [
      'have a chair who was not there',
      { chair: 'a', attendance: [{ member: 'a', status: 'substitute' }] },
      'chair field/chair-absent',
    ],
    [
      'count more votes than voters',
      { decisions: [{ votes: { inFavour: 2, against: 1, abstained: 1 } }] },
      'decisions.0.votes.inFavour field/too-many-votes',
    ],
    ['approve themselves', { status: 'minutes_approved' }, 'status field/by-approval-alone'],
    ['postpone without a reason', { status: 'postponed', statusReason: ' ' }, 'statusReason field/say-why-not-held'],
    ['have men in a women’s session', { type: 'women_session' }, 'mixedReason field/say-why-men'],
    ['have hardly any young people', { type: 'youth_session' }, 'mixedReason field/say-why-older'],
    [
      'say of an action that it is done, but not what was done',
      { reviews: [{ status: 'done', note: '' }] },
      'reviews.0.note field/required',
    ],
  ])('are refused that %s', (_, more, fault) => {
    expect(codesOf(meeting(more))).toEqual([fault]);
  });

  it('take what is unlikely with a reason', () => {
    const mixedReason = 'المدرب رجل';
    expect(codesOf(meeting({ type: 'women_session', mixedReason }))).toEqual([]);
    expect(codesOf(meeting({ type: 'youth_session', mixedReason }))).toEqual([]);
    expect(codesOf(meeting({ status: 'cancelled', statusReason: 'الوضع الأمني' }))).toEqual([]);
  });

  it('of a session are judged by guests and substitutes too', () => {
    const women = meeting({ type: 'women_session', attendance: come('a', 'b') });
    expect(codesOf(women)).toEqual([]);
    expect(codesOf({ ...women, guests: [{ sex: 'male', ageBand: 'age_18_24', count: 1 }] })).toHaveLength(1);
    const sent = { sex: 'male', ageBand: 'age_30_44' };
    const attendance = [{ member: 'a', status: 'substitute', substitute: sent }];
    expect(codesOf({ ...women, attendance })).toHaveLength(1);
    const youth = meeting({ type: 'youth_session', attendance: come('a') });
    expect(codesOf({ ...youth, guests: [{ sex: 'male', ageBand: 'age_18_24', count: 1 }] })).toEqual([]);
    expect(codesOf({ ...youth, attendance: [], guests: [] })).toEqual([]);
  });

  it('count votes to the last of those who have one', () => {
    const decisions = [{ votes: { inFavour: 2, against: 0, abstained: 1 } }, { votes: null }, {}];
    expect(codesOf(meeting({ decisions }))).toEqual([]);
  });
});
