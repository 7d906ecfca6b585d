import { attachment, frame, handOver, open, openSet, policing, restrictedSet, type RecordSpec } from './record-spec.ts';

export const forumType = {
  ...policing,
  groups: {
    ...frame,
    ...handOver,
    identity: open({ name: 'text', place: 'text' }),
    service: open({ servingOffice: 'text' }),
    /** Record id of the community police office that serves it; why one so far away. */
    site: open({ site: 'text?', farReason: 'text' }),
    founding: open({ foundedOn: 'text?', establishedBy: 'text' }),
    /** What the forum gave itself: its order, the day it was adopted, the area, the aims. */
    statute: open({ adoptedOn: 'text?', order: 'text', area: 'text', aims: 'text', usualMeeting: 'text' }),
    partners: open({ ids: 'texts' }),
    status: open({ status: 'text' }),
    /** It ended or began again: merged, dissolved, revived. */
    turn: openSet({ kind: 'text', on: 'text', reason: 'text', into: 'text?' }),
    member: openSet({
      sex: 'text',
      ageBand: 'text',
      category: 'text',
      role: 'text',
      status: 'text',
      since: 'text?',
    }),
    memberBackground: openSet({
      secondary: 'texts',
      displacement: 'text?',
      selection: 'text?',
      institution: 'text',
    }),
    memberTerm: openSet({ from: 'text?', until: 'text?', leftOn: 'text?' }),
    memberName: restrictedSet(1, { name: 'text', phone: 'text?' }),
    /** A member agreed that the name leaves the office. */
    memberConsent: openSet({ named: 'flag' }),
    /** The name of an office-holder who agreed; taken out when the office or the agreement ends. */
    holderName: openSet({ name: 'text' }),
    /** Candidates: id, member or null, sex, votes or null, elected. Who is no member has the name in `candidateName`. */
    election: openSet({ on: 'text', role: 'text', counted: 'flag', voters: 'int', reason: 'text', candidates: 'rows' }),
    candidateName: restrictedSet(2, { name: 'text' }),
    file: openSet(attachment),
  },
} as const satisfies RecordSpec;
