/** @file An office under a directorate, enrolled, as benches begin with. */
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { enrol, initHome } from '#core/testing/test-app.ts';

export type BenchPair = { readonly directorate: BulkApp; readonly office: BulkApp; close(): Promise<void> };

export async function createBenchPair(options: Parameters<typeof createBulkApp>[0] = {}): Promise<BenchPair> {
  const directorate = await createBulkApp(options);
  const office = await createBulkApp();
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  return {
    directorate,
    office,
    close: async () => {
      await directorate.close();
      await office.close();
    },
  };
}
