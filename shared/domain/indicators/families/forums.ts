import { AGE, indicator, measure, peopled, PERSON, type Indicator } from '#shared/domain/indicators/define.ts';

/** Of forums, their members, meetings and issues. */
export const FORUM_INDICATORS: readonly Indicator[] = [
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
    peopled('F03', 'count', 'people', 'members', [...PERSON, 'forum_member_category']),
  ),
  indicator('F04', 'outcome', 'partly', peopled('F04', 'share', 'people', 'members', [...AGE, 'member_block'])),
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
    peopled('F10', 'share', 'attendances', 'attendance', ['meeting_type', ...AGE]),
    peopled('F10_rate', 'share', 'attendances', 'expected', ['meeting_type', ...AGE]),
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
];
