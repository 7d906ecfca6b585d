import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { noToken } from '#core/testing/unlike-ids.ts';

const quarter = { from: '2026-01-01', to: '2026-03-31' };
const someDays = { from: '2026-01-03', to: '2026-02-11' };

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
}, 30_000);
afterAll(() => place.close());

it('figures of a period that ends before it begins are refused', async () => {
  await signIn(place.office, 'policing_officer');
  const backwards = { from: '2026-03-31', to: '2026-01-01' };
  await expectRefusal(place.office, 'indicators.compute', 'indicators/period-backwards', backwards);
});

it('who reads no record gets whole periods of everything alone, with small numbers hidden', async () => {
  const { office } = place;
  await signIn(office, 'directorate_analyst');
  await expectRefusal(office, 'indicators.compute', 'indicators/calendar-period-only', someDays);
  const forum = { level: 'forum' as const, value: place.ids.forum };
  await expectRefusal(office, 'indicators.compute', 'indicators/no-places', { ...quarter, place: forum });
  const figures = await office.call('indicators.compute', quarter);
  expect(figures).toMatchObject({ hidden: true, places: [] });
  const measures = figures.indicators.flatMap((one) => one.measures);
  expect(measures.find(({ key }) => key === 'F01')?.lines[0]?.numerator).toBe(1);
  expect(JSON.stringify(figures)).not.toContain(place.ids.forum);
});

it('a table leaves for whole periods alone, to a place that the person chose', async () => {
  const { office } = place;
  await signIn(office, 'policing_officer');
  await expectRefusal(office, 'indicators.export', 'indicators/calendar-period-only', someDays);
  await expectRefusal(office, 'indicators.export', 'file/unknown-token', { ...quarter, file: noToken });
  const file = office.app.grantPath(join(office.folder, 'home', 'jisr.db', 'x.csv'), 'file');
  await expectRefusal(office, 'indicators.export', 'file/cannot-write', { ...quarter, file });
});
