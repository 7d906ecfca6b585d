import type { PlanView } from '#shared/contract/plans.ts';
import { type Currency, fromMinor, isCurrency, toMinor } from '#shared/domain/money.ts';
import {
  impactCode,
  impactValue,
  likelihoodCode,
  likelihoodValue,
  raisedAbove,
  scoreOf,
} from '#shared/domain/plan-score.ts';
import { newElementId } from '#renderer/client/new-id.ts';

/** A plan as it is typed: codes, dates and numbers may still be missing. */
export type PlanForm = {
  readonly title: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly draftedOn: string | null;
  readonly profile: ProfileForm;
  readonly consultations: readonly { readonly id: string; readonly kind: string }[];
  /** In the order the forum agreed on. */
  readonly problems: readonly ProblemForm[];
  readonly rankReason: string;
  readonly actions: readonly ActionForm[];
  /** Of a new version of an endorsed plan. */
  readonly revisedOn: string | null;
  readonly revisionReason: string;
};

export type ProfileForm = PlanView['profile'];

export type ScoreForm = {
  /** Code of the list `likelihood`, and of `impact`. */
  readonly likelihood: string | null;
  readonly impact: string | null;
  readonly vulnerable: boolean;
};

export type ProblemForm = ScoreForm & {
  readonly id: string;
  readonly issue: string | null;
  readonly timeOfDay: string | null;
  readonly harmed: readonly string[];
  readonly issues: readonly string[];
  /** The texts are `null` where they are kept at the owning office, and left as they are there. */
  readonly place: string | null;
  readonly statement: string | null;
  readonly immediateCauses: string | null;
  readonly deeperCauses: string | null;
  readonly effects: string | null;
};

export type ActionForm = {
  readonly id: string;
  readonly problem: string | null;
  readonly type: string | null;
  readonly what: string;
  readonly responsible: string | null;
  readonly partnerIds: readonly string[];
  /** Others, by their names. */
  readonly partners: string;
  /** In whole units of the currency. */
  readonly cost: number | null;
  readonly currency: string;
  readonly startsOn: string | null;
  readonly due: string | null;
  readonly indicator: string;
  readonly doNoHarm: string;
};

export const emptyPlan: PlanForm = {
  title: '',
  startsOn: null,
  endsOn: null,
  draftedOn: null,
  profile: {
    population: null,
    families: null,
    displacedFamilies: null,
    returneeFamilies: null,
    area: '',
    communities: '',
    services: '',
    history: '',
    source: '',
  },
  consultations: [],
  problems: [],
  rankReason: '',
  actions: [],
  revisedOn: null,
  revisionReason: '',
};

export const newProblem = (): ProblemForm => ({
  id: newElementId(),
  issue: null,
  timeOfDay: null,
  harmed: [],
  issues: [],
  place: '',
  statement: '',
  immediateCauses: '',
  deeperCauses: '',
  effects: '',
  likelihood: null,
  impact: null,
  vulnerable: false,
});

export const newAction = (): ActionForm => ({
  id: newElementId(),
  problem: null,
  type: null,
  what: '',
  responsible: null,
  partnerIds: [],
  partners: '',
  cost: null,
  currency: 'IQD',
  startsOn: null,
  due: null,
  indicator: '',
  doNoHarm: '',
});

export function planFormOf(view: PlanView): PlanForm {
  const { title, startsOn, endsOn, draftedOn, profile, rankReason } = view;
  return {
    title,
    startsOn,
    endsOn,
    draftedOn,
    profile,
    consultations: view.consultations.map(({ id, kind }) => ({ id, kind })),
    problems: view.problems.map((problem) => ({ ...problem, ...scoreFormOf(problem) })),
    rankReason,
    actions: view.actions.map(({ status: _, doneOn: __, newDue: ___, note: ____, cost, ...action }) => ({
      ...action,
      cost: cost === null ? null : fromMinor(cost.amount, cost.currency),
      currency: cost?.currency ?? 'IQD',
    })),
    revisedOn: null,
    revisionReason: '',
  };
}

export const scoreFormOf = (score: { likelihood: number; impact: number; vulnerable: boolean }): ScoreForm => ({
  likelihood: likelihoodCode(score.likelihood),
  impact: impactCode(score.impact),
  vulnerable: score.vulnerable,
});

export const scoreInputOf = ({ likelihood, impact, vulnerable }: ScoreForm) => ({
  likelihood: likelihoodValue(likelihood),
  impact: impactValue(impact),
  vulnerable,
});

/** Null while likelihood or impact is missing. */
export function typedScore(form: ScoreForm): number | null {
  const { likelihood, impact, vulnerable } = scoreInputOf(form);
  return likelihood === null || impact === null ? null : scoreOf({ likelihood, impact, vulnerable });
}

/** What the plan's methods take, before it is judged. */
export function planInputOf(form: PlanForm): unknown {
  const { revisedOn: _, revisionReason: __, ...fields } = form;
  const ids = new Set(form.problems.map(({ id }) => id));
  return {
    ...fields,
    problems: form.problems.map((problem) => ({ ...problem, ...scoreInputOf(problem) })),
    actions: form.actions.map(({ cost, currency, ...action }) => ({
      ...action,
      // An action of a problem that was taken out is asked for its problem anew.
      problem: action.problem !== null && ids.has(action.problem) ? action.problem : null,
      cost: cost === null ? null : costOf(cost, currency),
    })),
  };
}

const costOf = (cost: number, currency: string) => ({
  amount: isCurrency(currency) ? toMinor(cost, currency satisfies Currency) : cost,
  currency,
});

/** The most serious first; equal scores stay as they stand, and what has no score comes last. */
export const orderedByScore = (problems: readonly ProblemForm[]): readonly ProblemForm[] =>
  problems.toSorted((a, b) => (typedScore(b) ?? 0) - (typedScore(a) ?? 0));

/** Whether a problem stands above one with a higher score: then the forum says why. */
export const differsFromScores = (problems: readonly ProblemForm[]): boolean =>
  raisedAbove(problems.map((problem) => typedScore(problem) ?? 0)).length > 0;
