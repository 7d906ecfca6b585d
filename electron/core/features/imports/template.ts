/** @file Empty sheets to fill in: headers in one language, lists to choose from, an example row that is never brought in. */
import type { Handler, HomeContext } from '#core/context.ts';
import { utf8 } from '#core/crypto/bytes.ts';
import { writeFileAtomically } from '#core/files/atomic-write.ts';
import { writable } from '#core/features/files/writable.ts';
import { allPlaces } from '#core/features/places/all-places.ts';
import { type SheetToWrite, writeXlsx } from '#core/sheets/write-xlsx.ts';
import type { Place } from '#shared/domain/places.ts';
import { SHEET_FIELDS, type SheetField, type SheetKind } from '#shared/domain/sheet-fields.ts';
import { err, ok } from '#shared/lib/result.ts';
import { writeCsv } from '#shared/text/csv.ts';
import { directionOf, type Language } from '#shared/text/languages.ts';
import { exclusively } from '#core/db/transaction.ts';
import { namesOfForums, namesOfPartners, namesOfSites } from './imports-store.ts';
import { choicesOf, headerOf, wordOf } from './words.ts';

export const writeTemplate: Handler<'imports.template'> = async (context, { kind, language, format, to }) => {
  const name = `jisr-${kind}-${language}.${format}`;
  const target = await context.services.files.target(to, name);
  if (!target.ok) return err(writable(target.error));
  const lists = await exclusively(context.home.store, () => listsOf(context, kind, language));
  const rows = [SHEET_FIELDS[kind].map((field) => header(field, language)), exampleRow(kind, language, lists)];
  const contents = format === 'csv' ? utf8(writeCsv(rows)) : workbook(kind, language, rows, lists);
  const written = await writeFileAtomically(target.value.path, contents);
  if (!written.ok) return err(writable(written.error));
  return ok({ file: name, bytes: written.value.bytes, download: target.value.fetch });
};

/** An asterisk marks what every row needs. */
const header = (field: SheetField, language: Language): string =>
  headerOf(field, language) + (field.required === true ? ' *' : '');

/** What a column offers; `code` is empty where a name stands for itself. */
type List = readonly { readonly code: string; readonly label: string }[];
type Lists = ReadonlyMap<string, List>;

async function listsOf(context: HomeContext, kind: SheetKind, language: Language): Promise<Lists> {
  const lists = new Map<string, List>();
  const places = await allPlaces(context);
  const named = async (names: Promise<readonly { readonly names: readonly string[] }[]>, at = 0): Promise<List> =>
    (await names)
      .map(({ names: all }) => ({ code: '', label: all[at] || all[0] || '' }))
      .filter(({ label }) => label !== '');
  for (const { key, cell, list } of SHEET_FIELDS[kind]) {
    if (list !== undefined) {
      lists.set(
        key,
        choicesOf(context.services.ports, list).map(({ code, labels }) => ({ code, label: labels[language] })),
      );
    }
    if (cell === 'place') lists.set(key, placesOf(places, language));
    if (cell === 'forum') lists.set(key, await named(namesOfForums(context)));
    if (cell === 'site') lists.set(key, await named(namesOfSites(context)));
    if (cell === 'partner') lists.set(key, await named(namesOfPartners(context), partnerNames.indexOf(language)));
  }
  return lists;
}

/** In the order of `namesOfPartners`. */
const partnerNames: readonly Language[] = ['en', 'ar-IQ', 'ckb-IQ'];

/** With the governorate before them: some districts are called like theirs. */
function placesOf(places: readonly Place[], language: Language): List {
  const byCode = new Map(places.map((place) => [place.code, place]));
  return places
    .filter(({ level, inactive }) => level > 1 && inactive !== true)
    .map(({ code, names, parent }) => {
      const above = byCode.get(parent ?? '')?.names[language];
      return { code, label: above === undefined ? names[language] : `${above} / ${names[language]}` };
    });
}

const exampleText: Readonly<Record<SheetKind, string>> = {
  members: 'imports:example.member',
  meetings: 'imports:example.forum',
  trainings: 'imports:example.training',
  assets: 'imports:example.asset',
};

const exampleCells: Readonly<Record<string, string>> = {
  phone: '07701234567',
  since: '2026-01-15',
  date: '15/01/2026',
  startTime: '10:00',
  endTime: '12:00',
  guestsWomen: '6',
  guestsMen: '9',
  days: '2026-02-01; 2026-02-02',
  hours: '5',
  serial: '004512',
  quantity: '1',
  acquiredOn: '2025-11-30',
};

/** Its first cell says that it is one, by which it is known again. */
function exampleRow(kind: SheetKind, language: Language, lists: Lists): string[] {
  return SHEET_FIELDS[kind].map(({ key, cell, required }, index) => {
    if (index === 0) return `${wordOf(language, 'imports:example.mark')}: ${wordOf(language, exampleText[kind])}`;
    if (required === true || cell === 'code') return lists.get(key)?.[0]?.label ?? exampleCells[key] ?? '';
    return exampleCells[key] ?? '';
  });
}

function workbook(kind: SheetKind, language: Language, rows: readonly string[][], lists: Lists): Uint8Array {
  const fields = SHEET_FIELDS[kind];
  const offered = fields.flatMap((field, column) => {
    const list = lists.get(field.key) ?? [];
    return list.length === 0 ? [] : [{ field, column, list }];
  });
  const longest = Math.max(0, ...offered.map(({ list }) => list.length));
  // Two columns for each list: the words, and the code that is taken as well.
  const codes = [
    offered.flatMap(({ field }) => [headerOf(field, language), wordOf(language, 'imports:template.code')]),
    ...Array.from({ length: longest }, (_, index) =>
      offered.flatMap(({ list }) => [list[index]?.label ?? '', list[index]?.code ?? '']),
    ),
  ];
  const rightToLeft = directionOf(language) === 'rtl';
  const sheet = (key: string, more: Pick<SheetToWrite, 'rows' | 'choices'>): SheetToWrite => ({
    name: wordOf(language, key),
    rightToLeft,
    ...more,
  });
  return writeXlsx([
    sheet('imports:template.sheet', {
      rows,
      // A list of several is typed: what is chosen would take the place of what stands there.
      choices: offered.flatMap(({ field, column, list }, index) =>
        field.cell === 'codes' ? [] : [{ column, source: index * 2, to: list.length + 1 }],
      ),
    }),
    sheet('imports:template.codes', { rows: codes, choices: [] }),
  ]);
}
