import {
  attachment,
  entries,
  frame,
  handOver,
  open,
  openSet,
  policing,
  restrictedEntries,
  restrictedSet,
  type RecordSpec,
} from './record-spec.ts';

const scoring = { likelihood: 'int', impact: 'int', vulnerable: 'flag' } as const;
const told = {
  place: 'text',
  statement: 'text',
  immediateCauses: 'text',
  deeperCauses: 'text',
  effects: 'text',
} as const;

/** A Security Safety Plan of one forum. */
export const planType = {
  ...policing,
  groups: {
    ...frame,
    ...handOver,
    place: open({ forum: 'text', year: 'int', number: 'int' }),
    identity: open({ title: 'text', startsOn: 'text', endsOn: 'text', draftedOn: 'text' }),
    status: open({ status: 'text', since: 'text' }),
    /** Each step of its life: `to` a status, `date` as people entered it. */
    move: entries({ to: 'text', date: 'text', reason: 'text' }),
    /** What is known of the area, `{figure, count}`. */
    figures: open({ known: 'rows' }),
    profile: open({ area: 'text', communities: 'text', services: 'text', history: 'text', source: 'text' }),
    /** Element id is the record of the session; `kind` its record type. */
    consultation: openSet({ kind: 'text' }),
    problem: openSet({ issue: 'text', timeOfDay: 'text?', harmed: 'texts', issues: 'texts' }),
    /** The score before any review. */
    score: openSet(scoring),
    problemText: openSet(told),
    /** The same of problems whose issue code is marked sensitive. */
    problemSecret: restrictedSet(1, told),
    /** Element ids of problems, the most urgent first, as the forum agreed. */
    ranking: open({ order: 'texts', reason: 'text' }),
    action: openSet({
      problem: 'text',
      type: 'text',
      what: 'text',
      responsible: 'text',
      /** Records of partners; `partners`: others, by name. */
      partnerIds: 'texts',
      partners: 'text',
      /** In the smallest unit; without a currency nothing was said. */
      cost: 'int',
      currency: 'text?',
      startsOn: 'text?',
      due: 'text',
      indicator: 'text',
      doNoHarm: 'text',
    }),
    /** How an action goes; `note` an obstacle or a reason. */
    actionState: openSet({ status: 'text', doneOn: 'text?', newDue: 'text?', note: 'text' }),
    endorsement: open({ meeting: 'text', date: 'text', present: 'int', needed: 'int', gapReason: 'text' }),
    /** `scores`: of every problem, `{problem, likelihood, impact, vulnerable}`. */
    review: openSet({ date: 'text', meeting: 'text?', findings: 'text', next: 'text', scores: 'rows' }),
    /** The contents as they stood, less what stays at the office. */
    version: entries({ number: 'int', date: 'text', cause: 'text', reason: 'text', contents: 'rows' }),
    /** Texts of sensitive problems in a version; element id is that of the version. */
    versionSecret: restrictedEntries(2, { problems: 'rows' }),
    file: openSet(attachment),
    secretFile: restrictedSet(3, attachment),
  },
} as const satisfies RecordSpec;
