import { sql, type Transaction } from 'kysely';
import type { Tables } from '#core/db/tables.ts';

/** Takes the next serial of a series of this device, in the transaction that uses it. */
export async function takeSerial(trx: Transaction<Tables>, year: number, series: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    INSERT INTO serial (year, series, last) VALUES (${year}, ${series}, 1)
    ON CONFLICT (year, series) DO UPDATE SET last = last + 1 RETURNING last`.execute(trx);
  return rows[0]?.last ?? 1;
}
