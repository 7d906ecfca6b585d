import { RULE_KEYS } from '#shared/domain/rules.ts';
import { referenceErrors } from './common-errors.ts';
import { CalendarDate, ElementId, RecordFrame, RecordId } from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

export const RuleRow = z.object({
  key: z.enum(RULE_KEYS),
  /** What holds on the day that was asked for. */
  value: z.int(),
  /** From when on; null: the shipped default holds. */
  since: z.string().nullable(),
  /** Every value that the directorate has set, oldest first. */
  periods: z.array(z.object({ recordId: RecordId, id: ElementId, since: z.string(), value: z.int() })),
  /** Of the record of each period. */
  heads: z.record(RecordId, RecordFrame.heads),
});
export type RuleRow = z.infer<typeof RuleRow>;

export const ruleMethods = {
  /** Without a day: the values that were set last. */
  'rules.get': query({
    permission: 'session',
    input: z.strictObject({ day: CalendarDate.nullable().default(null) }),
    output: z.array(RuleRow),
    errors: [],
  }),
  /** At the directorate alone. */
  'rules.set': command({
    permission: 'settings.manage',
    input: { key: z.enum(RULE_KEYS), since: CalendarDate, value: z.int() },
    output: z.object({ id: RecordId }),
    errors: ['node/not-the-directorate', 'rule/out-of-bounds', 'rule/day-taken', 'record/newer-program'],
  }),
  /** Takes out a value that was set by mistake: what was in force before it holds on. */
  'rules.withdraw': recordCommand({
    permission: 'settings.manage',
    changes: 'ruleId',
    input: { ruleId: RecordId, periodId: ElementId },
    output: z.object({ id: RecordId }),
    errors: referenceErrors,
  }),
} as const;
