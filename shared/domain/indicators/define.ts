/** @file What an indicator is made of. A measure is one figure of an indicator; the first bears its code. */

export const PLACE_DIMENSIONS = ['governorate', 'district', 'office', 'forum'] as const;
export type PlaceDimension = (typeof PLACE_DIMENSIONS)[number];

/** `age_group`: children, youth of 15 to 29 and of 15 to 24, people of 60 and over; they overlap. */
export const AGE = ['age_band', 'age_group'] as const;

export type Dimension =
  | PlaceDimension
  | (typeof AGE)[number]
  | 'sex'
  | 'displacement_status'
  | 'disability'
  | 'forum_status'
  | 'forum_member_category'
  | 'member_block'
  | 'meeting_type'
  | 'safety_issue_group'
  | 'safety_issue'
  | 'raised_in'
  | 'raised_by'
  | 'ssp_responsible'
  | 'ssp_action_type'
  | 'priority_band'
  | 'mapping_group'
  | 'trust_actor'
  | 'training_audience'
  | 'training_topic'
  | 'infrastructure_kind'
  | 'family'
  | 'donor'
  | 'asset_condition';

/** Lines of these may count one and the same twice, or are another question: they do not add up to the total. */
export const addsUp = ({ key }: Pick<Measure, 'key'>, dimension: Dimension): boolean =>
  !['age_group', 'training_topic', 'trust_actor'].includes(dimension) &&
  !(key === 'T01' && dimension === 'training_audience');

/**
 * `count` and `sum`: the numerator alone. `share`: per cent of the denominator. `mean`: per one of it. `hours`: of minutes.
 * `median`: of the values behind the denominator. `difference`: of two shares, in points.
 */
export type Kind = 'count' | 'sum' | 'share' | 'mean' | 'hours' | 'median' | 'difference';

export type Measure = {
  readonly key: string;
  readonly kind: Kind;
  readonly unit: string;
  readonly dimensions: readonly Dimension[];
  /** People are counted: small numbers are hidden. Measures of one group count the same people. */
  readonly people?: string;
};

export type Indicator = {
  readonly code: string;
  readonly level: 'output' | 'outcome';
  /** `partly`: something in it is known as it stands today alone. */
  readonly stands: 'dated' | 'partly';
  readonly measures: readonly Measure[];
};

export const indicator = (
  code: string,
  level: Indicator['level'],
  stands: Indicator['stands'],
  ...measures: readonly Measure[]
): Indicator => ({ code, level, stands, measures });

/** By place, and by what is given. */
export const measure = (key: string, kind: Kind, unit: string, own: readonly Dimension[] = []): Measure => ({
  key,
  kind,
  unit,
  dimensions: [...PLACE_DIMENSIONS, ...own],
});
/** One of people; `group`: which of them stand in the same order. */
export const peopled = (key: string, kind: Kind, unit: string, group: string, own: readonly Dimension[]): Measure => ({
  ...measure(key, kind, unit, own),
  people: group,
});

/** Break-downs of people. */
export const PERSON = ['sex', ...AGE, 'displacement_status', 'disability'] as const;
