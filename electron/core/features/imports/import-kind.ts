/** @file What the kinds of sheets have in common: how a row becomes fields of a form, and how these are written. */
import type { RecordType } from '#core/changes/registry.ts';
import type { HomeContext } from '#core/context.ts';
import type { AppError } from '#shared/errors/codes.ts';
import type { Result } from '#shared/lib/result.ts';
import type { CellValue } from './read-cell.ts';

/** What the cells of a row say, by key of the field; empty cells are absent. */
export type Values = Readonly<Record<string, CellValue>>;

export type ValueFault = { readonly field: string | null; readonly code: string };

/** A record that a row doubles, or an element of one. */
export type Found = {
  readonly record: string;
  readonly element: string | null;
  readonly title: string;
  /** What the check saw of it. */
  readonly stamp: string;
};

export type Compared = {
  /** Fields in which the row differs from what it doubles. */
  readonly differs: readonly string[];
  readonly mayUpdate: boolean;
};

/** A row that is to be written, and what it updates. */
export type Chosen = { readonly row: number; readonly values: Values; readonly found: Found | null };

/** One act of writing: a record, for one row or for many. */
export type Unit = {
  readonly rows: readonly Chosen[];
  readonly at: RecordType;
  /** Of a record that is there. */
  readonly record: string | null;
  readonly write: () => Promise<Result<{ readonly id: string }, AppError>>;
};

/** One import at work: what is there was read once. */
export type ImportKind = {
  titleOf(values: Values): string;
  /** Rows and records of one key double each other. */
  keysOf(values: Values): readonly string[];
  find(key: string): Found | null;
  /** As a new record; `earlier`: sound rows before it that are taken as new. */
  faultsOf(values: Values, earlier: readonly Values[]): readonly ValueFault[];
  compare(values: Values, found: Found): Promise<Compared>;
  units(chosen: readonly Chosen[]): readonly Unit[];
};

/** `context`: inside the transaction that writes, or one that only reads. */
export type OpenKind = (context: HomeContext, forumId: string | null) => Promise<Result<ImportKind, AppError>>;

/** Reads values whose kinds `readCell` knows. */
export const textOr = (value: CellValue | undefined, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise;
export const textOrNull = (value: CellValue | undefined): string | null => (typeof value === 'string' ? value : null);
export const numberOr = <T>(value: CellValue | undefined, otherwise: T): number | T =>
  typeof value === 'number' ? value : otherwise;
export const listOr = (value: CellValue | undefined, otherwise: readonly string[]): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : otherwise;
