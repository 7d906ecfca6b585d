/** @file Which method families show records of a type: events name these, and screens read them anew. */
const areasByType: Readonly<Record<string, readonly string[]>> = {
  forum: ['forums', 'meetings', 'records', 'home'],
  meeting: ['meetings', 'forums', 'records', 'home'],
  dispute: ['disputes', 'records', 'home'],
  user: ['users', 'disputes'],
};

export const inArea = (at: string): readonly string[] => areasByType[at] ?? [];
