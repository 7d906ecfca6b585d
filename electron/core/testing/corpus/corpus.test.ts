import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus, elsewhere, later } from './corpus.ts';
import type { CorpusCase } from './corpus-case.ts';
import type { Played } from './played-app.ts';
import { createStage, openCopy, type Stage, takeIn } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
}, 60_000);
afterAll(() => stage.close());

/** Everything that a refused file must leave as it was. */
async function stateOf(app: Played, acks = false): Promise<unknown> {
  const raw = app.home().store.raw;
  const count = (table: string) => raw.prepare(`SELECT count(*) AS n FROM ${table}`).get();
  return {
    digest: await app.call('exchange.digest', { class: 'all' }),
    changes: count('chg'),
    peers: acks ? null : raw.prepare('SELECT * FROM peer ORDER BY dev').all(),
    rosters: count('roster'),
    incarnations: count('inc'),
  };
}

async function play({ make, before, expect: wanted, leaves }: CorpusCase): Promise<void> {
  const app = await openCopy(stage);
  for (const earlier of before ? await before(stage.kit) : []) await takeIn(app, earlier, 'CP-0000-111111.cpb');
  const untouched = await stateOf(app, wanted.acks);
  const bytes = await make(stage.kit);
  const report = await takeIn(app, bytes);
  const got = `${report.verdict} ${report.code ?? ''}`;
  expect(got).toBe(`${wanted.verdict} ${wanted.code ?? ''}`);
  if (wanted.applied !== undefined) expect(report.applied).toBe(wanted.applied);
  expect(report.held).toBe(wanted.held ?? 0);
  expect(report.quarantined.map(({ code }) => code)).toEqual(wanted.quarantined ?? []);
  if (wanted.verdict === 'refused') expect(await stateOf(app, wanted.acks)).toEqual(untouched);
  if (leaves !== undefined) expect(app.home().store.raw.prepare(leaves).all()).toHaveLength(1);
  // Whatever it was: what is here is sound, and the same file again changes nothing.
  const after = await app.call('exchange.digest', { class: 'all' });
  const again = await takeIn(app, bytes, 'CP-0000-222222.cpb');
  expect(again.applied).toBe(0);
  expect(await app.call('exchange.digest', { class: 'all' })).toEqual(after);
  const { checks } = await app.call('exchange.verify', {});
  expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(wanted.broken ?? []);
  await app.close();
}

describe('the bad-input corpus', () => {
  it.each(corpus.map((one) => [`${one.n} ${one.what}`, one] as const))('%s', async (_name, one) => {
    await play(one);
  });

  it('has no hole: every number is played here, named elsewhere or waits for its machinery', () => {
    const here = new Set(corpus.map(({ n }) => n));
    const missing = Array.from({ length: 113 }, (_, i) => i + 1).filter(
      (n) => !here.has(n) && !later.has(n) && !(n in elsewhere),
    );
    expect(missing).toEqual([]);
    const root = join(import.meta.dirname, '../../../..');
    for (const file of Object.values(elsewhere)) expect(existsSync(join(root, file)), file).toBe(true);
  });
});
