import {
  attachment,
  frame,
  handOver,
  open,
  openSet,
  policing,
  restricted,
  restrictedSet,
  type RecordSpec,
} from './record-spec.ts';

export const trainingType = {
  ...policing,
  groups: {
    ...frame,
    ...handOver,
    course: open({
      title: 'text',
      audience: 'text',
      edition: 'text',
      mode: 'text',
      topics: 'texts',
      otherTopic: 'text',
    }),
    status: open({ status: 'text' }),
    venue: open({ place: 'text', venue: 'text', forum: 'text?' }),
    /** Record ids of partners: who holds the training, and who pays for it. */
    support: open({ organiser: 'text?', donor: 'text?' }),
    /** Why it was called off, or why people came whom its edition is not kept for. May name people. */
    reason: restricted(1, { reason: 'text' }),
    day: openSet({ date: 'text', minutes: 'int', subject: 'text' }),
    trainer: openSet({ sex: 'text', institution: 'text' }),
    trainerName: restrictedSet(2, { name: 'text' }),
    /** A trainer agreed that the name leaves the office. */
    trainerConsent: openSet({ named: 'flag' }),
    /** The name of a trainer who agreed; taken out when the agreement ends. */
    trainerNamed: openSet({ name: 'text' }),
    /** `anonymous`: a row without a name, as against one whose name is kept at the office. */
    participant: openSet({
      anonymous: 'flag',
      sex: 'text',
      ageBand: 'text',
      displacement: 'text',
      institution: 'text',
    }),
    participantName: restrictedSet(3, { name: 'text', phone: 'text?' }),
    /** Written for each, also where nobody was asked. */
    participantCare: restrictedSet(4, { disability: 'text' }),
    /** People an awareness session reached who have no row: counts by sex and age band. */
    reached: open({ counts: 'rows' }),
    /** Element id is a day: who was there, and for how much of it. */
    attendance: openSet({ rows: 'rows' }),
    /** Element id of these is a participant. Scores are of 100. */
    preTest: openSet({ score: 'int' }),
    postTest: openSet({ score: 'int' }),
    left: openSet({ left: 'flag' }),
    certificate: openSet({ number: 'text', date: 'text', withdrawn: 'flag' }),
    certificateReason: restrictedSet(5, { reason: 'text' }),
    followUp: openSet({ date: 'text', outcome: 'text' }),
    /** What trainees said; it may name them. */
    followUpNote: restricted(6, { text: 'text' }),
    file: openSet(attachment),
    /** Signed attendance sheets and the like, which name people. */
    paper: restrictedSet(7, attachment),
  },
} as const satisfies RecordSpec;
