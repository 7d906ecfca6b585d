/** @file Which method families show records of a type: events name these, and screens read them anew. */
const areasByType: Readonly<Record<string, readonly string[]>> = {
  forum: ['forums', 'meetings', 'attachments', 'records', 'home', 'coverage'],
  meeting: ['meetings', 'forums', 'plans', 'issues', 'actions', 'attachments', 'records', 'home'],
  issue: ['issues', 'forums', 'meetings', 'attachments', 'records', 'home'],
  plan: ['plans', 'forums', 'attachments', 'records', 'home'],
  dispute: ['disputes', 'attachments', 'records', 'home'],
  site: ['sites', 'assets', 'coverage', 'attachments', 'records', 'home'],
  asset: ['assets', 'sites', 'attachments', 'records', 'home'],
  training: ['trainings', 'attachments', 'records', 'home'],
  mapping: ['mappings', 'plans', 'attachments', 'records', 'home'],
  user: ['users', 'disputes'],
  rule: ['rules'],
  partner: ['partners'],
  place: ['places'],
};

export const inArea = (at: string): readonly string[] => areasByType[at] ?? [];
