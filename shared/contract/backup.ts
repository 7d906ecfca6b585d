import { diskErrors, namedFileErrors } from './common-errors.ts';
import { FileToken, LoginName, Moment, Passphrase } from './fields.ts';
import { command, query } from './method.ts';
import { z } from './zod.ts';

/** What opens a file, finds it unfit, or finds no place for it. */
const readable = [
  ...namedFileErrors,
  'backup/not-a-backup',
  'backup/too-new',
  'backup/truncated',
  'backup/damaged',
] as const;

export const backupMethods = {
  /** When this home was last backed up; null when never. */
  'backup.status': query({
    permission: 'session',
    input: z.strictObject({}),
    output: z.object({ lastAt: Moment.nullable(), daysSince: z.int().nullable() }),
    errors: [],
  }),
  /** Writes an encrypted copy of everything, read back before it is told. */
  'backup.write': command({
    permission: 'backup',
    runs: 'own',
    input: { to: FileToken.nullable().default(null) },
    output: z.object({
      file: z.string(),
      bytes: z.int(),
      /** Last change of this home in it, base64url. */
      head: z.string(),
      /** Token to fetch the file with, when no place was named. */
      download: FileToken.nullable(),
    }),
    errors: [...diskErrors, 'file/unknown-token', 'file/too-large', 'backup/self-check-failed'],
  }),
  /** Uploads a backup in pieces into an empty home, where nobody can be signed in yet. */
  'backup.stage': command({
    permission: 'public',
    runs: 'host',
    input: {
      token: FileToken.nullable().default(null),
      name: z.string().max(300),
      data: z.base64().max(700_000),
    },
    output: z.object({ token: FileToken, bytes: z.int() }),
    errors: [...diskErrors, 'home/exists', 'file/unknown-token', 'file/too-large'],
  }),
  /**
   * Makes a home out of a backup. With a recovery code the named person gets a new slot, as administrator; without one
   * name and passphrase are those of an administrator in the backup.
   */
  'backup.restore': command({
    permission: 'public',
    runs: 'host',
    input: {
      file: FileToken,
      recoveryCode: z.string().max(200).nullable().default(null),
      user: LoginName,
      passphrase: Passphrase,
    },
    output: z.object({ node: z.uuid(), incarnation: z.string() }),
    errors: [
      'home/exists',
      'passphrase/too-short',
      'recovery/mistyped',
      'recovery/wrong',
      'backup/refused',
      ...diskErrors,
      ...readable,
    ],
  }),
} as const;
