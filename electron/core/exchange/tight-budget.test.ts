/** @file A budget with room for one change. Files are not padded here, so that small changes are large against the rest. */
import { randomUUID } from 'node:crypto';
import { afterAll, expect, it, vi } from 'vitest';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { sampleForum } from '#core/testing/samples.ts';
import { enrol, initHome } from '#core/testing/test-app.ts';

vi.mock('#core/changes/limits.ts', async (original) => {
  const { limits, ...rest } = await original<typeof import('#core/changes/limits.ts')>();
  return { ...rest, limits: { ...limits, smallestBundleBytes: 1024 } };
});

const apps: BulkApp[] = [];
afterAll(async () => {
  for (const app of apps) await app.close();
});

it('brings them one by one', async () => {
  const [directorate, office] = [await createBulkApp(), await createBulkApp()];
  apps.push(directorate, office);
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  for (let i = 0; i < 20; i++) {
    const name = Array.from({ length: 5 }, () => randomUUID()).join('');
    await office.call('forums.create', { fields: sampleForum({ name }) });
  }
  const least: number[] = [1000];
  for (;;) {
    const to = office.app.grantPath(office.folder, 'folder');
    const answer = await office.answer('exchange.write', { to, budgetBytes: least.at(-1) ?? 0 });
    if (answer.ok) {
      const { changes } = answer.value as { changes: number };
      expect(changes).toBeGreaterThan(0);
      expect(changes).toBeLessThan(4);
      return;
    }
    // The least that it names: first for an empty file, then for the change that comes next.
    const { minBytes } = answer.error.params as { minBytes: number };
    expect(minBytes).toBeGreaterThan(least.at(-1) ?? 0);
    least.push(minBytes);
  }
});
