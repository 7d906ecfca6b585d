/** @file A dispute that another office founds a second time, as the people above both see and settle it (docs/adr/0010). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWriter } from '#core/context.ts';
import type { RecordWrite } from '#core/changes/write.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { BulkApp } from '#core/testing/bulk-app.ts';
import { sampleDispute } from '#core/testing/samples.ts';
import { createTwoBranches, type TwoBranches } from '#core/testing/two-branches.ts';

let tree: TwoBranches;
beforeAll(async () => {
  tree = await createTwoBranches();
}, 60_000);
afterAll(() => tree.close());

/** What no screen offers. */
async function writeAsNobodyShould(app: BulkApp, write: Omit<RecordWrite, 'at' | 'kind'>): Promise<void> {
  const home = app.home();
  const written = await inTransaction(home.store, async () =>
    createWriter(home, () => app.clock).write({ at: 'dispute', kind: 'case.edited', ...write }),
  );
  if (!written.ok) throw new Error(written.error.code);
}

const placesAt = async (app: BulkApp, dispute: string) =>
  (await app.call('records.conflicts', {}))
    .filter(({ recordId, group }) => recordId === dispute && group === 'place')
    .flatMap((row) => row.values.map(({ value }) => (value as { district: string }).district).toSorted());

it('keeps what the first office wrote in sight at the directorate, which alone can settle it', async () => {
  const { from, north, directorate, south, to } = tree;
  const { id: record } = await from.call('disputes.open', { fields: sampleDispute({ district: 'IQG10' }) });
  const { place = [] } = await from.heads(record);
  await tree.pass(from, north, directorate);

  await writeAsNobodyShould(to, { record, creates: true, groups: [] });
  const [own = ''] = (await to.heads(record)).owner ?? [];
  const groups = [{ group: 'place', value: { district: 'IQG01' } }];
  await writeAsNobodyShould(to, { record, groups, moves: { by: 'owner', own, seen: { place } } });
  await tree.pass(to, south, directorate);
  expect(await placesAt(directorate, record)).toEqual(['IQG01', 'IQG10']);

  const rows = await directorate.call('records.conflicts', {});
  const row = rows.find(({ recordId, group }) => recordId === record && group === 'place');
  const keep = row?.values.find(({ changeId }) => changeId === place[0])?.changeId ?? '';
  await directorate.call('records.resolve', { recordId: record, group: 'place', keep, heads: row?.heads ?? {} });
  expect((await directorate.heads(record)).place).toHaveLength(1);
  expect(await placesAt(directorate, record)).toEqual([]);
}, 30_000);
