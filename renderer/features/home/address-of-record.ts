const folders: Readonly<Record<string, string>> = {
  forum: 'forums',
  meeting: 'meetings',
  plan: 'plans',
  issue: 'issues',
  mapping: 'mappings',
  dispute: 'disputes',
  site: 'sites',
  asset: 'assets',
  training: 'trainings',
};

/** The page of a record; the first screen for what has no page of its own. */
export const addressOfRecord = (type: string, id: string): string =>
  Object.hasOwn(folders, type) ? `#/${folders[type]}/${id}` : '#/';
