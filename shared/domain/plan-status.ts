/** @file The life of a Security Safety Plan: what may follow what, when it is due for review, what its actions must tell. */
import { addDays, isCalendarDate } from '#shared/text/calendar.ts';
import type { SspActionStatus, SspStatus } from './generated/code-lists.ts';
import { isWomensGroup } from './mapping.ts';

/**
 * Moves that a person records. A plan is endorsed, reviewed and replaced by acts of their own: `endorsed` is reached by
 * a meeting with quorum alone, `superseded` when a newer plan of the forum is endorsed.
 */
const moves: Readonly<Record<SspStatus, readonly SspStatus[]>> = {
  draft: ['consultation'],
  consultation: ['draft'],
  endorsed: ['active', 'under_review'],
  active: ['under_review', 'completed'],
  under_review: ['active', 'completed'],
  completed: ['active'],
  superseded: [],
};

/** Where a person may move a plan; of a status of a newer program, nowhere. */
export const movesFrom = (status: string): readonly SspStatus[] => (isStatus(status) ? moves[status] : []);

const isStatus = (status: string): status is SspStatus => Object.hasOwn(moves, status);

/** Taking a step back is said why. */
export const moveNeedsReason = (from: string, to: string): boolean =>
  (from === 'completed' && to === 'active') || (from === 'consultation' && to === 'draft');

/** From the endorsement on its contents change only as a new version with a reason. */
export const isEndorsed = (status: string): boolean => status !== 'draft' && status !== 'consultation';

/** Endorsed and neither finished nor replaced. */
export const IN_FORCE_STATUSES: readonly string[] = ['endorsed', 'active', 'under_review'] satisfies SspStatus[];
export const isInForce = (status: string): boolean => IN_FORCE_STATUSES.includes(status);

/** The day by which the next review is to be held; null before the endorsement and once the plan has ended. */
export function reviewDueOn(
  plan: { readonly status: string; readonly endorsedOn: string | null; readonly reviewedOn: string | null },
  intervalDays: number,
): string | null {
  const last = latest(plan.endorsedOn, plan.reviewedOn);
  // What another office sent may be any text.
  return last === null || !isCalendarDate(last) || !isInForce(plan.status) ? null : addDays(last, intervalDays);
}

const latest = (a: string | null, b: string | null): string | null =>
  a !== null && b !== null && b < a ? a : (b ?? a);

/** A session whose voices are in the plan: a meeting of the forum or a security mapping. */
export type Consultation = { readonly kind: string; readonly type: string; readonly date: string };

/**
 * Which voices are missing: of women (a women's session or a mapping with women alone) and of youth (a youth session),
 * held on or before the day of the endorsement; before that day is known any held session counts.
 */
export function missingVoices(
  consultations: readonly Consultation[],
  endorsedOn: string | null,
): { readonly women: boolean; readonly youth: boolean } {
  const heard = consultations.filter(({ date }) => endorsedOn === null || date <= endorsedOn);
  const women = heard.some(({ kind, type }) => (kind === 'mapping' ? isWomensGroup(type) : type === 'women_session'));
  return { women: !women, youth: !heard.some(({ kind, type }) => kind === 'meeting' && type === 'youth_session') };
}

/** The day an action is to be done by: the agreed one, or the later one it was put off to. */
export const dueDateOf = ({ due, newDue }: { readonly due: string; readonly newDue: string | null }): string =>
  newDue ?? due;

/** Nothing more comes of it. An action of another status is open, of a newer program too. */
export const ENDED_ACTION_STATUSES: readonly string[] = ['completed', 'cancelled'] satisfies SspActionStatus[];
export const isOpenAction = (status: string): boolean => !ENDED_ACTION_STATUSES.includes(status);

/** Never stored: it depends on the day one asks. */
export const isOverdueAction = (
  action: { readonly status: string; readonly due: string; readonly newDue: string | null },
  today: string,
): boolean => isOpenAction(action.status) && dueDateOf(action) < today;

export type ActionState = {
  readonly status: SspActionStatus;
  readonly doneOn: string | null;
  readonly newDue: string | null;
  readonly note: string;
};

/** Fields of an action's progress that its status asks for and that are empty. */
export function missingInState({
  status,
  doneOn,
  newDue,
  note,
}: ActionState): readonly ('doneOn' | 'newDue' | 'note')[] {
  if (status === 'completed' && doneOn === null) return ['doneOn'];
  if (status === 'postponed' && newDue === null) return ['newDue'];
  return (status === 'blocked' || status === 'cancelled') && note === '' ? ['note'] : [];
}
