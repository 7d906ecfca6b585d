/**
 * @file The indicators that the program works out: code, level, unit, break-downs. A measure is one figure of an indicator;
 * the first bears its code. Names and definitions in plain words stand in the locales (`figures`).
 */
import { CURRENCIES } from '#shared/domain/money.ts';

export const PLACE_DIMENSIONS = ['governorate', 'district', 'office', 'forum'] as const;
export type PlaceDimension = (typeof PLACE_DIMENSIONS)[number];

/** `age_group`: children, youth of 15 to 29 and of 15 to 24, people of 60 and over; they overlap. */
const age = ['age_band', 'age_group'] as const;

export type Dimension =
  | PlaceDimension
  | (typeof age)[number]
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

const indicator = (
  code: string,
  level: Indicator['level'],
  stands: Indicator['stands'],
  ...measures: readonly Measure[]
): Indicator => ({ code, level, stands, measures });

const measure = (key: string, kind: Kind, unit: string, own: readonly Dimension[] = []): Measure => ({
  key,
  kind,
  unit,
  dimensions: [...PLACE_DIMENSIONS, ...own],
});
const peopled = (key: string, kind: Kind, unit: string, group: string, own: readonly Dimension[]): Measure => ({
  ...measure(key, kind, unit, own),
  people: group,
});

const person = ['sex', ...age, 'displacement_status', 'disability'] as const;
const trained = ['sex', 'training_audience', 'training_topic'] as const;
const promise = ['ssp_action_type', 'ssp_responsible', 'safety_issue_group'] as const;
const given = ['infrastructure_kind', 'family', 'donor'] as const;

export const INDICATORS: readonly Indicator[] = [
  indicator(
    'F01',
    'output',
    'dated',
    measure('F01', 'count', 'forums', ['forum_status']),
    measure('F01_new', 'count', 'forums'),
  ),
  indicator('F02', 'output', 'dated', measure('F02', 'share', 'forums')),
  indicator(
    'F03',
    'output',
    'partly',
    peopled('F03', 'count', 'people', 'members', [...person, 'forum_member_category']),
  ),
  indicator('F04', 'outcome', 'partly', peopled('F04', 'share', 'people', 'members', [...age, 'member_block'])),
  indicator(
    'F05',
    'outcome',
    'partly',
    peopled('F05', 'share', 'people', 'members', ['sex']),
    peopled('F05_un', 'share', 'people', 'members', ['sex']),
  ),
  indicator('F06', 'outcome', 'partly', measure('F06', 'share', 'forums'), measure('F06_chair', 'share', 'forums')),
  indicator('F07', 'output', 'dated', measure('F07', 'count', 'meetings', ['meeting_type'])),
  indicator('F08', 'outcome', 'dated', measure('F08', 'share', 'months'), measure('F08_full', 'share', 'forums')),
  indicator('F09', 'output', 'dated', measure('F09', 'share', 'meetings', ['meeting_type'])),
  indicator(
    'F10',
    'outcome',
    'dated',
    peopled('F10', 'share', 'attendances', 'attendance', ['meeting_type', ...age]),
    peopled('F10_rate', 'share', 'attendances', 'expected', ['meeting_type', ...age]),
  ),
  indicator('F11', 'output', 'dated', measure('F11', 'share', 'forums'), measure('F11y', 'share', 'forums')),
  indicator(
    'F12',
    'output',
    'dated',
    measure('F12', 'count', 'issues', ['safety_issue_group', 'safety_issue', 'raised_in', 'raised_by']),
  ),
  indicator(
    'F13',
    'outcome',
    'dated',
    measure('F13', 'share', 'issues', ['safety_issue_group', 'raised_by']),
    measure('F13_days', 'median', 'days', ['safety_issue_group', 'raised_by']),
  ),
  indicator('F14', 'output', 'dated', measure('F14', 'share', 'actions', ['ssp_responsible'])),
  indicator('S01', 'output', 'dated', measure('S01', 'share', 'forums')),
  indicator('S02', 'outcome', 'dated', measure('S02', 'share', 'plans')),
  indicator(
    'S03',
    'outcome',
    'partly',
    measure('S03', 'share', 'actions', promise),
    measure('S03_due', 'share', 'actions', promise),
  ),
  indicator('S04', 'outcome', 'dated', measure('S04', 'share', 'problems', ['safety_issue_group', 'priority_band'])),
  indicator(
    'P01',
    'output',
    'dated',
    measure('P01', 'count', 'sessions', ['mapping_group']),
    peopled('P01_people', 'count', 'people', 'mapped', ['mapping_group']),
  ),
  indicator(
    'P02',
    'outcome',
    'dated',
    peopled('P02', 'share', 'answers', 'safe_night', person),
    peopled('P02_day', 'share', 'answers', 'safe_day', person),
  ),
  indicator(
    'P03',
    'outcome',
    'dated',
    peopled('P03', 'share', 'answers', 'turn_to', ['sex', ...age, 'displacement_status', 'trust_actor']),
  ),
  indicator(
    'P04',
    'outcome',
    'dated',
    peopled('P04', 'share', 'answers', 'report', [...age, 'displacement_status']),
    peopled('P04_woman', 'share', 'answers', 'report_woman', [...age, 'displacement_status']),
    measure('P04_gap', 'difference', 'points', [...age, 'displacement_status']),
  ),
  indicator(
    'T01',
    'output',
    'partly',
    peopled('T01', 'count', 'people', 'trained', [...person, 'training_audience', 'training_topic']),
    peopled('T01_times', 'count', 'attendances', 'trainees', [...person, 'training_audience', 'training_topic']),
    peopled('T01_reached', 'count', 'people', 'reached', ['sex', ...age, 'training_audience', 'training_topic']),
  ),
  indicator('T02', 'output', 'dated', peopled('T02', 'hours', 'hours', 'attended', trained)),
  indicator(
    'T03',
    'outcome',
    'dated',
    peopled('T03', 'mean', 'points', 'tested', trained),
    peopled('T03_goal', 'share', 'people', 'tested', trained),
  ),
  indicator(
    'A01',
    'output',
    'partly',
    measure('A01', 'share', 'forums'),
    measure('A01_full', 'count', 'offices'),
    measure('A01_far', 'count', 'forums'),
  ),
  indicator(
    'A02',
    'output',
    'dated',
    measure('A02', 'count', 'assets', given),
    ...CURRENCIES.map((currency) => measure(`A02_${currency}`, 'sum', currency, given)),
  ),
  indicator('A03', 'outcome', 'dated', measure('A03', 'share', 'assets', ['family', 'asset_condition'])),
];

export const INDICATOR_CODES = INDICATORS.map(({ code }) => code) as [string, ...string[]];
export const MEASURES: readonly Measure[] = INDICATORS.flatMap(({ measures }) => measures);

export const indicatorOf = (code: string): Indicator | undefined => INDICATORS.find((one) => one.code === code);
