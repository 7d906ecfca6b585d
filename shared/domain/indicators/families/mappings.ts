import { AGE, indicator, measure, peopled, PERSON, type Indicator } from '#shared/domain/indicators/define.ts';

/** Of security mapping and perception. */
export const MAPPING_INDICATORS: readonly Indicator[] = [
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
    peopled('P02', 'share', 'answers', 'safe_night', PERSON),
    peopled('P02_day', 'share', 'answers', 'safe_day', PERSON),
  ),
  indicator(
    'P03',
    'outcome',
    'dated',
    peopled('P03', 'share', 'answers', 'turn_to', ['sex', ...AGE, 'displacement_status', 'trust_actor']),
  ),
  indicator(
    'P04',
    'outcome',
    'dated',
    peopled('P04', 'share', 'answers', 'report', [...AGE, 'displacement_status']),
    peopled('P04_woman', 'share', 'answers', 'report_woman', [...AGE, 'displacement_status']),
    measure('P04_gap', 'difference', 'points', [...AGE, 'displacement_status']),
  ),
];
