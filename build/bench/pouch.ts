/**
 * @file The same history as PouchDB replicates it: one document a record, one revision a change, each with its ancestors,
 * written in batches as its replicator does (`bulkDocs` with `new_edits: false`). It keeps all of it in memory, enciphers
 * nothing, checks no signature and projects nothing: what it is spared is to its advantage.
 */
import PouchDB from 'pouchdb-core';
import memory from 'pouchdb-adapter-memory';
import { timeOf } from './measure.ts';

export type PouchRow = { readonly agg: Uint8Array; readonly id16: Uint8Array; readonly pay: Uint8Array | null };

/** Changes a second, the first time and when every one is known. Rows in the order in which they travel. */
export async function pouchRates(
  rows: readonly PouchRow[],
): Promise<{ readonly first: number; readonly again: number }> {
  PouchDB.plugin(memory);
  const database = new PouchDB('bench', { adapter: 'memory' });
  const batches = inBatches(revisionsOf(rows), revisionsPerBatch);
  const write = async () => {
    for (const batch of batches) await database.bulkDocs(batch, { new_edits: false });
  };
  const first = await timeOf(write);
  const again = await timeOf(write);
  await database.destroy();
  return { first: (rows.length / first) * 1000, again: (rows.length / again) * 1000 };
}

/** Ten times what its replicator takes at once: faster, to its advantage. */
const revisionsPerBatch = 1000;

function revisionsOf(rows: readonly PouchRow[]): object[] {
  const histories = new Map<string, string[]>();
  return rows.map(({ agg, id16, pay }) => {
    const id = Buffer.from(agg).toString('hex');
    const history = histories.get(id) ?? [];
    histories.set(id, history);
    history.unshift(Buffer.from(id16).toString('hex'));
    const values = pay === null ? {} : (JSON.parse(Buffer.from(pay).toString('utf8')) as { d: object }).d;
    return {
      _id: id,
      _rev: `${history.length}-${history[0]}`,
      _revisions: { start: history.length, ids: [...history] },
      values,
    };
  });
}

function inBatches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
