import { diskErrors, namedFileErrors } from './common-errors.ts';
import { FileToken, Moment } from './fields.ts';
import { command, query } from './method.ts';
import { WrittenFile } from './enrolment.ts';
import { PaperFields } from './papers.ts';
import { Language } from './session.ts';
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
  /** Where it stands in the tree, seen from here. */
  relation: z.enum(['above', 'below', 'beside']),
  /** Changes that the directorate holds of those we sent up this link; null: it is no link upwards, or it never said. */
  nationalHoldsUpTo: z.int().nullable(),
  /** Files that belong to records and are not confirmed there. */
  attachments: z.object({ waiting: z.int(), bytes: z.int() }),
  /** What the other side set aside of ours, by its reason. */
  setAsideThere: z.array(z.object({ code: z.string(), count: z.int() })),
  /** Of what came from there: set aside here, and waiting for something else. */
  setAsideHere: z.int(),
  heldHere: z.int(),
  /** Version of the list of offices it is known to hold. */
  roster: z.int(),
  /** Version of its program, as it said last. */
  appVersion: z.string().nullable(),
  /** Our clock less its, when its newest file came; known of the node above alone. */
  clockOffsetMs: z.int().nullable(),
  /** Its changes bear times far ahead of ours. */
  clockSuspect: z.boolean(),
  /** How often it was noticed to be restored, or to have two histories under one number. */
  restores: z.int(),
  forks: z.int(),
});

