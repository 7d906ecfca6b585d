import { attachment, frame, open, openSet, policingWriters, restrictedSet, type RecordSpec } from './record-spec.ts';

export const meetingType = {
  compartment: 'policing',
  writers: policingWriters,
  correctors: ['policing_officer'],
  groups: {
    ...frame,
    place: open({ forum: 'text', year: 'int', number: 'int' }),
    session: open({ type: 'text', status: 'text', date: 'text', venue: 'text' }),
    agenda: openSet({ order: 'int', title: 'text' }),
    attendance: openSet({ status: 'text' }),
    guests: open({ counts: 'rows' }),
    /** `record`: the issue that was raised, where it is kept as a record of its own. */
    issue: openSet({ issue: 'text', agendaItem: 'text?', record: 'text?' }),
    issueText: openSet({ statement: 'text' }),
    /** Statements of issues whose code is marked sensitive. */
    issueSecret: restrictedSet(1, { statement: 'text' }),
    decision: openSet({ type: 'text', agendaItem: 'text?', text: 'text' }),
    /** `issue`, `plan`: records the action answers; `problem`: element of the plan. */
    action: openSet({
      what: 'text',
      responsible: 'text',
      due: 'text',
      status: 'text',
      resources: 'text',
      issue: 'text?',
      plan: 'text?',
      problem: 'text?',
    }),
    /** How an action went on, an entry each time it was told: approved minutes stay as they are. `meeting`: where it was reviewed. */
    progress: openSet({ action: 'text', date: 'text', status: 'text', note: 'text', evidence: 'text', meeting: 'text?' }),
    file: openSet(attachment),
    secretFile: restrictedSet(2, attachment),
  },
} as const satisfies RecordSpec;
