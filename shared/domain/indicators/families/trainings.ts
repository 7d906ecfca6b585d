import { AGE, indicator, peopled, PERSON, type Indicator } from '#shared/domain/indicators/define.ts';

const trained = ['sex', 'training_audience', 'training_topic'] as const;

/** Of trainings. */
export const TRAINING_INDICATORS: readonly Indicator[] = [
  indicator(
    'T01',
    'output',
    'partly',
    peopled('T01', 'count', 'people', 'trained', [...PERSON, 'training_audience', 'training_topic']),
    peopled('T01_times', 'count', 'attendances', 'trainees', [...PERSON, 'training_audience', 'training_topic']),
    peopled('T01_reached', 'count', 'people', 'reached', ['sex', ...AGE, 'training_audience', 'training_topic']),
  ),
  indicator('T02', 'output', 'dated', peopled('T02', 'hours', 'hours', 'attended', trained)),
  indicator(
    'T03',
    'outcome',
    'dated',
    peopled('T03', 'mean', 'points', 'tested', trained),
    peopled('T03_goal', 'share', 'people', 'tested', trained),
  ),
];
