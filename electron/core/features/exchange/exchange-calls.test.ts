/** @file Exchange through dispatch: what is refused before any bundle is looked at. The format has tests of its own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal } from '#core/testing/refusals.ts';
import { createPair, createTestApp, enrol, initHome, type TestApp } from '#core/testing/test-app.ts';
import { noToken } from '#core/testing/unlike-ids.ts';

let directorate: TestApp;
let office: TestApp;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ directorate, office, close } = await createPair());
}, 30_000);
afterAll(() => close());

describe('writing a bundle', () => {
  it('needs enrolment, a peer that is known, and one alone', async () => {
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await expectRefusal(fresh, 'exchange.write', 'node/not-enrolled', {});
    await expectRefusal(fresh, 'exchange.takeIn', 'node/not-enrolled', { files: [noToken] });
    await expectRefusal(office, 'exchange.write', 'exchange/no-peer', { peer: 'somebody' });
    await enrol(directorate, fresh);
    await expectRefusal(directorate, 'exchange.write', 'exchange/which-peer', {});
    const { peers } = await directorate.call('exchange.status', {});
    expect(peers.map(({ name }) => name)).toEqual(['office', 'office']);
    await fresh.close();
  });

  it('needs a budget that something fits in, and a place to write to', async () => {
    await expectRefusal(office, 'exchange.write', 'exchange/budget-too-small', { budgetBytes: 1 });
    await expectRefusal(office, 'exchange.write', 'file/unknown-token', { to: noToken });
    writeFileSync(join(office.folder, 'file'), '');
    const to = office.app.grantPath(join(office.folder, 'file', 'below-a-file'), 'folder');
    await expectRefusal(office, 'exchange.write', 'file/stick-gone', { to });
  });

  it('gives the same file for the same command, and another for another', async () => {
    const to = office.app.grantPath(office.folder, 'folder');
    const commandId = office.ports.newId();
    const first = await office.answer('exchange.write', { to, commandId });
    expect(await office.answer('exchange.write', { to, commandId })).toEqual(first);
    expect(await office.answer('exchange.write', { to })).not.toEqual(first);
  });
});

describe('taking in', () => {
  it('reads files that were handed out and are there', async () => {
    const gone = office.app.grantPath(join(office.folder, 'gone.cpb'), 'file');
    await expectRefusal(office, 'exchange.takeIn', 'file/unknown-token', { files: [noToken] });
    await expectRefusal(office, 'exchange.takeIn', 'file/not-found', { files: [gone] });
    await expectRefusal(office, 'exchange.inspect', 'file/unknown-token', { file: noToken });
    await expectRefusal(office, 'exchange.inspect', 'file/not-found', { file: gone });
  });

  it('tells of a file that is no bundle, and changes nothing', async () => {
    const path = join(office.folder, 'no.cpb');
    writeFileSync(path, 'nothing of the kind');
    const before = await office.call('exchange.digest', { class: 'all' });
    const [report] = await office.call('exchange.takeIn', { files: [office.app.grantPath(path, 'file')] });
    expect(report).toMatchObject({ verdict: 'refused', applied: 0 });
    expect(await office.call('exchange.digest', { class: 'all' })).toEqual(before);
  });

  it('is remembered and noted in the audit', async () => {
    const path = join(office.folder, 'no2.cpb');
    writeFileSync(path, 'nothing of the kind');
    const files = [office.app.grantPath(path, 'file')];
    const commandId = office.ports.newId();
    const total = async () => (await office.call('audit.list', {})).total;
    const before = await total();
    const first = await office.answer('exchange.takeIn', { files, commandId });
    expect(await total()).toBe(before + 1);
    expect(await office.answer('exchange.takeIn', { files, commandId })).toEqual(first);
    expect(await total()).toBe(before + 1);
  });
});
