/**
 * @file After an update of the program. What the older one stored without understanding it is judged and projected now,
 * so that the home comes to stand as if it had run the newer one from the start.
 */
import type { SqliteDatabase } from '#core/db/driver.ts';
import { applyChanges } from './apply.ts';
import type { ApplyContext, Touched } from './apply-types.ts';
import { registryVersion } from './registry.ts';
import { all, get, run } from './statements.ts';
import { kindVersion } from './understood.ts';

/** Once for each program: it looks through the whole log. Must run inside an open transaction. */
export function takeUpAfterUpdate(raw: SqliteDatabase, context: ApplyContext): void {
  const program = `${kindVersion}/${registryVersion}`;
  const before = get<{ value: string }>(raw, `SELECT value FROM setting WHERE name = '${takenUp}'`)?.value;
  if (before === program) return;
  takeUp(raw, context);
  run(
    raw,
    `INSERT INTO setting (name, value) VALUES ('${takenUp}', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    program,
  );
}

const takenUp = 'taken-up-by';

/** Every record that holds something which was not understood. Must run inside an open transaction. */
export function takeUp(raw: SqliteDatabase, context: ApplyContext): Touched {
  const records = all<{ agg: Uint8Array }>(
    raw,
    "SELECT DISTINCT agg FROM chg WHERE projected = 0 AND verdict = 'ok' ORDER BY agg",
  );
  return applyChanges(raw, context, ({ understand }) => {
    for (const { agg } of records) understand(agg);
  });
}
