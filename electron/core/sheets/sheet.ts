/** @file What a sheet is once it is read, and how large one may be (docs/adr/0021-sheets.md). */
import { limits } from '#core/changes/limits.ts';
import type { AppError } from '#shared/errors/codes.ts';

/** Text as it stands, or a number as the sheet holds it: a count, a day as a serial, a part of a day as time. */
export type Cell = string | number;

/** `n`: as the program that wrote it numbers it, from 1. Empty cells are empty text; those at the end are left out. */
export type SheetRow = { readonly n: number; readonly cells: readonly Cell[] };

export type Sheet = {
  readonly format: 'xlsx' | 'csv';
  /** Of a CSV file. */
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1256';
  /** Names of the sheets that are shown, and which of them was read. */
  readonly names: readonly string[];
  readonly name: string;
  /** Days are counted from 1904, as by old Macs. */
  readonly from1904: boolean;
  /** Rows that hold something. */
  readonly rows: readonly SheetRow[];
};

export type SheetFault = AppError<
  | 'sheet/not-a-sheet'
  | 'sheet/old-excel'
  | 'sheet/password'
  | 'sheet/macros'
  | 'sheet/formulas'
  | 'sheet/damaged'
  | 'sheet/bad-quotes'
  | 'sheet/encoding'
  | 'sheet/empty'
  | 'sheet/too-large'
  | 'sheet/unpacks-too-large'
  | 'sheet/too-many-rows'
  | 'sheet/too-many-columns'
  | 'sheet/no-such-sheet'
  | 'import/stopped'
>;

/** Thrown within the readers alone, where calls are nested deep; `readSheet` answers it. */
export class SheetRefused extends Error {
  readonly fault: SheetFault;

  constructor(fault: SheetFault) {
    super(fault.code);
    this.fault = fault;
  }
}

export const sheetLimits = {
  /** As for any secret that a window hands over. */
  fileBytes: limits.attachmentBytes,
  /** All parts of an .xlsx that are read, unpacked. */
  unpackedBytes: 256 * 1024 * 1024,
  /** Text of all cells. */
  characters: 64 * 1024 * 1024,
  rows: 100_000,
  columns: 200,
  zipEntries: 2000,
} as const;

/** Letters of a column as spreadsheet programs name it: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (index % 26));
}

/** Lets others have a turn: events, a request to stop, the next call. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What the readers tell on their way, and ask. */
export type Reading = {
  /** `done` of `total` bytes; 0 where the whole is not known. */
  readonly onProgress: (done: number, total: number) => void;
  readonly isStopped: () => boolean;
};
