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
    issue: openSet({ issue: 'text', agendaItem: 'text?' }),
    issueText: openSet({ statement: 'text' }),
    /** Statements of issues whose code is marked sensitive. */
    issueSecret: restrictedSet(1, { statement: 'text' }),
    decision: openSet({ type: 'text', agendaItem: 'text?', text: 'text' }),
    action: openSet({ what: 'text', responsible: 'text', due: 'text', status: 'text' }),
    file: openSet(attachment),
    secretFile: restrictedSet(2, attachment),
  },
} as const satisfies RecordSpec;
