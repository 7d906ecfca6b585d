/** @file The words that a screen shows, taken from where the screens take them: journeys find things by these. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CodeList, labelOf } from '#shared/domain/code-lists.ts';
import type { CodeListKey } from '#shared/domain/generated/code-lists.ts';
import { type Place, placeName, placeOf } from '#shared/domain/places.ts';
import { createI18n } from '#shared/locales/i18n.ts';
import { loadLanguage } from '#shared/locales/load-language.ts';
import { type Direction, directionOf, type Language } from '#shared/text/languages.ts';

export type Words = {
  readonly language: Language;
  readonly direction: Direction;
  /** A sentence by its key, `forums:form.new`; throws where there is none. */
  readonly t: (key: string, values?: Readonly<Record<string, unknown>>) => string;
  /** The words of a code. */
  readonly code: (list: CodeListKey, code: string) => string;
  /** A place as lists offer it, with what it lies in. */
  readonly place: (code: string) => string;
};

const resources = path.join(import.meta.dirname, '../../../resources');
const codeLists = readResource<readonly CodeList[]>('code-lists.json');
const places = readResource<readonly Place[]>('places.json');

export async function loadWords(language: Language): Promise<Words> {
  const i18n = createI18n(language, await loadLanguage(language), { digits: 'latin' });
  return {
    language,
    direction: directionOf(language),
    t: (key, values) => i18n.t(key, values ?? {}),
    code: (list, code) => labelOf(codeLists, list, code, language),
    place: (code) => placeLabel(code, language),
  };
}

/** The first code of a list that passes, for forms that need any. */
export function entriesOf(list: CodeListKey): CodeList['entries'] {
  return codeLists.find(({ key }) => key === list)?.entries ?? [];
}

function placeLabel(code: string, language: Language): string {
  const own = placeName(places, code, language);
  const parent = placeOf(places, placeOf(places, code)?.parent ?? '');
  if (parent === undefined || parent.parent === null) return own;
  return `${own}${language === 'en' ? ', ' : '، '}${placeName(places, parent.code, language)}`;
}

function readResource<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(resources, name), 'utf8'));
}
