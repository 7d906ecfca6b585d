/** @file Reading an .xlsx (ECMA-376): the values of one sheet. Formulas, macros and what is locked are refused. */
import { refusal } from '#shared/errors/codes.ts';
import { readXml } from './read-xml.ts';
import { type Reading, type Sheet, SheetRefused, type SheetRow, sheetLimits } from './sheet.ts';
import { createGrid } from './xlsx-grid.ts';
import { openZip, type ZipFile } from './zip-entries.ts';

/** Null `wanted`: the first sheet that is shown. Throws SheetRefused. */
export async function readXlsx(bytes: Buffer, wanted: string | null, reading: Reading): Promise<Sheet> {
  const zip = openZip(bytes);
  if (!zip.has('[Content_Types].xml')) throw new SheetRefused(refusal('sheet/not-a-sheet', {}));
  if (zip.names.some((name) => /vbaProject\.bin$|(^|\/)macrosheets\//i.test(name))) {
    throw new SheetRefused(refusal('sheet/macros', {}));
  }
  const book = await readBook(zip, reading);
  const shown = book.sheets.filter(({ hidden }) => !hidden);
  const chosen = wanted === null ? shown[0] : shown.find(({ name }) => name === wanted);
  if (!chosen) throw new SheetRefused(refusal('sheet/no-such-sheet', { name: wanted ?? '' }));
  const texts = zip.has(book.texts) ? await readTexts(zip, book.texts, reading) : [];
  const padding = zip.has(book.styles) ? await readPadding(zip, book.styles, reading) : [];
  const rows = await readRows(zip, chosen.part, { texts, padding }, reading);
  const names = shown.map(({ name }) => name);
  return { format: 'xlsx', encoding: 'utf-8', names, name: chosen.name, from1904: book.from1904, rows };
}

type Book = {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[];
  readonly from1904: boolean;
  readonly texts: string;
  readonly styles: string;
};

async function readBook(zip: ZipFile, { isStopped }: Reading): Promise<Book> {
  const parts = await readRelations(zip, '_rels/.rels', '', isStopped);
  const main = parts.find(({ type }) => type === 'officeDocument')?.part ?? '';
  if (!zip.has(main)) throw new SheetRefused(refusal('sheet/not-a-sheet', {}));
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const related = await readRelations(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder, isStopped);
  const sheets: { name: string; part: string; hidden: boolean }[] = [];
  let from1904 = false;
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'workbookPr') from1904 = isOn(attributes.date1904);
    if (name !== 'sheet') return;
    const id = Object.entries(attributes).find(([key]) => /^\w+:id$/.test(key))?.[1];
    const target = related.find((one) => one.id === id && one.type === 'worksheet');
    // A sheet of charts has no cells.
    if (target)
      sheets.push({ name: attributes.name ?? '', part: target.part, hidden: /hidden/i.test(attributes.state ?? '') });
  };
  await readXml(zip.read(main), { open }, isStopped);
  const partOf = (wanted: string): string => related.find(({ type }) => type === wanted)?.part ?? '';
  return { sheets, from1904, texts: partOf('sharedStrings'), styles: partOf('styles') };
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

type Relation = { readonly id: string; readonly type: string; readonly part: string };

async function readRelations(
  zip: ZipFile,
  part: string,
  folder: string,
  isStopped: Reading['isStopped'],
): Promise<Relation[]> {
  if (!zip.has(part)) throw new SheetRefused(refusal('sheet/not-a-sheet', {}));
  const found: Relation[] = [];
  const open = (
    name: string,
    { Id = '', Type = '', Target = '', TargetMode = '' }: Readonly<Record<string, string>>,
  ) => {
    if (name !== 'Relationship' || TargetMode === 'External') return;
    const target = Target.startsWith('/') ? Target.slice(1) : folder + Target;
    found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: target.replace(/[^/]+\/\.\.\//g, '') });
  };
  await readXml(zip.read(part), { open }, isStopped);
  return found;
}

/** Texts that cells share, by number. Readings for pronunciation stand beside a text and are left out. */
async function readTexts(zip: ZipFile, part: string, { isStopped }: Reading): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let beside = 0;
  let room: number = sheetLimits.characters;
  await readXml(
    zip.read(part),
    {
      open: (name) => {
        if (name === 'si') text = '';
        if (name === 'rPh') beside += 1;
        inText = name === 't';
      },
      text: (more) => {
        if (inText && beside === 0) text += more;
      },
      close: (name) => {
        inText = false;
        if (name === 'rPh') beside -= 1;
        if (name !== 'si') return;
        room -= text.length;
        if (room < 0) throw tooLarge();
        texts.push(text);
      },
    },
    isStopped,
  );
  return texts;
}

/**
 * Per style of a cell: how many digits its number is padded to with zeros (format `000000`), as serials and telephone
 * numbers are; 0 for any other format.
 */
async function readPadding(zip: ZipFile, part: string, { isStopped }: Reading): Promise<number[]> {
  const formats = new Map<string, number>();
  const styles: number[] = [];
  let inCells = false;
  await readXml(
    zip.read(part),
    {
      open: (name, { numFmtId = '', formatCode = '' }) => {
        if (name === 'numFmt') formats.set(numFmtId, /^0{2,30}$/.test(formatCode) ? formatCode.length : 0);
        if (name === 'cellXfs') inCells = true;
        if (name === 'xf' && inCells) styles.push(formats.get(numFmtId) ?? 0);
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false;
      },
    },
    isStopped,
  );
  return styles;
}

async function readRows(
  zip: ZipFile,
  part: string,
  known: { readonly texts: readonly string[]; readonly padding: readonly number[] },
  { isStopped, onProgress }: Reading,
): Promise<SheetRow[]> {
  const grid = createGrid(known);
  let done = 0;
  const counted = async function* () {
    for await (const piece of zip.read(part)) {
      done += piece.length;
      onProgress(done, 0);
      yield piece;
    }
  };
  await readXml(counted(), grid.events, isStopped);
  const { formulas, rows } = grid.end();
  if (formulas.count > 0)
    throw new SheetRefused(refusal('sheet/formulas', { count: formulas.count, cell: formulas.first }));
  return rows;
}

const tooLarge = (): SheetRefused =>
  new SheetRefused(refusal('sheet/unpacks-too-large', { maxBytes: sheetLimits.unpackedBytes }));
