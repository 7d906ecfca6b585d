/** @file What a shipped code list looks like (resources/code-lists.json) and how a label is found. */
import type { CodeListKey } from './generated/code-lists.ts';

/** Words by language tag. English, Arabic and Sorani are always there; another language, as `kmr-Arab`, is one more key. */
export type Labels = {
  readonly en: string;
  readonly 'ar-IQ': string;
  readonly 'ckb-IQ': string;
  readonly [language: string]: string;
};

export type CodeEntry = {
  readonly code: string;
  readonly labels: Labels;
  /** `block`, `group`, `sensitive`, `level`, ...: what the remark of the list's source says in the form name=value. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly remark: string;
  /** A code is never taken away: one no longer offered is still shown where a record holds it. */
  readonly active: boolean;
};

export type CodeList = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly group: string;
  readonly entries: readonly CodeEntry[];
};

/** One entry, or undefined for a code this program does not know (a newer office may have sent it). */
export function entryOf(lists: readonly CodeList[], list: CodeListKey, code: string): CodeEntry | undefined {
  return lists.find((candidate) => candidate.key === list)?.entries.find((entry) => entry.code === code);
}

/** The words for a code; English where the language has none; the code itself where it is unknown. */
export function labelOf(lists: readonly CodeList[], list: CodeListKey, code: string, language: string): string {
  const labels = entryOf(lists, list, code)?.labels;
  return labels?.[language] ?? labels?.en ?? code;
}

/** The entries a form offers, in the order of the source. */
export function activeEntries(lists: readonly CodeList[], list: CodeListKey): readonly CodeEntry[] {
  return lists.find((candidate) => candidate.key === list)?.entries.filter((entry) => entry.active) ?? [];
}

/** Whether a safety issue is recorded as a pattern only, never with a named person. */
export function isSensitiveIssue(lists: readonly CodeList[], issue: string): boolean {
  return entryOf(lists, 'safety_issue', issue)?.attributes.sensitive === 'yes';
}
