/** @file The rule values of the programme, for advice and checks in forms; core decides with the same values. */
import { useMemo } from 'react';
import type { RuleKey, RuleValues } from '#shared/domain/rules.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { today } from './today.ts';

/** The values that hold on a day, today unless told otherwise; with null those that were set last. Null until they are known. */
export function useRules(day: string | null = today()): RuleValues | null {
  const { value: rows } = useCall('rules.get', { day });
  return useMemo(() => {
    if (!rows) return null;
    return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Record<RuleKey, number>;
  }, [rows]);
}
