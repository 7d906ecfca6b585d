import { PAPER_KINDS, PAPER_PURPOSES, PAPER_WAYS } from '#shared/domain/papers.ts';
import { diskErrors } from './common-errors.ts';
import { code, FileToken, Moment, RecordId } from './fields.ts';
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
