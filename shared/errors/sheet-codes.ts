/** @file Why a sheet is not read, and what stands in the way of bringing its rows in (docs/adr/0021-sheets.md). */

export type SheetErrorParams = {
  'sheet/not-a-sheet': Record<string, never>;
  /** Excel 97 to 2003. */
  'sheet/old-excel': Record<string, never>;
  'sheet/password': Record<string, never>;
  'sheet/macros': Record<string, never>;
  /** How many, and the first of them. */
  'sheet/formulas': { count: number; cell: string };
  'sheet/damaged': Record<string, never>;
  'sheet/bad-quotes': { row: number };
  /** Neither UTF-8 nor UTF-16 nor plainly windows-1256. */
  'sheet/encoding': Record<string, never>;
  'sheet/empty': Record<string, never>;
  'sheet/too-large': { maxBytes: number };
  'sheet/unpacks-too-large': { maxBytes: number };
  'sheet/too-many-rows': { max: number };
  'sheet/too-many-columns': { max: number };
  'sheet/no-such-sheet': { name: string };
  /** No column of the sheet is chosen for these fields, which every row needs. */
  'import/column-missing': { fields: readonly string[] };
  /** The sheet, or a record that it would change, is no longer what the check saw. */
  'import/changed': Record<string, never>;
  'import/nothing-to-do': Record<string, never>;
  /** A row that the check found sound was refused when it was written. */
  'import/row-refused': { row: number };
  /** By the person who had begun it. */
  'import/stopped': Record<string, never>;
  'import/not-found': Record<string, never>;
  'import/undone': Record<string, never>;
  /** By the person who brought it in, or by an officer. */
  'import/not-yours': Record<string, never>;
};

export const SHEET_CODES: { readonly [C in keyof SheetErrorParams]: true } = {
  'sheet/not-a-sheet': true,
  'sheet/old-excel': true,
  'sheet/password': true,
  'sheet/macros': true,
  'sheet/formulas': true,
  'sheet/damaged': true,
  'sheet/bad-quotes': true,
  'sheet/encoding': true,
  'sheet/empty': true,
  'sheet/too-large': true,
  'sheet/unpacks-too-large': true,
  'sheet/too-many-rows': true,
  'sheet/too-many-columns': true,
  'sheet/no-such-sheet': true,
  'import/column-missing': true,
  'import/changed': true,
  'import/nothing-to-do': true,
  'import/row-refused': true,
  'import/stopped': true,
  'import/not-found': true,
  'import/undone': true,
  'import/not-yours': true,
};

/** What is wrong with one cell, besides what a form would say of it. */
export const CELL_CODES = [
  'field/unknown-name',
  'field/name-twice',
  'field/digits-lost',
  'field/unknown-place',
  'field/too-many-members',
  'field/handed-over-by-act',
] as const;
