/**
 * @file What people said in a security mapping does not leave the office, and no count of one to four of them is shown
 * or sent anywhere. Looks at every change as it is signed, at what the directorate can read, and at every answer.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JsonValue } from '#core/changes/canonical.ts';
import { parseHeader } from '#core/changes/change.ts';
import { uuidToBytes } from '#core/changes/ids.ts';
import { all } from '#core/changes/statements.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { sampleMapping, sampleSheet } from '#core/testing/samples.ts';
import { carry, enrol, initHome } from '#core/testing/test-app.ts';

const canary = 'عصفور٤٤';
let office: BulkApp;
let directorate: BulkApp;
let mappingId: string;

beforeAll(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  ({ id: mappingId } = await office.call('mappings.create', { fields: canaries() }));
  const heads = await office.heads(mappingId);
  await office.call('mappings.close', { mappingId, closedOn: '2026-02-11', heads });
  const reopened = { mappingId, reason: canary, heads: await office.heads(mappingId) };
  await office.call('mappings.reopen', reopened);
  await office.call('mappings.close', { mappingId, closedOn: '2026-02-12', heads: await office.heads(mappingId) });
  await carry(office, directorate);
}, 30_000);
afterAll(async () => {
  await office.close();
  await directorate.close();
});

/** One to four of everything, and the canary wherever text can be typed. */
function canaries() {
  const sheets = [
    ...Array.from({ length: 6 }, () => sampleSheet()),
    sampleSheet({ safeDay: 'low', ageBand: 'age_18_24', displacement: 'idp', disability: 'yes' }),
    sampleSheet({ safeNight: 'refused', ageBand: 'age_18_24', displacement: 'idp', reports: 'no' }),
    sampleSheet({ safeNight: 'very_low', ageBand: 'age_60_plus', displacement: 'returnee', reports: 'refused' }),
    sampleSheet({ sex: 'male', ageBand: 'age_45_59', reports: null, reportsToWoman: null, turnTo: [] }),
  ];
  const ends = { actors: ['family' as const], ends: canary };
  return sampleMapping({
    reason: canary,
    participants: [
      { sex: 'female', ageBand: 'age_30_44', count: 6 },
      { sex: 'female', ageBand: 'age_18_24', count: 2 },
      { sex: 'female', ageBand: 'age_60_plus', count: 1 },
      { sex: 'male', ageBand: 'age_45_59', count: 1 },
    ],
    sheets,
    places: [{ id: sampleSheet().id, name: canary, day: 'safe', night: 'unsafe_some', forWhom: canary, why: canary }],
    chains: { theft: ends, harassment: ends, family_violence: ends },
  });
}

const changesAt = (app: BulkApp) =>
  all<{ hdr: Uint8Array; pay: Uint8Array | null }>(
    app.home().store.raw,
    'SELECT hdr, pay FROM chg WHERE agg = ? ORDER BY n',
    uuidToBytes(mappingId),
  ).map(({ hdr, pay }) => {
    const header = parseHeader(hdr);
    if (!header.ok) throw new Error('a change without a header');
    return {
      header: header.value,
      text: Buffer.from(hdr).toString('utf8'),
      payload: pay === null ? null : Buffer.from(pay).toString('utf8'),
    };
  });

it('signs what was answered as restricted, and as nothing that could be counted', () => {
  const changes = changesAt(office);
  const restricted = changes.filter(({ header }) => header.aud === 'restricted');
  expect(restricted.some(({ payload }) => payload?.includes(canary))).toBe(true);
  expect(restricted.some(({ payload }) => payload?.includes('safeNight'))).toBe(true);
  // No group of a header is one person: sheets are a single group.
  const groups = restricted.flatMap(({ header }) => header.w.map(({ g }) => g));
  expect(groups.filter((group) => group.startsWith('r2'))).toEqual(['r2']);
  for (const { header, payload, text } of changes.filter(({ header: { aud } }) => aud === 'open')) {
    expect(`${text}${payload}`).not.toContain(canary);
    expect(payload).not.toMatch(/safeNight|sheets|turnTo"|chain|conduct/);
    expect(header.w.map(({ g }) => g).filter((g) => !/^(owner|session|closing|tally)$/.test(g))).toEqual([]);
  }
});

it('leaves nothing of it at the directorate', async () => {
  const restricted = changesAt(directorate).filter(({ header }) => header.aud === 'restricted');
  expect(restricted.length).toBeGreaterThan(0);
  expect(restricted.map(({ payload }) => payload)).toEqual(restricted.map(() => null));
  const answers = await everyAnswer(directorate);
  expect(JSON.stringify(answers)).not.toContain(canary);
  const view = await directorate.call('mappings.get', { mappingId });
  expect(view).toMatchObject({ closedOn: '2026-02-12', conduct: null, map: { state: 'kept' } });
  expect(view.people).toContainEqual({ dimension: 'all', value: '', count: 10 });
});

it('sends no count of one to four people', () => {
  const tallies = changesAt(office).flatMap(({ header, payload }) => {
    const { d } = JSON.parse(payload ?? '{}') as { d: Record<string, { people: JsonValue; answers: JsonValue }> };
    return header.aud === 'open' && d.tally ? [d.tally] : [];
  });
  expect(tallies).toHaveLength(2);
  for (const { people, answers } of tallies) {
    const counts = numbersIn([people, answers]);
    expect(counts.length).toBeGreaterThan(20);
    expect(counts.filter((count) => count > 0 && count < 5)).toEqual([]);
    expect(JSON.stringify(people)).toContain('"<5"');
  }
});

it('shows none either, here or there', async () => {
  for (const app of [office, directorate]) {
    const { list, view, rounds } = await everyAnswer(app);
    expect(list.rows).toHaveLength(1);
    const counts = numbersIn([
      view.people,
      view.answers,
      rounds.rounds.map(({ answers }) => answers.map(({ leftOut: _, ...row }) => row)),
    ]);
    expect(counts.length).toBeGreaterThan(20);
    expect(counts.filter((count) => count > 0 && count < 5)).toEqual([]);
    for (const { high, of } of [...(view.answers ?? []), ...rounds.rounds.flatMap(({ answers }) => answers)]) {
      // Nor how many answered low.
      if (typeof high === 'number' && typeof of === 'number') expect([1, 2, 3, 4]).not.toContain(of - high);
    }
  }
});

async function everyAnswer(app: BulkApp) {
  return {
    list: await app.call('mappings.list', {}),
    view: await app.call('mappings.get', { mappingId }),
    rounds: await app.call('mappings.rounds', { place: 'IQG10' }),
    history: app === directorate ? await app.call('records.history', { recordId: mappingId }) : [],
  };
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}
