import { frame, handOver, open, policing, type RecordSpec, restricted, restrictedSet } from './record-spec.ts';

/** The actors of a case in the order in which people turn to them, and where that ends. */
const chain = { actors: 'texts', ends: 'text' } as const;

export const mappingType = {
  ...policing,
  groups: {
    ...frame,
    ...handOver,
    session: open({ place: 'text', forum: 'text?', date: 'text', group: 'text', round: 'int' }),
    /** Null while it is open, and again when it was reopened: then the tally does not hold. */
    closing: open({ on: 'text?' }),
    /** Written when it closes. Counts of people from one to below `below` stand as text, `<5`, never as numbers. */
    tally: open({ below: 'int', people: 'rows', answers: 'rows' }),
    conduct: restricted(1, { facilitators: 'int', women: 'int', guardians: 'flag', reason: 'text', people: 'rows' }),
    /** One group for all of them: headers travel, and elements could be counted there. */
    sheets: restricted(2, { rows: 'rows' }),
    trust: restrictedSet(3, { actor: 'text', turnTo: 'text', influence: 'text', effect: 'text', reachable: 'text' }),
    safety: restrictedSet(4, { name: 'text', day: 'text', night: 'text', forWhom: 'text', why: 'text' }),
    chainTheft: restricted(5, chain),
    chainHarassment: restricted(6, chain),
    chainViolence: restricted(7, chain),
    reopened: restricted(8, { reason: 'text' }),
  },
} as const satisfies RecordSpec;
