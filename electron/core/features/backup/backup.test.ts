import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, policingMarker, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { carry, createTestApp, initHome, type TestApp, testPassphrase, testUser } from '#core/testing/test-app.ts';
import { noToken } from '#core/testing/unlike-ids.ts';
import { createAppAndServices } from '#core/app.ts';
import type { Services } from '#core/context.ts';
import { listNotices } from '#core/exchange/notices.ts';
import type { Ports } from '#core/ports.ts';
import { openBackupFile } from './backup-file.ts';
import { oneAfterAnother } from '#core/crypto/age.ts';

const restorer = 'مدير جديد';
const newPassphrase = 'a passphrase of the one who restores';

let place: PeopledOffice;
let folder: string;
let code: string;
let file: string;
let written: { file: string; bytes: number; head: string };
const opened: TestApp[] = [];
const behind = new Map<TestApp, Services>();

beforeAll(async () => {
  place = await createPeopledOffice();
  folder = mkdtempSync(join(tmpdir(), 'jisr-backup-'));
  await signIn(place.office, 'first');
  written = await place.office.call('backup.write', { to: place.office.app.grantPath(folder, 'folder') });
  file = written.file;
}, 30_000);
afterAll(async () => {
  for (const app of opened) await app.close();
  await place.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => signIn(place.office, 'first'));

async function empty(): Promise<TestApp> {
  let services: Services | null = null;
  const create = async (ports: Ports) => {
    const made = createAppAndServices(ports);
    services = made.services;
    return made.app;
  };
  const app = await createTestApp({ create });
  if (services !== null) behind.set(app, services);
  opened.push(app);
  return app;
}

function noticesOf(app: TestApp): string[] {
  const raw = behind.get(app)?.home.open?.store.raw;
  return raw ? listNotices(raw).map(({ kind }) => kind) : [];
}

const byAdministrator = { user: testUser, passphrase: testPassphrase };
const restore = (
  app: TestApp,
  path = file,
  by: { user: string; passphrase: string; recoveryCode?: string } = byAdministrator,
) => app.call('backup.restore', { file: app.app.grantPath(path, 'file'), ...by });

function copyOf(change: (bytes: Buffer) => Uint8Array): string {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.jisrbackup`);
  writeFileSync(path, change(readFileSync(file)));
  return path;
}

/** Everything in a home's folder but what a program that merely looked leaves there. */
const leftIn = (app: TestApp): string[] => {
  const home = app.ports.settings.homeFolder;
  return existsSync(home)
    ? readdirSync(home, { recursive: true })
        .map(String)
        .filter((name) => name !== 'spool')
    : [];
};

describe('a backup', () => {
  it('is one file with the head of the home, and leaves nothing else behind', () => {
    expect(written.bytes).toBe(readFileSync(file).length);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(written.head).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(readdirSync(join(place.office.ports.settings.homeFolder, 'backups'))).toEqual([]);
  });

  it('carries the slots of administrators and of the recovery code alone, and no word of a record', async () => {
    const bytes = readFileSync(file);
    const { keyFile } = await openBackupFile(oneAfterAnother(bytes));
    expect(keyFile.slots.map(({ kind }) => kind).toSorted()).toEqual(['administrator', 'administrator', 'recovery']);
    for (const word of [policingMarker, testUser, 'SQLite format 3']) expect(bytes.includes(word)).toBe(false);
  });

  it('is dated, for whoever is signed in', async () => {
    const { office } = place;
    await signIn(office, 'policing_clerk');
    const status = await office.call('backup.status', {});
    expect(status).toEqual({ lastAt: new Date(office.clock).toISOString(), daysSince: 0 });
    office.clock += 12 * 24 * 3600 * 1000;
    expect((await office.call('backup.status', {})).daysSince).toBe(12);
    expect(await office.refused('backup.write', {})).toBe('session/forbidden');
  });

  it('is handed out for download where no place is named', async () => {
    const { office } = place;
    const { file: name, download, bytes } = await office.call('backup.write', {});
    expect(name).toMatch(/^JISR-\d{8}-[0-9a-f]{6}\.jisrbackup$/);
    expect(await office.call('files.piece', { token: download ?? '', offset: 0 })).toMatchObject({ name, bytes });
  });

  it('cannot be written where nothing can be written', async () => {
    const to = place.office.app.grantPath(join(folder, 'gone', 'x'), 'file');
    await expectRefusal(place.office, 'backup.write', 'file/cannot-write', { to });
  });
});

describe('restoring', () => {
  it('brings back every record, in a new incarnation, and says so', async () => {
    const app = await empty();
    const { node, incarnation } = await restore(app);
    const before = await place.office.call('exchange.digest', { class: 'all' });
    expect(await app.call('exchange.digest', { class: 'all' })).toEqual(before);
    expect(node).toBe((await place.office.call('session.state', {})).node?.id);
    expect(incarnation).toMatch(/^[0-9a-f]{16}$/);
    expect(noticesOf(app)).toContain('rolled-back');
    expect(await app.call('exchange.verify', {})).toMatchObject({ ok: true });
    expect((await app.call('session.state', {})).user?.roles).toContain('administrator');
    // What was never anywhere else comes back too.
    const local = behind.get(app)?.home.open?.store.raw.prepare('SELECT count(*) AS n FROM local_value').get();
    expect(local).toEqual({ n: 2 });
  });

  it('lets in administrators of the backup, and nobody else until they get a new passphrase', async () => {
    const app = await empty();
    await restore(app);
    await signIn(app, 'administrator');
    const clerk = (await app.call('users.list', {})).find(({ loginName }) => loginName === 'policing_clerk');
    expect(clerk).toMatchObject({ canSignIn: false });
    await app.call('users.resetPassphrase', { userId: clerk?.id ?? '', passphrase: newPassphrase });
    await app.call('session.unlock', { user: 'policing_clerk', passphrase: newPassphrase });
    expect((await app.call('forums.list', {})).total).toBe(1);
  });

  it('goes on writing and exchanging, and finds its witness the next time', async () => {
    const app = await empty();
    await restore(app);
    await app.call('session.lock', {});
    await app.call('session.unlock', byAdministrator);
    await app.call('users.create', {
      loginName: 'later',
      displayName: 'لاحق',
      roles: ['auditor'],
      passphrase: testPassphrase,
    });
    expect(await carry(app, place.directorate)).toMatchObject({ quarantined: [], held: 0 });
    const noticed = noticesOf(app);
    await app.call('session.lock', {});
    await app.call('session.unlock', byAdministrator);
    expect(noticesOf(app)).toEqual(noticed);
  });

  it('begins one new incarnation where the witness of the lost home still lies, too', async () => {
    const app = await empty();
    await restore(app);
    await app.call('users.create', {
      loginName: 'lost',
      displayName: 'ضائع',
      roles: ['auditor'],
      passphrase: testPassphrase,
    });
    await app.call('session.lock', {});
    rmSync(app.ports.settings.homeFolder, { recursive: true });
    await restore(app);
    const raw = behind.get(app)?.home.open?.store.raw;
    expect(raw?.prepare('SELECT why FROM inc ORDER BY ordinal').pluck().all()).toEqual(['first', 'restore']);
  });

  it('clears away what a restore left that was cut off, and begins anew', async () => {
    const app = await empty();
    const { homeFolder } = app.ports.settings;
    for (const name of ['jisr.db', 'jisr.db-wal', 'blobs/ab/x', 'spool/restore-0123/jisr.db']) {
      mkdirSync(dirname(join(homeFolder, name)), { recursive: true });
      writeFileSync(join(homeFolder, name), 'half of it');
    }
    await restore(app);
    expect(readdirSync(join(homeFolder, 'spool')).filter((name) => name.startsWith('restore'))).toEqual([]);
    expect(await app.call('exchange.verify', {})).toMatchObject({ ok: true });
  });

  it('is done with an upload too, which is then taken away', async () => {
    const app = await empty();
    const bytes = readFileSync(file);
    let token: string | null = null;
    for (let at = 0; at < bytes.length; at += 400_000) {
      const data = bytes.subarray(at, at + 400_000).toString('base64');
      token = (await app.call('backup.stage', { token, name: 'x', data })).token;
    }
    await app.call('backup.restore', { file: token ?? '', ...byAdministrator });
    const spool = readdirSync(join(app.ports.settings.homeFolder, 'spool'));
    expect(spool.filter((name) => name.endsWith('.in') || name.startsWith('restore'))).toEqual([]);
  });
});

describe('with the recovery code', () => {
  beforeAll(async () => {
    const office = await createTestApp();
    opened.push(office);
    code = (await initHome(office, 'directorate')).recoveryCode;
    const to = office.app.grantPath(folder, 'folder');
    file = (await office.call('backup.write', { to })).file;
  });
  afterAll(() => {
    file = written.file;
  });

  it('somebody new becomes an administrator', async () => {
    const app = await empty();
    await restore(app, file, { user: restorer, passphrase: newPassphrase, recoveryCode: code });
    const state = await app.call('session.state', {});
    expect(state.user).toMatchObject({ displayName: restorer, roles: ['administrator'] });
    await app.call('session.unlock', { user: restorer, passphrase: newPassphrase });
    await app.call('session.unlock', byAdministrator);
    expect(await app.call('exchange.verify', {})).toMatchObject({ ok: true });
  });

  it('a known person gets a new passphrase', async () => {
    const app = await empty();
    await restore(app, file, { user: testUser, passphrase: newPassphrase, recoveryCode: code });
    await app.call('session.unlock', { user: testUser, passphrase: newPassphrase });
    await expectRefusal(app, 'session.unlock', 'session/refused', byAdministrator);
  });

  it('a wrong or mistyped code, or too short a passphrase, opens nothing', async () => {
    const app = await empty();
    const by = { file: app.app.grantPath(file, 'file'), user: restorer, passphrase: newPassphrase };
    await expectRefusal(app, 'backup.restore', 'recovery/mistyped', { ...by, recoveryCode: 'AAAA' });
    await expectRefusal(app, 'backup.restore', 'passphrase/too-short', { ...by, passphrase: 'x', recoveryCode: code });
    const other = await empty();
    const { recoveryCode } = await initHome(other, 'office');
    await expectRefusal(app, 'backup.restore', 'recovery/wrong', { ...by, recoveryCode });
    expect(leftIn(app)).toEqual([]);
  });
});

describe('restoring is refused, with nothing left behind,', () => {
  const refused = async (path: string, wanted: string, by = byAdministrator) => {
    const app = await empty();
    const input = { file: app.app.grantPath(path, 'file'), ...by };
    expect(await app.refused('backup.restore', input)).toBe(wanted);
    expect(leftIn(app)).toEqual([]);
    expect((await app.call('session.state', {})).state).toBe('empty');
  };

  it('each with its code', async () => {
    const app = await empty();
    const grant = (path: string) => ({ file: app.app.grantPath(path, 'file'), ...byAdministrator });
    const cut = copyOf((bytes) => bytes.subarray(0, 2000));
    const newer = copyOf((bytes) => Buffer.concat([Buffer.from('JISRBACKUP2\n'), bytes.subarray(12)]));
    const spoilt = copyOf((bytes) => bytes.fill(0x41, 200, 201));
    const none = copyOf(() => Buffer.from('something else\n'));
    await expectRefusal(app, 'backup.restore', 'file/unknown-token', { file: noToken, ...byAdministrator });
    await expectRefusal(app, 'backup.restore', 'file/not-found', grant(join(folder, 'nowhere')));
    await expectRefusal(app, 'backup.restore', 'backup/not-a-backup', grant(none));
    await expectRefusal(app, 'backup.restore', 'backup/too-new', grant(newer));
    await expectRefusal(app, 'backup.restore', 'backup/truncated', grant(cut));
    await expectRefusal(app, 'backup.restore', 'backup/damaged', grant(spoilt));
    const stranger = { ...grant(file), user: 'nobody' };
    await expectRefusal(app, 'backup.restore', 'backup/refused', stranger);
    await expectRefusal(app, 'host.pickBackup', 'host/no-dialog', {});
    await expectRefusal(app, 'backup.stage', 'file/unknown-token', { token: noToken, name: 'x', data: 'eA==' });
    await expectRefusal(place.office, 'backup.write', 'file/unknown-token', { to: noToken });
    expect(leftIn(app)).toEqual([]);
  });

  it('where the home cannot be written', async () => {
    const app = await empty();
    const { homeFolder } = app.ports.settings;
    rmSync(homeFolder, { recursive: true, force: true });
    writeFileSync(homeFolder, 'a file where the folder should be');
    const input = { file: app.app.grantPath(file, 'file'), ...byAdministrator };
    await expectRefusal(app, 'backup.restore', 'file/cannot-write', input);
    await expectRefusal(app, 'backup.stage', 'file/cannot-write', { name: 'x', data: 'eA==' });
  });

  it('for what is no backup', async () => {
    await refused(
      copyOf(() => Buffer.from('something else\n')),
      'backup/not-a-backup',
    );
    await refused(
      copyOf(() => Buffer.alloc(0)),
      'backup/not-a-backup',
    );
    await refused(join(folder, 'nowhere'), 'file/not-found');
  });

  it('for a newer program', async () => {
    await refused(
      copyOf((bytes) => Buffer.concat([Buffer.from('JISRBACKUP2\n'), bytes.subarray(12)])),
      'backup/too-new',
    );
  });

  it('for a cut file, wherever it is cut', async () => {
    const { length } = readFileSync(file);
    for (const keep of [8, 300, 2000, Math.floor(length / 2), length - 1]) {
      const path = copyOf((bytes) => bytes);
      truncateSync(path, keep);
      await refused(path, 'backup/truncated');
    }
  });

  it('for a damaged file', async () => {
    await refused(
      copyOf((bytes) => bytes.fill(0x41, 200, 201)),
      'backup/damaged',
    );
    await refused(
      copyOf((bytes) => bytes.fill(bytes.readUInt8(80_000) ^ 1, 80_000, 80_001)),
      'backup/damaged',
    );
    await refused(
      copyOf((bytes) => Buffer.concat([bytes, Buffer.from('x')])),
      'backup/truncated',
    );
  });

  it('for a wrong passphrase, an unknown name, and somebody who was no administrator', async () => {
    await refused(file, 'backup/refused', { user: testUser, passphrase: newPassphrase });
    await refused(file, 'backup/refused', { user: 'nobody', passphrase: testPassphrase });
    await refused(file, 'backup/refused', { user: 'policing_clerk', passphrase: testPassphrase });
  });

  it('where there is a home', async () => {
    const input = { file: place.office.app.grantPath(file, 'file'), ...byAdministrator };
    await expectRefusal(place.office, 'backup.restore', 'home/exists', input);
    await expectRefusal(place.office, 'backup.stage', 'home/exists', { name: 'x', data: 'eA==' });
  });

  it('but keeps a database that lies there without its keys', async () => {
    const app = await empty();
    const { homeFolder } = app.ports.settings;
    cpSync(place.office.ports.settings.homeFolder, homeFolder, { recursive: true });
    for (const name of ['keys.a', 'keys.b']) rmSync(join(homeFolder, name));
    await restore(app);
    const kept = readdirSync(join(homeFolder, 'backups'));
    expect(kept.some((name) => /^found-.*-jisr\.db$/.test(name))).toBe(true);
    expect((await app.call('session.state', {})).state).toBe('open');
  });
});

it('stock tools open a backup once its key is known', async () => {
  const { ageKeyOf } = await import('#core/crypto/age-identity.ts');
  const { deriveKey } = await import('#core/crypto/hkdf.ts');
  const { identity } = await ageKeyOf(deriveKey(place.services.home.dek(), 'jisr/backup/1'));
  const out = mkdtempSync(join(tmpdir(), 'jisr-stock-'));
  try {
    writeFileSync(join(out, 'identity'), `${identity}\n`);
    execFileSync('sh', ['-c', 'tail -n +5 "$0" | age -d -i identity | tar x', file], { cwd: out });
    expect(readdirSync(out).toSorted()).toEqual(['backup.json', 'identity', 'jisr.db']);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
