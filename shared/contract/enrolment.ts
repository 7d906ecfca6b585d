import { COMPARTMENTS } from '#shared/domain/permissions.ts';
import { diskErrors, namedFileErrors } from './common-errors.ts';
import { FileToken } from './fields.ts';
import { command, query } from './method.ts';
import { NodeKind } from './session.ts';
import { z } from './zod.ts';

/** Six groups of four digits, compared by people over the phone. */
export const Fingerprint = z.string().regex(/^\d{4}( \d{4}){5}$/);

/** What a written file is to the caller: its name, and on hosts without dialogs a token to fetch it with. */
export const WrittenFile = z.object({ file: z.string(), bytes: z.int(), download: FileToken.nullable() });

/** Requests and answers are small. */
const smallFileErrors = [...namedFileErrors, 'file/too-large'] as const;

export const enrolmentMethods = {
  'enrol.request': command({
    permission: 'enrol',
    runs: 'own',
    input: { to: FileToken.nullable().default(null) },
    output: z.object({ ...WrittenFile.shape, fingerprint: Fingerprint }),
    errors: [...diskErrors, 'node/already-enrolled', 'file/unknown-token'],
  }),
  'enrol.readRequest': query({
    permission: 'enrol',
    runs: 'own',
    input: z.strictObject({ file: FileToken }),
    output: z.object({
      kind: NodeKind,
      name: z.string(),
      place: z.string().nullable(),
      services: z.array(z.enum(COMPARTMENTS)),
      fingerprint: Fingerprint,
      /** Proposed office code; the directorate may change it. */
      code: z.string(),
      alreadyEnrolled: z.boolean(),
    }),
    errors: [...smallFileErrors, 'enrol/not-a-request', 'enrol/bad-key', 'node/not-the-directorate'],
  }),
  'enrol.accept': command({
    permission: 'enrol',
    runs: 'own',
    input: {
      file: FileToken,
      /** The one the people compared. */
      fingerprint: Fingerprint,
      to: FileToken.nullable().default(null),
      under: z.uuid().nullable().default(null),
      /** A second or replaced machine of this node; `under` and `code` are then not looked at. */
      node: z.uuid().nullable().default(null),
      code: z.string().max(10).nullable().default(null),
    },
    output: z.object({ ...WrittenFile.shape, node: z.uuid(), fingerprint: Fingerprint }),
    errors: [
      'enrol/not-a-request',
      'enrol/bad-key',
      'enrol/fingerprint-differs',
      'enrol/parent-unknown',
      'enrol/node-unknown',
      'enrol/roster-behind',
      'enrol/code-taken',
      'node/not-the-directorate',
      ...smallFileErrors,
      ...diskErrors,
    ],
  }),
  /** Puts an office under another department, or under the directorate. */
  'enrol.move': command({
    permission: 'enrol',
    input: { node: z.uuid(), under: z.uuid() },
    output: z.object({ roster: z.int() }),
    errors: ['node/not-the-directorate', 'enrol/roster-behind', 'enrol/node-unknown', 'enrol/parent-unknown'],
  }),
  'enrol.readAnswer': query({
    permission: 'enrol',
    runs: 'own',
    input: z.strictObject({ file: FileToken }),
    output: z.object({ parentName: z.string(), code: z.string(), fingerprint: Fingerprint }),
    errors: ['enrol/not-an-answer', 'enrol/not-for-us', 'node/already-enrolled', ...smallFileErrors],
  }),
  'enrol.install': command({
    permission: 'enrol',
    runs: 'own',
    input: { file: FileToken, fingerprint: Fingerprint },
    output: z.object({ node: z.uuid(), parent: z.uuid(), roster: z.int() }),
    errors: [
      'enrol/not-an-answer',
      'enrol/not-for-us',
      'enrol/fingerprint-differs',
      'node/already-enrolled',
      ...smallFileErrors,
    ],
  }),
  /** Asks for a certificate for new keys of a computer that is enrolled already; `enrol.install` takes the answer. */
  'enrol.renew': command({
    permission: 'enrol',
    runs: 'own',
    input: { to: FileToken.nullable().default(null) },
    output: z.object({ ...WrittenFile.shape, fingerprint: Fingerprint }),
    errors: ['node/not-enrolled', 'enrol/not-at-the-directorate', 'file/unknown-token', ...diskErrors],
  }),
  'enrol.fingerprints': query({
    permission: 'enrol',
    input: z.strictObject({}),
    output: z.object({ device: Fingerprint, root: Fingerprint.nullable() }),
    errors: [],
  }),
} as const;
