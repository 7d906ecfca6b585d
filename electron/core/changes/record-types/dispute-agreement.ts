/** @file Groups of a dispute about its settlement: agreements with their terms, who signed and endorsed, registration, follow-up. */
import { open, openSet, restricted, restrictedSet } from './record-spec.ts';

export const disputeAgreement = {
  /**
   * `registrable`: `yes` or `no`; `womensShare` and `minorsShare`: `yes` (respected), `no`, or `none` where there is no
   * woman or minor; `readAloud`: read to each party in a language it understands; `supersedes` an agreement.
   */
  agreement: openSet({
    drafted: 'text',
    signed: 'text?',
    readAloud: 'flag',
    registrable: 'text?',
    womensShare: 'text?',
    minorsShare: 'text?',
    supersedes: 'text?',
  }),
  agreementText: restrictedSet(24, { number: 'text', intro: 'text', shares: 'text', noEndorsement: 'text' }),
  term: openSet({ agreement: 'text', order: 'int', kind: 'text', due: 'text?', status: 'text', statusOn: 'text?' }),
  /** `by` and `to`: elements of `party`. `amount` in the smallest unit of `currency`. */
  termText: restrictedSet(25, {
    by: 'texts',
    to: 'texts',
    text: 'text',
    amount: 'int?',
    currency: 'text?',
    note: 'text',
  }),
  /** The terms accepted by one party when the parties do not meet. */
  acceptance: openSet({ agreement: 'text', party: 'text', date: 'text' }),
  /** `method`: `signature` or `thumbprint`. */
  signature: openSet({ agreement: 'text', party: 'text', method: 'text', date: 'text' }),
  endorser: openSet({ agreement: 'text', kind: 'text', date: 'text' }),
  endorserName: restrictedSet(26, { name: 'text', reference: 'text' }),
  /** `state`: `applied`, `registered` or `refused`. */
  registration: open({ state: 'text', date: 'text' }),
  registrationText: restricted(27, { registry: 'text', number: 'text', reason: 'text' }),
  /** `visit`: `30` or `90`; `satisfied` and `safe`: `yes`, `no` or `no_answer`, null until asked. */
  followUp: openSet({
    visit: 'text',
    due: 'text',
    done: 'text?',
    attempts: 'texts',
    bothAsked: 'flag',
    satisfied: 'text?',
    safe: 'text?',
  }),
  followUpText: restrictedSet(28, { text: 'text' }),
  /** Free of names; read at the office alone all the same. */
  learned: restricted(29, { text: 'text' }),
} as const;
