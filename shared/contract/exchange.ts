import { FileToken, Moment } from './fields.ts';
import { command, query } from './method.ts';
import { WrittenFile } from './enrolment.ts';
import { z } from './zod.ts';

export const PeerStatus = z.object({
  node: z.uuid(),
  name: z.string(),
  kind: z.string(),
  device: z.string(),
  /** Changes the other side has confirmed, and those it has not. */
  acked: z.int(),
  waiting: z.int(),
  /** Waiting changes that were never written to any bundle. */
  unsent: z.int(),
  lastBundle: z.object({ number: z.int(), at: Moment, file: z.string() }).nullable(),
  lastConfirmedAt: Moment.nullable(),
  lastReceived: z.object({ number: z.int(), at: Moment }).nullable(),
  daysSinceReceived: z.int().nullable(),
  /** Number of the bundle that is missing, if a later one came. */
  missing: z.int().nullable(),
});

export const ExchangeStatus = z.object({
  node: z.uuid(),
  device: z.string(),
  peers: z.array(PeerStatus),
  conflicts: z.int(),
  quarantined: z.int(),
  held: z.int(),
  clock: z.enum(['unknown', 'unchecked', 'checked', 'confirmed']),
});
export type ExchangeStatus = z.infer<typeof ExchangeStatus>;

export const ImportReport = z.object({
  file: z.string(),
  verdict: z.enum(['applied', 'nothing-new', 'gap', 'refused']),
  code: z.string().optional(),
  from: z.object({ node: z.uuid(), name: z.string() }).nullable(),
  applied: z.int(),
  alreadyKnown: z.int(),
  held: z.int(),
  quarantined: z.array(z.object({ id: z.string(), code: z.string() })),
  blobParts: z.int(),
  /** Conflicts that this file made. */
  newConflicts: z.int(),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const BundleInspection = z.object({
  file: z.string(),
  bytes: z.int(),
  verdict: z.enum(['readable', 'cut', 'refused']),
  code: z.string().nullable(),
  header: z.record(z.string(), z.unknown()).nullable(),
  sections: z.array(
    z.object({ type: z.string(), rawBytes: z.int(), compressedBytes: z.int(), changes: z.int(), withheld: z.int() }),
  ),
  changes: z.int(),
  withheld: z.int(),
  blobParts: z.int(),
  padding: z.int(),
});

export const exchangeMethods = {
  'exchange.status': query({
    permission: 'exchange.read',
    input: z.strictObject({}),
    output: ExchangeStatus,
    errors: [],
  }),
  'exchange.write': command({
    permission: 'exchange.run',
    runs: 'own',
    input: {
      to: FileToken.nullable().default(null),
      /** Node id or device id; may be left out where there is one peer. */
      peer: z.string().max(64).nullable().default(null),
      budgetBytes: z.int().min(1).nullable().default(null),
    },
    output: z.object({
      ...WrittenFile.shape,
      peer: z.uuid(),
      changes: z.int(),
      blobParts: z.int(),
      from: z.int(),
      to: z.int(),
      bundleNumber: z.int(),
    }),
    errors: [
      'node/not-enrolled',
      'exchange/no-peer',
      'exchange/which-peer',
      'exchange/self-check-failed',
      'exchange/budget-too-small',
      'file/unknown-token',
      'file/cannot-write',
      'file/no-space',
    ],
  }),
  'exchange.takeIn': command({
    permission: 'exchange.run',
    runs: 'own',
    input: { files: z.array(FileToken).min(1).max(200) },
    output: z.array(ImportReport),
    errors: ['node/not-enrolled', 'file/unknown-token', 'file/not-found'],
  }),
  'exchange.inspect': query({
    permission: 'exchange.read',
    runs: 'own',
    input: z.strictObject({ file: FileToken }),
    output: BundleInspection,
    errors: ['file/unknown-token', 'file/not-found'],
  }),
  'exchange.history': query({
    permission: 'exchange.read',
    input: z.strictObject({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.int(),
          direction: z.enum(['in', 'out']),
          at: Moment,
          file: z.string(),
          bytes: z.int(),
          peerName: z.string().nullable(),
          bundleNumber: z.int().nullable(),
          verdict: z.string(),
          code: z.string().nullable(),
          changes: z.int(),
        }),
      ),
      total: z.int(),
    }),
    errors: [],
  }),
  /** Folders that suggest themselves: removable drives of this PC. */
  'exchange.drives': query({
    permission: 'exchange.run',
    runs: 'own',
    input: z.strictObject({}),
    output: z.array(z.object({ token: FileToken, label: z.string(), freeBytes: z.int() })),
    errors: [],
  }),
  'exchange.digest': query({
    permission: 'verify',
    input: z.strictObject({
      owner: z.uuid().nullable().default(null),
      class: z.enum(['open', 'all']).default('open'),
    }),
    output: z.object({ digest: z.string(), records: z.int() }),
    errors: [],
  }),
  'exchange.verify': query({
    permission: 'verify',
    runs: 'own',
    input: z.strictObject({}),
    output: z.object({
      ok: z.boolean(),
      checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
    }),
    errors: [],
  }),
} as const;

export const fileMethods = {
  /** Pasted, dropped or picked files come in base64 pieces of at most 512 KiB; the answer stands for the file. */
  'files.stage': command({
    permission: 'session',
    runs: 'own',
    input: {
      token: FileToken.nullable().default(null),
      name: z.string().max(300),
      data: z.base64().max(700_000),
      last: z.boolean(),
    },
    output: z.object({ token: FileToken, bytes: z.int() }),
    errors: ['file/unknown-token', 'file/too-large', 'file/no-space', 'file/cannot-write'],
  }),
  /** Reads a file the core wrote for download, piece by piece. */
  'files.piece': query({
    permission: 'session',
    runs: 'own',
    input: z.strictObject({ token: FileToken, offset: z.int().min(0) }),
    output: z.object({ name: z.string(), bytes: z.int(), data: z.string(), done: z.boolean() }),
    errors: ['file/unknown-token'],
  }),
} as const;

/** Answered by the host itself, not by the core: only it has windows. */
export const hostMethods = {
  'host.capabilities': query({
    permission: 'public',
    runs: 'host',
    input: z.strictObject({}),
    output: z.object({ dialogs: z.boolean(), downloads: z.boolean() }),
    errors: [],
  }),
  'host.pickFiles': query({
    permission: 'session',
    runs: 'host',
    input: z.strictObject({ kind: z.enum(['bundle', 'request', 'answer']) }),
    output: z.array(z.object({ token: FileToken, name: z.string() })),
    errors: ['host/no-dialog'],
  }),
  'host.pickFolder': query({
    permission: 'session',
    runs: 'host',
    input: z.strictObject({}),
    output: z.object({ token: FileToken, name: z.string() }).nullable(),
    errors: ['host/no-dialog'],
  }),
} as const;
