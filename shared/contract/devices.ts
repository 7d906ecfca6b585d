import { HeadId, Moment } from './fields.ts';
import { command, query } from './method.ts';
import { z } from './zod.ts';

/** First 16 bytes of SHA-256 of the signing key, base64url. */
export const DeviceId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

export const deviceMethods = {
  /** Every computer that the directorate certified. */
  'devices.list': query({
    permission: 'enrol',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        device: DeviceId,
        node: z.uuid(),
        nodeName: z.string(),
        series: z.string().nullable(),
        /** How many of its entries have come here, and when the last was written by its own clock. */
        changes: z.int(),
        lastAt: Moment.nullable(),
        own: z.boolean(),
        revoked: z.boolean(),
        /** Entries of it that are set aside here because they came after its certificate was withdrawn. */
        setAside: z.int(),
      }),
    ),
    errors: ['node/not-the-directorate'],
  }),
  /** Its latest entries, newest first in its own chain, to choose the last one that counts. Contents are not told. */
  'devices.changes': query({
    permission: 'enrol',
    input: z.strictObject({
      device: DeviceId,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          changeId: HeadId,
          seq: z.int(),
          /** By the clock of that computer. */
          at: Moment,
          /** `restricted` where the true kind is kept at the office. */
          kind: z.string(),
          recordType: z.string(),
          by: z.string(),
        }),
      ),
    }),
    errors: ['node/not-the-directorate', 'device/unknown'],
  }),
  /** Withdraws a certificate. What the computer wrote after `after` counts nowhere, whenever it comes. */
  'devices.revoke': command({
    permission: 'enrol',
    input: { device: DeviceId, after: z.union([z.literal('everything-received'), HeadId]) },
    output: z.object({ roster: z.int(), setAside: z.int() }),
    errors: [
      'node/not-the-directorate',
      'device/unknown',
      'device/already-revoked',
      'device/unknown-change',
      'device/own',
    ],
  }),
} as const;
