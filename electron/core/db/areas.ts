/** @file Which method families show records of a type: events name these, and screens read them anew. */
const areasByType: Readonly<Record<string, readonly string[]>> = {
  forum: ['forums', 'meetings', 'attachments', 'records', 'home'],
  meeting: ['meetings', 'forums', 'attachments', 'records', 'home'],
  dispute: ['disputes', 'attachments', 'records', 'home'],
  user: ['users', 'disputes'],
  rule: ['rules'],
  partner: ['partners'],
  place: ['places'],
};

export const inArea = (at: string): readonly string[] => areasByType[at] ?? [];
