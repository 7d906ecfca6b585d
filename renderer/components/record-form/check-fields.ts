import type { z } from '#shared/contract/zod.ts';
import { FIELD_CODES } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { parseDate } from '#shared/text/dates.ts';
import type { FieldErrors } from '#renderer/client/use-command.ts';

/**
 * Judges a form by the schema of the method it will call. Paths and codes are those the core itself would answer
 * (`fields.members.0.name`: `field/required`), so that both stand at the same field in the same words. `prefix`: where
 * in the input the fields stand.
 */
export function checkFields<S extends z.ZodType>(
  schema: S,
  fields: unknown,
  prefix: readonly string[] = ['fields'],
): Result<z.output<S>, FieldErrors> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return ok(parsed.data);
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const path = [...prefix, ...issue.path.map(String)].join('.');
    errors[path] ??= codeOf(issue, valueAt(fields, issue.path));
  }
  return err(errors);
}

function codeOf(issue: z.core.$ZodIssue, value: unknown): string {
  // A rule over several fields knows better what is wrong than the look of the one value.
  if (issue.code === 'custom' && isFieldCode(issue.message) && issue.message !== 'field/impossible-date') {
    return issue.message;
  }
  if (value === null || value === undefined || value === '') return 'field/required';
  if (typeof value === 'number') return 'field/bad-number';
  if (issue.message === 'field/impossible-date') return dateProblem(value);
  if (isFieldCode(issue.message)) return issue.message;
  if (issue.code === 'too_big') return 'field/too-long';
  return issue.code === 'invalid_value' ? 'field/unknown-code' : 'field/bad-value';
}

const isFieldCode = (message: string): boolean => (FIELD_CODES as readonly string[]).includes(message);

/** The date field keeps a text that is no date as it was typed; the parser knows better what is wrong with it. */
function dateProblem(typed: unknown): string {
  const parsed = parseDate(String(typed));
  return parsed.ok ? 'field/impossible-date' : parsed.error.code;
}

function valueAt(from: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    from,
  );
}
