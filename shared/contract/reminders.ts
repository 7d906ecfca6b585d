import { RecordId } from './fields.ts';
import { z } from './zod.ts';

/** What a first screen reminds of, in the order in which it stands there. */
export const REMINDER_KINDS = [
  /** Of a meeting: running, and its day has come. */
  'action',
  /** Of a plan in force, likewise. */
  'planAction',
  /** Planned for the next days. */
  'meeting',
  /** Its day is past, and its minutes are not approved. */
  'minutes',
  /** An office of the forum falls vacant. */
  'term',
  'review',
  'dormant',
  'followUp',
  'check',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export const Reminder = z.object({
  /** Of the record that the line opens; of an action of a meeting, the action's own. */
  id: RecordId,
  /** What the record is called, or what is to be done; empty for what is known by its forum alone. */
  name: z.string(),
  /** Code of `meeting_type` for a meeting, of `infrastructure_kind` for what is to be checked; else empty. */
  type: z.string(),
  forumName: z.string(),
  /** The day by which it is due; of a dormant forum, the day it last met or was founded. */
  day: z.string(),
});
export type Reminder = z.infer<typeof Reminder>;

/** Only kinds of which there is something, in the order of `REMINDER_KINDS`; `rows`: the first of `total`, earliest day first. */
export const Reminders = z.array(
  z.object({ kind: z.enum(REMINDER_KINDS), total: z.int().min(1), rows: z.array(Reminder) }),
);
export type Reminders = z.infer<typeof Reminders>;
