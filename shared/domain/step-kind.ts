/** Kinds of steps in the log of a dispute. Labels stand in the `disputes` words. */
export const STEP_KIND = [
  'visit',
  'call',
  'separate_meeting',
  'joint_meeting',
  'site_visit',
  'letter',
  'referral',
  'other',
] as const;
export type StepKind = (typeof STEP_KIND)[number];
