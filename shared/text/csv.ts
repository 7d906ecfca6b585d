/**
 * @file Tables as comma-separated values (RFC 4180), for programs that people open them with. Such programs run what
 * begins like a formula, so that no cell that is written begins like one ([Note: Formulas in sheets]).
 */

/** What a spreadsheet program needs to see that the text is UTF-8 and not the code page of the computer. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The text of a CSV file: a byte order mark, one line a row, ended by CR LF. Each cell is kept from being a formula.
 * Hand the text to a file as UTF-8.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map((cell) => quoted(harmlessCell(cell))).join(',')}\r\n`).join('');

/**
 * [Note: Formulas in sheets] A cell that begins with = + - @, a tab or a line's end is run by a spreadsheet program,
 * whoever typed it. Such a cell gets an apostrophe before it, which these programs take for "this is text". A plain
 * number, also one below zero, is no formula and stays a number; the full-width forms of the four signs count too.
 */
export const harmlessCell = (cell: string): string =>
  /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(cell) &&
  !PLAIN_NUMBER.test(cell)
    ? `'${cell}`
    : cell;

/** Takes the apostrophe of `harmlessCell` away again: what was written and read back is what it was. */
export const cellAsMeant = (cell: string): string =>
  cell.startsWith("'") && harmlessCell(cell.slice(1)) === cell ? cell.slice(1) : cell;

const PLAIN_NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

const quoted = (cell: string): string => (/[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
