/** @file Terms of office: how long one holds an office of the forum, and when the forum is reminded of the next choice. */
import { addMonths } from '#shared/text/calendar.ts';
import { isOfficeHolder } from './office-holder.ts';
import type { RuleValues } from './rules.ts';

export type Incumbent = {
  readonly role: string | null;
  readonly status: string | null;
  /** Member since. */
  readonly since: string | null;
  /** The office began on another day than the membership. */
  readonly termFrom: string | null;
  /** Last day, where the forum agreed on one; else the rule in force tells it. */
  readonly termUntil: string | null;
};

export type TermRules = Pick<RuleValues, 'forumTermMonths' | 'forumTermReminderMonths'>;

export type Term = { readonly until: string; readonly state: 'running' | 'ending' | 'over' };

/** The term of an active office-holder, or of a member for whom an end was agreed; null where no end can be told. */
export function termOn(member: Incumbent, today: string, rules: TermRules): Term | null {
  if (member.status !== 'active') return null;
  const until = member.termUntil ?? endByRule(member, rules);
  return until === null ? null : { until, state: stateOn(until, today, rules) };
}

/** When a term that began on a day ends; when one that ends on a day is to be thought of. */
export const termEnd = (from: string, { forumTermMonths }: TermRules): string => addMonths(from, forumTermMonths);
const reminderOf = (until: string, { forumTermMonths, forumTermReminderMonths }: TermRules): string =>
  addMonths(until, -Math.max(0, forumTermMonths - forumTermReminderMonths));

/** From what lists keep of a forum: the earliest beginning without an agreed end, and the earliest agreed end. */
export function earliestTerm(
  { termFrom, termUntil }: Pick<Incumbent, 'termFrom' | 'termUntil'>,
  today: string,
  rules: TermRules,
): Term | null {
  const ends = [termUntil, termFrom === null ? null : termEnd(termFrom, rules)].filter((end) => end !== null);
  const [until] = ends.toSorted();
  return until === undefined ? null : { until, state: stateOn(until, today, rules) };
}

/** The day from which the rule reckons a member's term; null for one who holds no office. */
export const termStart = ({ role, since, termFrom }: Pick<Incumbent, 'role' | 'since' | 'termFrom'>): string | null =>
  isOfficeHolder(role) ? (termFrom ?? since) : null;

function endByRule(member: Incumbent, rules: TermRules): string | null {
  const from = termStart(member);
  return from === null ? null : termEnd(from, rules);
}

function stateOn(until: string, today: string, rules: TermRules): Term['state'] {
  if (until < today) return 'over';
  return reminderOf(until, rules) <= today ? 'ending' : 'running';
}
