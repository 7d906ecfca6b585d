/** @file Groups of a dispute about the work on it: stage, steps, screening, preparation, mediators and tasks. */
import { entries, open, openSet, restricted, restrictedEntries, restrictedSet } from './record-spec.ts';

export const disputeWork = {
  stage: open({
    stage: 'text',
    since: 'text',
    heldFrom: 'text?',
    outcome: 'text?',
    holdReason: 'text?',
    review: 'text?',
  }),
  /** Every move from the first on. `overridden`: codes of the facts that a supervisor went past. */
  move: entries({
    from: 'text',
    to: 'text',
    date: 'text',
    outcome: 'text?',
    holdReason: 'text?',
    review: 'text?',
    overridden: 'texts',
  }),
  moveNote: restrictedEntries(1, { reason: 'text' }),
  /** `parties`: elements of those who took part. */
  step: entries({ kind: 'text', date: 'text', corrects: 'text?', parties: 'texts' }),
  /** `said`: `{party, text}`; `others`: who else was there; `nextDue`: the day by which `next` is to be done. */
  stepText: restrictedEntries(5, { text: 'text', next: 'text', nextDue: 'text?', said: 'rows', others: 'text' }),
  /** `risks`: codes of `conflict_risk`, none where none was found; `level`: code of `risk_level`. */
  screening: restricted(16, { risks: 'texts', level: 'text', date: 'text', note: 'text' }),
  supervisorNote: restricted(17, { text: 'text', date: 'text' }),
  /** `path`: `mediation`, `documents`, `registration` or `referral`. */
  path: open({ path: 'text', opposed: 'flag', date: 'text' }),
  /** Element id is the user's record id. */
  mediator: openSet({ assigned: 'flag' }),
  /** Element id is the user's record id. `answer`: `none` or `conflict`. */
  interest: openSet({ answer: 'text', date: 'text' }),
  interestNote: restrictedSet(18, { text: 'text' }),
  /** What a mediator tells the one who takes over. */
  takeover: restrictedEntries(19, { text: 'text', date: 'text' }),
  /** Before parties meet. `passed`: it is safe to bring them together. */
  analysis: restricted(20, {
    dividers: 'text',
    connectors: 'text',
    power: 'text',
    harm: 'text',
    measures: 'text',
    passed: 'flag',
    date: 'text',
  }),
  /** Element id is the party's. */
  stance: restrictedSet(21, { agrees: 'flag', date: 'text', position: 'text', interests: 'text' }),
  /** `kind`: `agreed` by all, or `open` question. */
  fact: restrictedSet(22, { kind: 'text', text: 'text', date: 'text' }),
  /** `kind`: code of a task; `due` and `done` days; `user` the record id of who is to do it. */
  task: openSet({ kind: 'text', due: 'text', done: 'text?', user: 'text?' }),
  taskText: restrictedSet(23, { text: 'text' }),
  /** A forum's issue that shows the same pattern, by its number alone. */
  pattern: openSet({ number: 'text' }),
} as const;
