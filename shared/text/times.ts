/** @file Clock times as people type them. Stored `HH:MM`, 24 hours, in 0-9. */
import { err, ok, type Result } from '#shared/lib/result.ts';
import { stripBidiControls } from './bidi.ts';
import { foldDigits } from './digits.ts';

export type TimeProblem = { readonly code: 'field/bad-time' };

/**
 * Reads `9:30`, `09.30`, `٩:٣٠` or a bare hour `9`; answers `HH:MM`. There is no morning or afternoon: 4 is four at
 * night, and the field shows `04:00` beside it.
 */
export function parseTime(typed: string): Result<string, TimeProblem> {
  const text = foldDigits(stripBidiControls(typed)).trim();
  const match = /^(?<hour>[0-9]{1,2})(?:\s*[:.]\s*(?<minute>[0-9]{2}))?$/.exec(text);
  if (!match?.groups) return err({ code: 'field/bad-time' });
  const hour = Number(match.groups.hour);
  const minute = Number(match.groups.minute ?? '0');
  if (hour > 23 || minute > 59) return err({ code: 'field/bad-time' });
  return ok(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
}