export const ExchangeStatus = z.object({
  node: z.uuid(),
  device: z.string(),
  peers: z.array(PeerStatus),
  conflicts: z.int(),
  quarantined: z.int(),
  held: z.int(),
  clock: z.enum(['unknown', 'unchecked', 'checked', 'confirmed']),
  /** Our clock less that of the node above; null: nothing came from above yet. */
  clockOffsetMs: z.int().nullable(),
  /** Newest list of offices here, and version of this program. */
  roster: z.int(),
  appVersion: z.string(),
  /** Records of which parts have not come: known by reference alone, or ours with contents that are still on the way. */
  incomplete: z.object({ stubs: z.int(), withheld: z.int() }),
  /** Nodes that exchange through another: their files go through `via`. */
  beyond: z.array(z.object({ node: z.uuid(), name: z.string(), kind: z.string(), via: z.string() })),
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
      /** No change is left for the next bundle. */
      textComplete: z.boolean(),
      /** Files the other side has not confirmed; `following`: not complete with this bundle. */
      attachments: z.object({ unconfirmed: z.int(), following: z.int(), followingBytes: z.int() }),
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
      'exchange/stopped',
      ...diskErrors,
      'file/unknown-token',
      'file/stick-gone',
    ],
  }),
  'exchange.takeIn': command({
    permission: 'exchange.run',
    runs: 'own',
    input: { files: z.array(FileToken).min(1).max(1000) },
    output: z.array(ImportReport),
    errors: [...namedFileErrors, 'node/not-enrolled'],
  }),
  /** Asks writing, taking in and previews to stop where nothing is half done. A query, so that it waits for nobody. */
  'exchange.cancel': query({
    permission: 'exchange.run',
    runs: 'own',
    input: z.strictObject({}),
    output: z.object({ asked: z.int().describe('how much was running') }),
    errors: [],
  }),
  'exchange.inspect': query({
    permission: 'exchange.read',
    runs: 'own',
    input: z.strictObject({ file: FileToken }),
    output: BundleInspection,
    errors: namedFileErrors,
  }),
  'exchange.history': query({
    permission: 'exchange.read',
    input: z.strictObject({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
      direction: z.enum(['in', 'out']).nullable().default(null),
      node: z.uuid().nullable().default(null),
      /** Those alone that were refused or came with something amiss. */
      amiss: z.boolean().default(false),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.int(),
          direction: z.enum(['in', 'out']),
          at: Moment,
          file: z.string(),
          bytes: z.int(),
          node: z.uuid().nullable(),
          peerName: z.string().nullable(),
          bundleNumber: z.int().nullable(),
          verdict: z.string(),
          code: z.string().nullable(),
          changes: z.int(),
          /** Positions on the link, `from` > `to` when it carried no change; null: its header was never trusted. */
          positions: z.object({ epoch: z.int(), from: z.int(), to: z.int() }).nullable(),
          /** Parts of attachments. */
          blobParts: z.int(),
          /** SHA-256 of the file, as hex. */
          sha: z.string(),
          /** For a file of ours: whether its changes are confirmed; null where the link began anew since. */
          confirmed: z.boolean().nullable(),
        }),
      ),
      total: z.int(),
    }),
    errors: [],
  }),
  /** What came and is not used: who wrote it, why, and whether judging it again could help. Never its contents. */
  'exchange.setAside': query({
    permission: 'exchange.read',
    input: z.strictObject({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          /** Of the change, as hex. */
          id: z.string(),
          code: z.string(),
          held: z.boolean(),
          recordType: z.string(),
          writtenBy: z.string(),
          cameFrom: z.string().nullable(),
          at: Moment,
          /** A spoilt change stays aside until it comes again in sound form. */
          canRetry: z.boolean(),
        }),
      ),
      total: z.int(),
    }),
    errors: [],
  }),
  /** Judges again what was set aside or waits, with all that has come since. */
  'exchange.retry': command({
    permission: 'exchange.run',
    runs: 'own',
    input: {},
    output: z.object({ accepted: z.int(), left: z.int() }),
    errors: [],
  }),
  /** A person says that the date of this PC is right, whatever the others think. */
  'exchange.confirmClock': command({
    permission: 'session',
    input: {},
    output: z.object({}),
    errors: [],
  }),
  /** What goes on the paper that accompanies a stick: numbers, and no content of any record. */
  'exchange.waybill': query({
    permission: 'exchange.read',
    input: z.strictObject({ node: z.uuid(), bundleNumber: z.int() }),
    output: z.object({
      from: z.object({ name: z.string(), code: z.string().nullable() }),
      to: z.object({ name: z.string(), code: z.string().nullable() }),
      bundleNumber: z.int(),
      positions: z.object({ epoch: z.int(), from: z.int(), to: z.int() }),
      file: z.string(),
      bytes: z.int(),
      sha: z.string(),
      at: Moment,
      changes: z.int(),
      blobParts: z.int(),
      roster: z.int(),
      appVersion: z.string(),
    }),
    errors: ['exchange/no-such-file'],
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
      /** Files for records: encrypted as they come, so that nothing in clear reaches the disk; for `attachments.add` alone. */
      secret: z.boolean().default(false),
    },
    output: z.object({ token: FileToken, bytes: z.int() }),
    errors: [...diskErrors, 'file/unknown-token', 'file/too-large'],
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
    input: z.strictObject({ kind: z.enum(['bundle', 'request', 'answer', 'sheet']) }),
    output: z.array(z.object({ token: FileToken, name: z.string() })),
    errors: ['host/no-dialog'],
  }),
  /** A backup to restore: asked for before anyone can be signed in. */
  'host.pickBackup': query({
    permission: 'public',
    runs: 'host',
    input: z.strictObject({}),
    output: z.array(z.object({ token: FileToken, name: z.string() })),
    errors: ['host/no-dialog', 'home/exists'],
  }),
  'host.pickFolder': query({
    permission: 'session',
    runs: 'host',
    input: z.strictObject({}),
    output: z.object({ token: FileToken, name: z.string() }).nullable(),
    errors: ['host/no-dialog'],
  }),
  /** The PDF of a paper, as base64: made in memory, by the window that shows the paper or by a browser of this PC. */
  'host.makePdf': query({
    permission: 'session',
    runs: 'host',
    input: z.strictObject({ ...PaperFields, language: Language }),
    output: z.object({ data: z.base64() }),
    errors: ['host/no-pdf', 'host/pdf-failed'],
  }),
} as const;
