import { indicator, measure, type Indicator } from '#shared/domain/indicators/define.ts';

const promise = ['ssp_action_type', 'ssp_responsible', 'safety_issue_group'] as const;

/** Of Security Safety Plans. */
export const PLAN_INDICATORS: readonly Indicator[] = [
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
];
