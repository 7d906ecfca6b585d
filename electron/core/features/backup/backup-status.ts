import { get } from '#core/changes/statements.ts';
import type { HomeContext } from '#core/context.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Days by this PC's clock; never less than none, should the clock have been set back. */
export function backupStatus({ home, services }: HomeContext): OutputOf<'backup.status'> {
  const lastAt = get<{ value: string }>(home.store.raw, "SELECT value FROM setting WHERE name = 'backupAt'")?.value;
  if (lastAt === undefined) return { lastAt: null, daysSince: null };
  return { lastAt, daysSince: Math.max(0, Math.floor((services.ports.now() - Date.parse(lastAt)) / dayMs)) };
}
