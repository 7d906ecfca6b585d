import { PAPER_KINDS, PAPER_PURPOSES, PAPER_WAYS } from '#shared/domain/papers.ts';
import { PAPER_VERDICTS, SEALED_PAPERS } from '#shared/domain/paper-seal.ts';
import { foldDigits } from '#shared/text/digits.ts';
import { diskErrors } from './common-errors.ts';
import { code, ElementId, FileToken, Moment, RecordId } from './fields.ts';
import { command, query } from './method.ts';
import { Language } from './session.ts';
import { z } from './zod.ts';

/** Which paper: its kind, the record it tells of and a part of that record (`shared/domain/papers.ts`). */
export const PaperFields = {
  kind: code(PAPER_KINDS),
  of: RecordId,
  part: z
    .string()
    .regex(/^[0-9A-Za-z-]{0,40}$/)
    .default(''),
};

/** What a reader of codes types; spaces and line ends that it adds are taken off. */
const SealDigits = z
  .string()
  .max(2000)
  .transform((typed) => foldDigits(typed).replace(/\s/g, ''));

/** A PDF that is handed back to be saved, in one call. */
const maxPdfCharacters = 950_000;

export const paperMethods = {
  /** What is printed on the edge of the next copy, and who had the copies before it, newest first. */
  'papers.next': query({
    permission: 'session',
    input: z.strictObject(PaperFields),
    output: z.object({
      copy: z.int(),
      at: Moment,
      by: z.string(),
      office: z.object({ name: z.string(), code: z.string().nullable() }),
      earlier: z.array(
        z.object({
          copy: z.int(),
          at: Moment,
          by: z.string(),
          language: z.string(),
          purpose: z.string(),
          way: z.string(),
        }),
      ),
    }),
    errors: ['record/not-found'],
  }),
  /** Digits of the square code on an agreement or a receipt: signed by this computer over what the paper says. */
  'papers.seal': query({
    permission: 'hlp.read',
    input: z.strictObject({ kind: code(SEALED_PAPERS), disputeId: RecordId, element: ElementId }),
    output: z.object({ digits: z.string(), number: z.string(), date: z.string() }),
    errors: ['record/not-found'],
  }),
  /** Whether a paper is what an office sealed, and still holds; asks nobody but this computer. */
  'papers.check': query({
    permission: 'hlp.read',
    input: z.strictObject({ digits: SealDigits }),
    output: z.object({
      verdict: z.enum(PAPER_VERDICTS),
      kind: z.string(),
      number: z.string(),
      date: z.string(),
      /** Office whose computer sealed it; empty where this computer does not know it. */
      office: z.string(),
      /** Where the record is at hand. */
      found: z.object({ disputeId: RecordId, element: ElementId }).nullable(),
    }),
    errors: ['paper/no-seal'],
  }),
  /** A copy goes out of the program: counted, and audited with whoever printed it. */
  'papers.print': command({
    permission: 'session',
    about: 'of',
    input: {
      ...PaperFields,
      language: Language,
      /** As drawn on the paper. */
      copy: z.int().min(1),
      purpose: code(PAPER_PURPOSES),
      way: z.enum(PAPER_WAYS),
    },
    output: z.object({ copy: z.int() }),
    errors: ['record/not-found', 'paper/copy-taken'],
  }),
  /** Writes the PDF of a counted copy from memory straight into the folder that the person chose. */
  'papers.save': command({
    permission: 'session',
    runs: 'own',
    input: {
      folder: FileToken,
      name: z.string().regex(/^[A-Za-z0-9-]{1,60}\.pdf$/),
      data: z.base64().max(maxPdfCharacters),
    },
    output: z.object({ file: z.string(), bytes: z.int() }),
    errors: [...diskErrors, 'file/unknown-token', 'paper/not-a-pdf'],
  }),
} as const;
