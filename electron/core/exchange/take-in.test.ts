import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '#core/changes/statements.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { initHome } from '#core/testing/test-app.ts';
import { err } from '#shared/lib/result.ts';
import { inBundleTransaction } from './take-in.ts';

let app: BulkApp;
beforeEach(async () => {
  app = await createBulkApp();
  await initHome(app, 'directorate');
});
afterEach(() => app.close());

it.each([
  ['is refused', async () => err('refused')],
  ['throws', async () => Promise.reject(new Error('the machine failed'))],
])('a transaction that %s leaves nothing of what was read in it about rosters and links', async (_what, end) => {
  const home = app.home();
  const before = home.rosters.self();
  const tried = inBundleTransaction(home, async () => {
    run(home.store.raw, "UPDATE self SET name = 'another', roster = roster + 1");
    home.rosters.reload();
    expect(home.rosters.self().roster).toBe(before.roster + 1);
    return end();
  });
  await tried.catch(() => undefined);
  expect(home.rosters.self()).toEqual(before);
});
