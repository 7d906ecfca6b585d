import {
  attachment,
  entries,
  frame,
  handOver,
  open,
  openSet,
  policing,
  restrictedSet,
  type RecordSpec,
} from './record-spec.ts';

export const meetingType = {
  ...policing,
  groups: {
    ...frame,
    ...handOver,
    place: open({ forum: 'text', year: 'int', number: 'int' }),
    session: open({ type: 'text', status: 'text', date: 'text', venue: 'text' }),
    hours: open({ start: 'text?', end: 'text?' }),
    /** Member who chaired it, or facilitated a session. */
    chair: open({ member: 'text?' }),
    /** Why it was postponed or cancelled; why others than those the session is for took part. */
    reasons: open({ status: 'text', mixed: 'text' }),
    agenda: openSet({ order: 'int', title: 'text' }),
    attendance: openSet({ status: 'text' }),
    /** Of the member who sent somebody. */
    substitute: openSet({ sex: 'text', ageBand: 'text' }),
    substituteName: restrictedSet(3, { name: 'text' }),
    /** Who belonged to the forum that day, and the part of them that had to come: neither is known any more later. */
    roll: open({ ratio: 'int', members: 'rows' }),
    /** An action of an earlier meeting, as it was told in this one. `progress`: its entry in the record of that meeting. */
    review: openSet({ meeting: 'text', status: 'text', note: 'text', progress: 'text' }),
    guests: open({ counts: 'rows' }),
    /** `record`: the issue that was raised, where it is kept as a record of its own. */
    issue: openSet({ issue: 'text', agendaItem: 'text?', record: 'text?' }),
    issueText: openSet({ statement: 'text' }),
    /** Statements of issues whose code is marked sensitive. */
    issueSecret: restrictedSet(1, { statement: 'text' }),
    /** Where, when and by whom it was raised. `member` is empty where the code is marked sensitive. */
    heard: openSet({
      where: 'text',
      timeOfDay: 'text?',
      groups: 'texts',
      repeated: 'flag',
      sex: 'text?',
      member: 'text?',
    }),
    decision: openSet({ type: 'text', agendaItem: 'text?', text: 'text' }),
    vote: openSet({ inFavour: 'int', against: 'int', abstained: 'int' }),
    /** `issue`, `plan`: records the action answers; `problem`, `planAction`: elements of the plan. */
    action: openSet({
      what: 'text',
      responsible: 'text',
      due: 'text',
      status: 'text',
      resources: 'text',
      issue: 'text?',
      plan: 'text?',
      problem: 'text?',
      planAction: 'text?',
    }),
    /** How an action went on, an entry each time it was told: approved minutes stay as they are. `meeting`: where it was reviewed. */
    progress: openSet({
      action: 'text',
      date: 'text',
      status: 'text',
      note: 'text',
      evidence: 'text',
      meeting: 'text?',
    }),
    next: open({ date: 'text?', venue: 'text' }),
    /** Approved minutes. The first has no reason, each later one is a correction. */
    version: entries({ number: 'int', on: 'text', reason: 'text' }),
    /** The values that a version consists of, `<group>=<change>`. */
    versionSeen: { ...entries({ heads: 'texts' }), namesChanges: true },
    file: openSet(attachment),
    secretFile: restrictedSet(2, attachment),
  },
} as const satisfies RecordSpec;
