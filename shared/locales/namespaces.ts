/** One JSON file each in every language's folder; `t('forums:list.title')` names namespace and key. */
export const NAMESPACES = [
  'common',
  'session',
  'home',
  'forums',
  'meetings',
  'imports',
  'issues',
  'actions',
  'holdings',
  'coverage',
  'figures',
  'papers',
  'plans',
  'mappings',
  'disputes',
  'trainings',
  'attachments',
  'exchange',
  'enrolment',
  'sticks',
  'users',
  'backup',
  'transfers',
  'devices',
  'notices',
  'history',
  'reference',
  'errors',
  'fields',
  'demo',
  'cli',
  'about',
] as const;

export type Namespace = (typeof NAMESPACES)[number];

/** Sentences by nested key; plural forms end in `_zero _one _two _few _many _other`. */
export type Sentences = { readonly [key: string]: string | Sentences };

/** Everything one language says. */
export type LanguageResources = Readonly<Record<Namespace, Sentences>>;
