import { afterEach, beforeEach, expect, it } from 'vitest';
import { get } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { enrol, initHome } from '#core/testing/test-app.ts';

let directorate: BulkApp;
let office: BulkApp;
beforeEach(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
});
afterEach(async () => {
  await directorate.close();
  await office.close();
});

it('a roster that was not committed is not in force, and goes out with no file', async () => {
  const { raw } = directorate.home().store;
  const device = toBase64Url(office.home().rosters.self().device);
  raw.exec("CREATE TEMP TRIGGER failing BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'the disk failed'); END");
  await expect(directorate.call('devices.revoke', { device, after: 'everything-received' })).rejects.toThrow();
  raw.exec('DROP TRIGGER temp.failing');
  const { rosters } = directorate.home();
  expect(rosters.self().roster).toBe(get<{ roster: number }>(raw, 'SELECT roster FROM self')?.roster);
  expect(rosters.current()?.devicesById.get(device)?.revoked).toBeNull();
});
