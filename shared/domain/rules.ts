/**
 * @file The rule values of the programme: shipped defaults that the directorate may change and sends down. Every rule
 * function takes the values that it needs as arguments; nothing reads them from here but what looks up a default.
 */

/** `ratio`: per mille, 500 is one half. `workingDays`: Friday and Saturday are none. */
export const RULE_UNITS = ['days', 'workingDays', 'months', 'ratio', 'count', 'km'] as const;
export type RuleUnit = (typeof RULE_UNITS)[number];

/** What a rule is about; the order in which screens group them. */
export const RULE_AREAS = ['forums', 'minutes', 'plans', 'offices', 'disputes', 'privacy'] as const;
export type RuleArea = (typeof RULE_AREAS)[number];

export type Rule = {
  readonly area: RuleArea;
  readonly unit: RuleUnit;
  /** What holds where the directorate has said nothing. */
  readonly default: number;
  /** Both may be chosen. */
  readonly min: number;
  readonly max: number;
};

export const RULES = {
  /** A regular meeting is due at most this many days after the last one. */
  forumMeetingIntervalDays: { area: 'forums', unit: 'days', default: 31, min: 7, max: 366 },
  /** More than this part of the active voting members must be there; below it decisions are proposals. */
  forumQuorumRatio: { area: 'forums', unit: 'ratio', default: 500, min: 100, max: 900 },
  /** These two only warn. */
  forumMinMembers: { area: 'forums', unit: 'count', default: 15, min: 3, max: 100 },
  forumMaxMembers: { area: 'forums', unit: 'count', default: 30, min: 3, max: 100 },
  /** At least this part; of members and of those present. */
  forumWomenTargetRatio: { area: 'forums', unit: 'ratio', default: 300, min: 0, max: 1000 },
  /** At least this part of the members is between 15 and 29 years old. */
  forumYouthTargetRatio: { area: 'forums', unit: 'ratio', default: 200, min: 0, max: 1000 },
  /** At most this part is police: a forum is a body of the community. */
  forumPoliceMaxRatio: { area: 'forums', unit: 'ratio', default: 340, min: 0, max: 1000 },
  /** How long an office-holder holds the office. */
  forumTermMonths: { area: 'forums', unit: 'months', default: 24, min: 1, max: 120 },
  /** From this month of the term on the forum is reminded. */
  forumTermReminderMonths: { area: 'forums', unit: 'months', default: 22, min: 1, max: 120 },
  /** At least one women's session in so many days. */
  forumWomenSessionIntervalDays: { area: 'forums', unit: 'days', default: 92, min: 7, max: 732 },
  /** A forum that did not meet for so long is called dormant. */
  forumDormantAfterDays: { area: 'forums', unit: 'days', default: 90, min: 31, max: 732 },
  /** Minutes must be approved within so many days after the meeting. */
  minutesApprovalDays: { area: 'minutes', unit: 'days', default: 7, min: 1, max: 92 },
  /** An action so many days late goes to the head of the office. */
  actionEscalationDays: { area: 'minutes', unit: 'days', default: 14, min: 1, max: 366 },
  /** Raised in so many meetings without any action, an issue is shown as unheard. */
  issueUnheardFrom: { area: 'minutes', unit: 'count', default: 3, min: 2, max: 20 },
  /** A plan is due for review so many days after its endorsement or its last review. */
  sspReviewIntervalDays: { area: 'plans', unit: 'days', default: 183, min: 31, max: 732 },
  /** A plan keeps to the most important problems. */
  sspMaxPriorityProblems: { area: 'plans', unit: 'count', default: 7, min: 1, max: 20 },
  /** Forums served by one community police office. */
  officeMaxForums: { area: 'offices', unit: 'count', default: 5, min: 1, max: 50 },
  /** Straight line from the office to the place of the forum; beyond it the register warns. */
  officeServiceRadiusKm: { area: 'offices', unit: 'km', default: 50, min: 1, max: 500 },
  /** Vehicles and equipment are looked at again so many days after the hand-over or the last check. */
  assetCheckIntervalDays: { area: 'offices', unit: 'days', default: 365, min: 31, max: 1096 },
  /** From intake. */
  disputeScreeningDays: { area: 'disputes', unit: 'workingDays', default: 3, min: 1, max: 60 },
  disputeFactFindingDays: { area: 'disputes', unit: 'days', default: 30, min: 1, max: 366 },
  /** From intake to signature, time on hold left out. */
  disputeTargetDays: { area: 'disputes', unit: 'days', default: 90, min: 7, max: 732 },
  /** Both from signature. */
  disputeFirstFollowupDays: { area: 'disputes', unit: 'days', default: 30, min: 1, max: 366 },
  disputeSecondFollowupDays: { area: 'disputes', unit: 'days', default: 90, min: 1, max: 732 },
  /** After so many days a referral counts as not answered. */
  referralFollowupDays: { area: 'disputes', unit: 'days', default: 14, min: 1, max: 183 },
  /** After so many months a consent has expired. */
  consentValidityMonths: { area: 'privacy', unit: 'months', default: 12, min: 1, max: 60 },
  /** Counts of persons from 1 to below this are hidden. May hide more than is shipped, never less. */
  exportSmallCell: { area: 'privacy', unit: 'count', default: 5, min: 5, max: 20 },
  /** Then a closed case is looked at: made anonymous, or kept with a reason. */
  retentionClosedCaseMonths: { area: 'privacy', unit: 'months', default: 60, min: 12, max: 240 },
  /** After closure; then screening notes are erased. */
  retentionScreeningNotesMonths: { area: 'privacy', unit: 'months', default: 12, min: 1, max: 60 },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleKey = keyof typeof RULES;

export const RULE_KEYS = Object.keys(RULES) as [RuleKey, ...RuleKey[]];

/** A value for every rule, in the unit of the rule; always a whole number. */
export type RuleValues = Readonly<Record<RuleKey, number>>;

export const isRuleKey = (text: string): text is RuleKey => Object.hasOwn(RULES, text);

export const defaultRuleValues: RuleValues = Object.fromEntries(
  RULE_KEYS.map((key) => [key, RULES[key].default]),
) as RuleValues;

export const isInBounds = (key: RuleKey, value: number): boolean =>
  Number.isInteger(value) && value >= RULES[key].min && value <= RULES[key].max;

/** A value that holds from a day on, until a later one takes its place. */
export type RulePeriod = { readonly id: string; readonly since: string; readonly value: number };

/** The period that holds on a day; without a day the last one. Null: the shipped default. Of two from one day the one with the greater id. */
export function periodOn<P extends RulePeriod>(periods: readonly P[], day: string | null): P | null {
  let found: P | null = null;
  for (const period of periods) {
    if (day !== null && period.since > day) continue;
    if (!found || period.since > found.since || (period.since === found.since && period.id > found.id)) found = period;
  }
  return found;
}
