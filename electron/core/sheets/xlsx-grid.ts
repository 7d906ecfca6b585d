/** @file From the events of a worksheet's XML to rows of cells. */
import { refusal } from '#shared/errors/codes.ts';
import type { XmlEvents } from './read-xml.ts';
import { type Cell, SheetRefused, type SheetRow, sheetLimits } from './sheet.ts';

type Grid = {
  readonly events: XmlEvents;
  end(): { readonly rows: SheetRow[]; readonly formulas: { readonly count: number; readonly first: string } };
};

export function createGrid({
  texts,
  padding,
}: {
  readonly texts: readonly string[];
  readonly padding: readonly number[];
}): Grid {
  const rows: SheetRow[] = [];
  const formulas = { count: 0, first: '' };
  let row: Cell[] = [];
  let n = 0;
  let column = 0;
  let cell = { name: '', type: '', style: 0 };
  let text = '';
  let collects = false;
  let room: number = sheetLimits.characters;

  const openRow = (at: string | undefined): void => {
    n = at === undefined ? n + 1 : Number(at);
    row = [];
    column = 0;
    if (!Number.isSafeInteger(n) || n < 1) throw new SheetRefused(refusal('sheet/damaged', {}));
  };

  const openCell = ({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void => {
    if (r !== undefined) column = columnOf(r);
    if (column >= sheetLimits.columns) {
      throw new SheetRefused(refusal('sheet/too-many-columns', { max: sheetLimits.columns }));
    }
    cell = { name: r ?? '', type: t, style: Number(s) };
    text = '';
  };

  const closeCell = (): void => {
    const value = valueIn(cell.type, text, texts, padding[cell.style] ?? 0);
    if (value !== '') {
      room -= typeof value === 'string' ? value.length : 0;
      if (room < 0) throw new SheetRefused(refusal('sheet/unpacks-too-large', { maxBytes: sheetLimits.unpackedBytes }));
      while (row.length < column) row.push('');
      row[column] = value;
    }
    column += 1;
  };

  const closeRow = (): void => {
    if (row.length === 0) return;
    if (rows.length > sheetLimits.rows) {
      throw new SheetRefused(refusal('sheet/too-many-rows', { max: sheetLimits.rows }));
    }
    rows.push({ n, cells: row });
  };

  return {
    events: {
      open: (name, attributes) => {
        if (name === 'row') openRow(attributes.r);
        else if (name === 'c') openCell(attributes);
        else if (name === 'f') {
          formulas.count += 1;
          formulas.first ||= cell.name;
        }
        collects = name === 'v' || name === 't';
      },
      text: (more) => {
        if (collects) text += more;
      },
      close: (name) => {
        collects = false;
        if (name === 'c') closeCell();
        else if (name === 'row') closeRow();
      },
    },
    end: () => ({ rows, formulas }),
  };
}

/** `BC12` stands in column 54. */
function columnOf(name: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(name)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  if (column === 0) throw new SheetRefused(refusal('sheet/damaged', {}));
  return column - 1;
}

function valueIn(type: string, text: string, texts: readonly string[], padding: number): Cell {
  if (type === 's') {
    const shared = texts[Number(text)];
    if (text !== '' && shared === undefined) throw new SheetRefused(refusal('sheet/damaged', {}));
    return shared?.trim() ?? '';
  }
  if (type !== 'n' || text === '') return text.trim();
  const number = Number(text);
  if (!Number.isFinite(number)) throw new SheetRefused(refusal('sheet/damaged', {}));
  return padding > 0 && Number.isSafeInteger(number) && number >= 0 ? String(number).padStart(padding, '0') : number;
}
