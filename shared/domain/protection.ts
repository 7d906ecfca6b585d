/** @file What is written down about a party so that nobody comes to harm, and how far each of it may go (docs/adr/0015). */

/** A shipped code list as far as it is asked here. */
type Levels = readonly {
  readonly key: string;
  readonly entries: readonly { readonly code: string; readonly attributes: Readonly<Record<string, string>> }[];
}[];

/** `restricted`: stays in the office; `local`: stays on this computer and in its backups. */
export type FlagClass = 'restricted' | 'local';

/** By the flag's level in the list `vulnerability_flag`. One that is not known, or of another level, is kept the closest. */
export function flagClass(lists: Levels, flag: string): FlagClass {
  const flags = lists.find(({ key }) => key === 'vulnerability_flag')?.entries ?? [];
  const level = flags.find(({ code }) => code === flag)?.attributes.level;
  return level === 'n' || level === 'r' ? 'restricted' : 'local';
}
