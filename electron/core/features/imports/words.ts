/** @file Words of all three languages at once: a sheet may be written in any of them. */
import { codeLists } from '#core/features/reference/code-lists.ts';
import type { Ports } from '#core/ports.ts';
import { ASSET_KINDS } from '#shared/domain/infrastructure.ts';
import { CURRENCIES } from '#shared/domain/money.ts';
import type { SheetField, SheetList } from '#shared/domain/sheet-fields.ts';
import { TRAINING_EDITION, TRAINING_STATUS } from '#shared/domain/training.ts';
import { ALL_RESOURCES } from '#shared/locales/all-resources.ts';
import type { Sentences } from '#shared/locales/namespaces.ts';
import { LANGUAGES, type Language } from '#shared/text/languages.ts';

/** The sentence of a key, `forums:member.name`, without parameters. */
export function wordOf(language: Language, key: string): string {
  const [namespace = '', path = ''] = key.split(':');
  return wordAt(language, [namespace, ...path.split('.')]);
}

function wordAt(language: Language, path: readonly string[]): string {
  let found: string | Sentences | undefined = ALL_RESOURCES[language];
  for (const part of path) found = typeof found === 'object' ? found[part] : undefined;
  return typeof found === 'string' ? found : '';
}

/** A header as the template and the forms write it. */
export const headerOf = (field: SheetField, language: Language): string => wordOf(language, field.words);

export type Choice = { readonly code: string; readonly labels: Readonly<Record<Language, string>> };

/** Codes of a list with their labels, in the order of the forms. */
export function choicesOf(ports: Ports, list: SheetList): readonly Choice[] {
  const own = ownLists[list];
  if (own)
    return own.codes.map((code) => ({ code, labels: labelsOf((language) => wordAt(language, [...own.words, code])) }));
  const entries = codeLists(ports).find(({ key }) => key === list)?.entries ?? [];
  const chosen = entries.filter(
    ({ code }) => list !== 'infrastructure_kind' || (ASSET_KINDS as readonly string[]).includes(code),
  );
  return chosen.map(({ code, labels }) => ({ code, labels: labelsOf((language) => labels[language]) }));
}

/** Their words stand with the forms. */
const ownLists: {
  readonly [L in SheetList]?: { readonly codes: readonly string[]; readonly words: readonly string[] };
} = {
  training_status: { codes: TRAINING_STATUS, words: ['trainings', 'status'] },
  training_edition: { codes: TRAINING_EDITION, words: ['trainings', 'edition'] },
  currency: { codes: CURRENCIES, words: ['holdings', 'currency'] },
};

const labelsOf = (word: (language: Language) => string): Readonly<Record<Language, string>> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, word(language)])) as Record<Language, string>;
