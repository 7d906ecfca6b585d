import { afterEach, expect, test, vi } from 'vitest';
import { createBulkApp } from '#core/testing/bulk-app.ts';
import { initHome } from '#core/testing/test-app.ts';

afterEach(() => void vi.useRealTimers());

test('a long call is no rest: the look through the database waits until it has ended', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const app = await createBulkApp();
  await initHome(app, 'directorate');
  const looked = (): boolean => app.rows("SELECT 1 FROM setting WHERE name = 'checkedAt'").length > 0;
  const rest = async (): Promise<void> => {
    vi.advanceTimersByTime(6000);
    await new Promise((resolve) => setImmediate(resolve));
  };

  const first = app.call('session.state', {});
  const second = app.call('session.state', {});
  await rest();
  await Promise.all([first, second]);
  expect(looked()).toBe(false);

  await rest();
  expect(looked()).toBe(true);
  await app.close();
});
