import { describedFaults } from '#shared/domain/holding-rules.ts';
import { ASSET_KINDS } from '#shared/domain/infrastructure.ts';
import { createErrors, stayingWriteErrors } from './common-errors.ts';
import { CalendarDate, code, OptionalLine, Paging, pageOf, RecordFrame, RecordId } from './fields.ts';
import { HoldingFields, HoldingRow, HoldingView, holdingErrors, judged } from './holdings.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

export const AssetFields = z
  .strictObject({
    ...HoldingFields,
    kind: code(ASSET_KINDS),
    /** Of the maker. */
    serial: OptionalLine.default(''),
    /** Of a vehicle. */
    plate: OptionalLine.default(''),
    /** Like pieces without numbers of their own, as chairs. */
    quantity: z.int({ error: 'field/bad-number' }).min(1).max(100_000).default(1),
    acquiredOn: CalendarDate.nullable().default(null),
    /** Record id of the site it belongs to. */
    site: RecordId.nullable().default(null),
  })
  .superRefine(judged(describedFaults));
export type AssetFields = z.infer<typeof AssetFields>;

export const AssetRow = z.object({
  ...HoldingRow,
  /** Plate, else serial number. */
  mark: z.string(),
  siteName: z.string(),
  condition: z.string(),
  /** Days of the last hand-over and the last check; empty where there is none. */
  handedOn: z.string(),
  checkedOn: z.string(),
});

export const AssetView = z.object({
  ...RecordFrame,
  ...HoldingView,
  serial: z.string(),
  plate: z.string(),
  quantity: z.int(),
  acquiredOn: z.string().nullable(),
  site: z.object({ id: RecordId, name: z.string() }).nullable(),
});
export type AssetView = z.infer<typeof AssetView>;

export const assetMethods = {
  'assets.list': query({
    permission: 'policing.read',
    input: z.strictObject({
      ...Paging,
      family: z.enum(['all', 'vehicles', 'equipment']).default('all'),
      siteId: RecordId.nullable().default(null),
    }),
    output: pageOf(AssetRow),
    errors: [],
  }),
  'assets.get': query({
    permission: 'policing.read',
    opens: 'assetId',
    input: z.strictObject({ assetId: RecordId }),
    output: AssetView,
    errors: ['record/not-found'],
  }),
  'assets.create': command({
    permission: 'policing.write',
    input: { fields: AssetFields },
    output: z.object({ id: RecordId }),
    errors: [...createErrors, ...holdingErrors],
  }),
  'assets.edit': recordCommand({
    permission: 'policing.write',
    changes: 'assetId',
    input: { assetId: RecordId, fields: AssetFields },
    output: z.object({ id: RecordId, changedGroups: z.array(z.string()) }),
    errors: [...stayingWriteErrors, 'record/changed', ...holdingErrors],
  }),
} as const;
