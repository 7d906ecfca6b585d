/** @file Groups of a dispute about who comes: parties, whom they act for, what they agreed to, how they are reached in safety. */
import { localSet, open, openSet, restrictedEntries, restrictedSet } from './record-spec.ts';

export const disputePeople = {
  /** `household`: people who live with the party, the party included. */
  party: openSet({
    kind: 'text',
    role: 'text',
    sex: 'text',
    ageBand: 'text',
    displacement: 'text?',
    headsHousehold: 'flag',
    household: 'int?',
  }),
  partyName: restrictedSet(2, { name: 'text', phone: 'text?' }),
  /** `contact`: code of `safe_contact`; `difficulties`: `{domain, level}` of the six questions. */
  partyMore: restrictedSet(8, {
    contact: 'text?',
    contactVia: 'text',
    language: 'text?',
    birthYear: 'int?',
    mother: 'text',
    idType: 'text?',
    idNumber: 'text',
    setting: 'text?',
    address: 'text',
    difficulties: 'rows',
  }),
  /** `by` acts for `of`, both elements of `party`; `document` an element of `document`. */
  representation: openSet({ by: 'text', of: 'text', document: 'text?', until: 'text?' }),
  /** One person in two disputes. Removing the element takes the link back. */
  samePerson: restrictedSet(9, { party: 'text', dispute: 'text', otherParty: 'text', reason: 'text' }),
  /** Of one party, or of all who came (`party` null); for one body or one office where the scope asks for it. */
  consent: openSet({
    scope: 'text',
    status: 'text',
    method: 'text?',
    date: 'text?',
    party: 'text?',
    body: 'text?',
    node: 'text?',
    language: 'text?',
    withdrawn: 'text?',
  }),
  /** `recipient`: name of the body; `witness`: who heard a spoken consent. */
  consentNote: restrictedSet(10, { recipient: 'text', witness: 'text' }),
  /** Codes of `vulnerability_flag` of a party, as far as they may leave the computer. Written for each, also where there are none. */
  protection: restrictedSet(7, { flags: 'texts' }),
  /** `answer`: `yes`, `no` or `unsure`. */
  eligibility: open({ answer: 'text', date: 'text' }),
  /** Papers handed to people: `what` a kind of paper, `number` as printed. */
  slip: restrictedEntries(32, { what: 'text', number: 'text', date: 'text' }),
} as const;

export const disputePeopleLocal = {
  /** The flags of a party whose mere being there betrays a person. */
  protectionLocal: localSet({ flags: 'texts' }),
} as const;
