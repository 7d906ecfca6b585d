import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleDispute } from '#core/testing/samples.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
});
afterAll(() => place.close());

it('tells an auditor who changed a record and when, and nothing of what it says', async () => {
  await signIn(place.office, 'hlp_supervisor');
  const marker = 'قنديل7Zq';
  const { id } = await place.office.call('disputes.open', { fields: sampleDispute({ narrative: marker }) });
  await place.office.call('disputes.addStep', { disputeId: id, kind: 'visit', date: '2026-02-12', text: marker });
  await signIn(place.office, 'auditor');
  const trail = await place.office.call('audit.record', { recordId: id });
  expect(trail).toHaveLength(4);
  expect(new Set(trail.map(({ role }) => role))).toEqual(new Set(['hlp_supervisor']));
  expect(trail.every(({ by, groups }) => by !== '' && groups > 0)).toBe(true);
  expect(JSON.stringify(trail)).not.toContain(marker);
  const { rows } = await place.office.call('audit.list', {});
  expect(rows.find(({ method }) => method === 'disputes.addStep')?.recordId).toBe(id);
});

it('knows no record that was never there', async () => {
  await signIn(place.office, 'auditor');
  const recordId = '00000000-0000-7000-8000-000000000000';
  await expectRefusal(place.office, 'audit.record', 'record/not-found', { recordId });
});
