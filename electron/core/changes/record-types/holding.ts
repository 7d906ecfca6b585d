import { attachment, entries, open, openSet, restrictedEntries, restrictedSet } from './record-spec.ts';

/** What sites and assets share: money, state, and what happens to them. Persons who signed are kept at the office. */
export const holding = {
  /** `donor`: record id of a partner. `amount`: in the smallest unit of its currency. */
  funding: open({ donor: 'text?', amount: 'int?', currency: 'text?' }),
  state: open({ status: 'text', condition: 'text?', policeReport: 'text' }),
  /** `toSite`: record id of a site; `unsignedWhy`: where the paper was not signed. */
  handover: entries({
    date: 'text',
    from: 'text',
    to: 'text',
    toSite: 'text?',
    giverRole: 'text',
    receiverRole: 'text',
    signed: 'flag',
    unsignedWhy: 'text',
    corrects: 'text?',
  }),
  handoverNames: restrictedEntries(1, { giver: 'text', receiver: 'text', witness: 'text' }),
  check: entries({ date: 'text', condition: 'text', status: 'text', note: 'text', corrects: 'text?' }),
  /** `kind`: one of INCIDENT_KINDS. */
  incident: entries({ date: 'text', kind: 'text', policeReport: 'text', corrects: 'text?' }),
  incidentText: restrictedEntries(2, { text: 'text' }),
  /** Papers with names and signatures. */
  paper: restrictedSet(3, attachment),
  file: openSet(attachment),
} as const;
