/** @file What a form of a meeting is judged by: the contract, and the rules that core asks too. */
import { CalendarDate, Reason } from '#shared/contract/fields.ts';
import { MeetingFields } from '#shared/contract/meetings.ts';
import type { z } from '#shared/contract/zod.ts';
import { meetingFaults, type RollMember } from '#shared/domain/meeting-rules.ts';

/** `members`: whoever may be marked or in the chair. */
export const meetingSchema = (members: readonly RollMember[]) =>
  MeetingFields.superRefine((fields, context) => addFaults(fields, members, context));

/** A correction of approved minutes: the same, with why and when. */
export const correctionSchema = (members: readonly RollMember[]) =>
  MeetingFields.extend({ reason: Reason, correctedOn: CalendarDate }).superRefine((fields, context) => {
    addFaults(fields, members, context);
    if (fields.correctedOn < fields.date) {
      context.addIssue({ code: 'custom', path: ['correctedOn'], message: 'field/approved-before-held' });
    }
  });

function addFaults(fields: MeetingFields, members: readonly RollMember[], context: z.RefinementCtx): void {
  for (const { path, code: message } of meetingFaults(fields, members)) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
}
