/** @file Which office serves which forum, and where the rule is not kept. */
import { PositionRead, RecordId } from './fields.ts';
import { query } from './method.ts';
import { SiteChoice } from './sites.ts';
import { z } from './zod.ts';

const km = z.number().describe('kilometres, to one decimal');

export const CoverageOfficeRow = z.object({
  ...SiteChoice.shape,
  inUse: z.boolean(),
  forums: z.int(),
  /** It serves more forums than the rule allows. */
  full: z.boolean(),
  /** How many of its forums lie beyond the radius. */
  far: z.int(),
});

export const CoverageForumRow = z.object({
  id: RecordId,
  name: z.string(),
  place: z.string(),
  /** Of its place. */
  position: PositionRead.nullable(),
  ownerName: z.string(),
  officeId: RecordId.nullable(),
  officeName: z.string(),
  km: km.nullable(),
  /** Of COVERAGE_FINDINGS. */
  findings: z.array(z.string()),
  /** Of a forum with findings: the nearest other office in use that has room. */
  nearest: z.object({ officeId: RecordId, name: z.string(), km, within: z.boolean() }).nullable(),
});

export const CoverageView = z.object({
  rules: z.object({ maxForums: z.int(), radiusKm: z.int() }),
  offices: z.array(CoverageOfficeRow),
  forums: z.array(CoverageForumRow),
});
export type CoverageView = z.infer<typeof CoverageView>;

export const coverageMethods = {
  /** Which office serves which forum, of all that this node holds; forums that ended or are only planned are left out. */
  'coverage.get': query({
    permission: 'policing.read',
    input: z.strictObject({}),
    output: CoverageView,
    errors: [],
  }),
} as const;
