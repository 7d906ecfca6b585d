/** @file Bringing in what offices keep in sheets (docs/adr/0021-sheets.md). */
import { DOUBLE_CHOICES, SHEET_KINDS } from '#shared/domain/sheet-fields.ts';
import { LANGUAGES } from '#shared/text/languages.ts';
import { createErrors, diskErrors, namedFileErrors } from './common-errors.ts';
import { FileToken, Moment, Reason, RecordId } from './fields.ts';
import { command, query } from './method.ts';
import { z } from './zod.ts';

const Kind = z.enum(SHEET_KINDS);
const FieldKey = z.string().max(40);

/** A column, counted from 0, and the field it brings; columns that are not named are left aside. */
export const SheetColumn = z.strictObject({ column: z.int().min(0).max(199), field: FieldKey });
export type SheetColumn = z.infer<typeof SheetColumn>;

/** A sheet, and how it is read. */
const source = {
  kind: Kind,
  /** The forum that members join; of other kinds null. */
  forumId: RecordId.nullable().default(null),
  /** From `files.stage` with `secret`, or a path that a host handed over. */
  file: FileToken,
  /** Null: the first that is shown. */
  sheet: z.string().max(200).nullable().default(null),
  columns: z.array(SheetColumn).min(1).max(60),
};

/** Where something is in the sheet: `column` as letters; empty for the row as a whole. */
const place = { row: z.int(), column: z.string(), field: FieldKey.nullable() };

export const SheetFaultRow = z.object({
  ...place,
  /** Code of the sentence that says what is wrong and what to do. */
  code: z.string(),
  /** What stands in the cell, at most 80 characters of it. */
  shown: z.string(),
});
export type SheetFaultRow = z.infer<typeof SheetFaultRow>;

export const SheetDouble = z.object({
  row: z.int(),
  title: z.string(),
  /** The record it doubles, or an earlier row of the sheet. */
  of: z.object({ recordId: RecordId.nullable(), row: z.int().nullable(), title: z.string() }),
  /** Fields in which they differ. */
  differs: z.array(FieldKey),
  mayUpdate: z.boolean(),
});
export type SheetDouble = z.infer<typeof SheetDouble>;

export const SheetReport = z.object({
  /** Stands for the sheet and the records it touches as the check saw them. */
  digest: z.string(),
  rows: z.int(),
  counts: z.object({
    /** Brought in without a question. */
    new: z.int(),
    /** Wait for a choice. */
    doubles: z.int(),
    /** Say what the record says already. */
    same: z.int(),
    faulty: z.int(),
    /** Of the template. */
    examples: z.int(),
  }),
  /** At most 500. */
  faults: z.array(SheetFaultRow),
  faultsTotal: z.int(),
  /** What may be amiss though it can be brought in, once per column: how many, and the first row. */
  notes: z.array(z.object({ ...place, code: z.enum(['number-as-mark', 'zero-lost', 'windows-1256']), count: z.int() })),
  /** At most 500. */
  doubles: z.array(SheetDouble),
});
export type SheetReport = z.infer<typeof SheetReport>;

const sheetErrors = [
  ...namedFileErrors,
  'sheet/not-a-sheet',
  'sheet/old-excel',
  'sheet/password',
  'sheet/macros',
  'sheet/formulas',
  'sheet/damaged',
  'sheet/bad-quotes',
  'sheet/encoding',
  'sheet/empty',
  'sheet/too-large',
  'sheet/unpacks-too-large',
  'sheet/too-many-rows',
  'sheet/too-many-columns',
  'sheet/no-such-sheet',
  'import/stopped',
] as const;

/** Those of records are about the forum that members join. */
const checkErrors = [
  ...sheetErrors,
  ...createErrors,
  'record/not-found',
  'record/voided',
  'record/newer-program',
  'record/offered-away',
  'import/column-missing',
] as const;

export const importMethods = {
  /** An empty sheet with headers, lists to choose from and an example row, in one language. */
  'imports.template': command({
    permission: 'policing.write',
    runs: 'own',
    input: {
      kind: Kind,
      language: z.enum(LANGUAGES),
      format: z.enum(['xlsx', 'csv']),
      to: FileToken.nullable().default(null),
    },
    output: z.object({ file: z.string(), bytes: z.int(), download: z.string().nullable() }),
    errors: ['file/unknown-token', ...diskErrors],
  }),
  /** The headers of a sheet, the field each seems to stand for, and some cells of each column. */
  'imports.look': query({
    permission: 'policing.write',
    runs: 'own',
    input: z.strictObject({ kind: Kind, file: FileToken, sheet: z.string().max(200).nullable().default(null) }),
    output: z.object({
      sheet: z.string(),
      sheets: z.array(z.string()),
      rows: z.int(),
      columns: z.array(
        z.object({
          column: z.int(),
          letters: z.string(),
          header: z.string(),
          samples: z.array(z.string()),
          field: FieldKey.nullable(),
        }),
      ),
    }),
    errors: sheetErrors,
  }),
  /** A dry run: judges every row and writes nothing. Tells `progress` of the task `sheet-check`. */
  'imports.check': query({
    permission: 'policing.write',
    runs: 'own',
    input: z.strictObject(source),
    output: SheetReport,
    errors: checkErrors,
  }),
  /** Brings in all sound rows or none. Tells `progress` of the task `sheet-import`. */
  'imports.run': command({
    permission: 'policing.write',
    runs: 'own',
    input: {
      ...source,
      name: z.string().trim().max(300),
      digest: z.string().max(100),
      doubles: z.strictObject({
        /** For all rows that are not named below. */
        all: z.enum(DOUBLE_CHOICES),
        rows: z.array(z.strictObject({ row: z.int(), choice: z.enum(DOUBLE_CHOICES) })).max(10_000),
      }),
    },
    output: z.object({ id: RecordId, made: z.int(), altered: z.int(), left: z.int() }),
    errors: [...checkErrors, 'import/changed', 'import/nothing-to-do', 'import/row-refused'],
  }),
  /** Asks what runs here of the two above to stop. A query, so that it waits for nobody. */
  'imports.cancel': query({
    permission: 'policing.write',
    runs: 'own',
    input: z.strictObject({}),
    output: z.object({ asked: z.int() }),
    errors: [],
  }),
  /** The last twenty, newest first. */
  'imports.list': query({
    permission: 'policing.read',
    input: z.strictObject({ kind: Kind.nullable().default(null) }),
    output: z.array(
      z.object({
        id: RecordId,
        kind: Kind,
        file: z.string(),
        at: Moment,
        by: z.string(),
        made: z.int(),
        altered: z.int(),
        undone: z.object({ at: Moment, by: z.string(), kept: z.int() }).nullable(),
        mayUndo: z.boolean(),
      }),
    ),
    errors: [],
  }),
  /**
   * Takes an import back by later changes: what it made is voided, what it altered set back. What somebody changed since
   * stays and is listed.
   */
  'imports.undo': command({
    permission: 'policing.write',
    about: 'importId',
    /** `reason`: stands at every record that is voided. */
    input: { importId: RecordId, reason: Reason },
    output: z.object({
      /** Records that are void now, and members out of the list. */
      voided: z.int(),
      setBack: z.int(),
      /** `why`: changed since, in use since, or not to be written to any more. At most 500. */
      kept: z.array(
        z.object({
          recordId: RecordId,
          title: z.string(),
          why: z.enum(['changed', 'in-use', 'locked']),
        }),
      ),
      keptTotal: z.int(),
    }),
    errors: ['import/not-found', 'import/undone', 'import/not-yours'],
  }),
} as const;
