import type { z } from '#shared/contract/zod.ts';
import { FIELD_CODES } from '#shared/errors/codes.ts';

/** Each faulty field with the code of the sentence that stands under it. */
export function fieldFaults(error: z.ZodError): { path: string; code: string }[] {
  return error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.map(String).join('.'),
    code: (FIELD_CODES as readonly string[]).includes(issue.message) ? issue.message : generalCode(issue),
  }));
}

function generalCode(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'field/required';
  if (issue.code === 'too_big') return 'field/too-long';
  return issue.code === 'invalid_value' ? 'field/unknown-code' : 'field/bad-value';
}
