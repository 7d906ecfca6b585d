import { attachment, frame, open, openSet, policingWriters, restrictedSet, type RecordSpec } from './record-spec.ts';

export const forumType = {
  compartment: 'policing',
  writers: policingWriters,
  correctors: ['policing_officer'],
  groups: {
    ...frame,
    identity: open({ name: 'text', place: 'text' }),
    service: open({ servingOffice: 'text' }),
    founding: open({ foundedOn: 'text?', establishedBy: 'text' }),
    status: open({ status: 'text' }),
    member: openSet({
      sex: 'text',
      ageBand: 'text',
      category: 'text',
      role: 'text',
      status: 'text',
      since: 'text?',
    }),
    memberName: restrictedSet(1, { name: 'text', phone: 'text?' }),
    /** A member agreed that the name leaves the office. */
    memberConsent: openSet({ named: 'flag' }),
    /** The name of an office-holder who agreed; taken out when the office or the agreement ends. */
    holderName: openSet({ name: 'text' }),
    file: openSet(attachment),
  },
} as const satisfies RecordSpec;
