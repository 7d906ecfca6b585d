import { namedFileErrors } from './common-errors.ts';
import { FileToken, Moment } from './fields.ts';
import { query } from './method.ts';
import { z } from './zod.ts';

export const StickList = z.object({
  sticks: z.array(
    z.object({
      /** The same for as long as this stick is in; another stick at the same place has another. */
      token: FileToken,
      label: z.string(),
      freeBytes: z.int(),
      totalBytes: z.int(),
    }),
  ),
  /** How a stick is taken out safely differs by system. */
  system: z.enum(['windows', 'other']),
});

/** What waits for one peer, in the words of the classes: counts only, for people who may not read the records. */
export const WaitingContents = z.object({
  from: z.string(),
  peer: z.object({ device: z.string(), node: z.uuid(), name: z.string(), kind: z.string() }),
  changes: z.int(),
  /** Changes that were never in any file. */
  unsent: z.int(),
  /** When the oldest of them was made, by the clock of the PC that made it. */
  since: Moment.nullable(),
  /** A guess at the size of the file, rather too large. */
  roughBytes: z.int(),
  /** Scans, photos and other files that are not confirmed. */
  attachments: z.object({ count: z.int(), bytes: z.int() }),
  types: z.array(
    z.object({
      type: z.string(),
      records: z.int(),
      /** Entries whose content goes along, and those whose content stays in this office. What never came here is in neither. */
      goes: z.int(),
      stays: z.int(),
    }),
  ),
  /** Entries that stay on this computer. */
  local: z.int(),
});

export const FoundBundles = z.object({
  /** Those for us first, then newest first; at most 500. */
  files: z.array(
    z.object({
      token: FileToken,
      name: z.string(),
      bytes: z.int(),
      at: Moment,
      /** By the name of the file, which anybody can change. */
      addressedTo: z.enum(['us', 'others', 'unknown']),
    }),
  ),
  /** All bundles in our folder, those beyond the 500 included. */
  total: z.int(),
});

export const FilePreview = z.object({
  token: FileToken,
  file: z.string(),
  verdict: z.enum(['news', 'nothing-new', 'refused']),
  /** Why it is refused, or what is to be known of it (a gap, a fork, a cut). */
  code: z.string().nullable(),
  from: z.object({ node: z.uuid(), name: z.string() }).nullable(),
  /** By the clock of the sender. */
  madeAt: Moment.nullable(),
  bundleNumber: z.int().nullable(),
  newRecords: z.int(),
  changedRecords: z.int(),
  /** Changes: all that the file holds is applied, known already, held or set aside. */
  changes: z.int(),
  applied: z.int(),
  alreadyKnown: z.int(),
  held: z.int(),
  setAside: z.array(z.object({ code: z.string(), count: z.int() })),
  newConflicts: z.int(),
  attachments: z.int(),
});
export type FilePreview = z.infer<typeof FilePreview>;

export const stickMethods = {
  /** Sticks that are in this PC; cheap enough to be asked every second or two. */
  'sticks.list': query({
    permission: 'exchange.run',
    runs: 'own',
    input: z.strictObject({}),
    output: StickList,
    errors: [],
  }),
  'sticks.contents': query({
    permission: 'exchange.run',
    input: z.strictObject({
      /** Node id or device id; may be left out where there is one peer. */
      peer: z.string().max(64).nullable().default(null),
    }),
    output: WaitingContents,
    errors: ['node/not-enrolled', 'exchange/no-peer', 'exchange/which-peer'],
  }),
  'sticks.bundlesOn': query({
    permission: 'exchange.run',
    runs: 'own',
    input: z.strictObject({ stick: FileToken }),
    output: FoundBundles,
    errors: ['file/unknown-token', 'file/stick-gone', 'file/cannot-read'],
  }),
  /** What taking these files in, in this order, would do. Nothing is changed. */
  'sticks.preview': query({
    permission: 'exchange.run',
    runs: 'own',
    input: z.strictObject({ files: z.array(FileToken).min(1).max(1000) }),
    output: z.array(FilePreview),
    errors: [...namedFileErrors, 'node/not-enrolled'],
  }),
} as const;
