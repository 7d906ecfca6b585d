import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { writeAsNewer } from '#core/testing/newer-program.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { samplePartner, samplePlace } from '#core/testing/samples.ts';
import { initHome } from '#core/testing/test-app.ts';

let directorate: BulkApp;
beforeAll(async () => {
  directorate = await createBulkApp();
  await initHome(directorate, 'directorate');
});
afterAll(() => directorate.close());

it('is not written to where it holds what only a newer program understands', async () => {
  const { id: partnerId } = await directorate.call('partners.create', { fields: samplePartner() });
  const { id: placeId } = await directorate.call('places.add', { fields: samplePlace() });
  const set = { key: 'forumMinMembers' as const, since: '2026-01-01', value: 10 };
  const { id: ruleId } = await directorate.call('rules.set', set);
  const [period] = (await directorate.call('rules.get', {})).find(({ key }) => key === set.key)?.periods ?? [];
  for (const id of [partnerId, placeId, ruleId]) writeAsNewer(directorate, id);
  const partner = { partnerId, fields: samplePartner({ note: 'x' }), heads: await directorate.heads(partnerId) };
  await expectRefusal(directorate, 'partners.edit', 'record/newer-program', partner);
  const place = { placeId, fields: samplePlace({ active: false }), heads: await directorate.heads(placeId) };
  await expectRefusal(directorate, 'places.edit', 'record/newer-program', place);
  const withdraw = { ruleId, periodId: period?.id ?? '', heads: await directorate.heads(ruleId) };
  await expectRefusal(directorate, 'rules.withdraw', 'record/newer-program', withdraw);
  await expectRefusal(directorate, 'rules.set', 'record/newer-program', { ...set, since: '2026-02-01' });
  expect(await directorate.call('partners.get', { partnerId })).toMatchObject({ needsUpdate: true });
});
