import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readKeyFile } from '#core/home/key-file.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { carry, createTestApp, initHome, testPassphrase } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
}, 30_000);
afterAll(() => place.close());
beforeEach(() => signIn(place.office, 'first'));

const person = { displayName: 'نور', roles: ['policing_clerk'], passphrase: testPassphrase } as const;
const newPerson = (loginName: string) => ({ ...person, roles: [...person.roles], loginName });

describe('a user', () => {
  it('signs in with an own passphrase and name, however the name is typed', async () => {
    const { office } = place;
    await office.call('users.create', newPerson('Nur ١'));
    const state = await office.call('session.unlock', { user: ' nur 1 ', passphrase: testPassphrase });
    expect(state.user).toMatchObject({ displayName: 'نور', roles: ['policing_clerk'] });
  });

  it('has a name of his or her own, and a passphrase that is long enough', async () => {
    const { office } = place;
    await office.call('users.create', newPerson('huda ٧'));
    await expectRefusal(office, 'users.create', 'user/name-taken', newPerson('HUDA 7'));
    await expectRefusal(office, 'users.create', 'passphrase/too-short', {
      ...newPerson('short'),
      passphrase: 'أحمد ١٢٣',
    });
    expect((await office.call('users.list', {})).some(({ loginName }) => loginName === 'short')).toBe(false);
  });

  it('is created in an enrolled home alone', async () => {
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await expectRefusal(fresh, 'users.create', 'node/not-enrolled', newPerson('x'));
    await fresh.close();
  });

  it('gets another passphrase from an administrator; the old one opens nothing any more', async () => {
    const { office } = place;
    const { id: userId } = await office.call('users.create', newPerson('forgetful'));
    const passphrase = 'quite another passphrase';
    await expectRefusal(office, 'users.resetPassphrase', 'passphrase/too-short', { userId, passphrase: 'short' });
    await expectRefusal(office, 'users.resetPassphrase', 'user/not-found', { userId: noRecord, passphrase });
    await office.call('users.resetPassphrase', { userId, passphrase });
    await office.call('session.unlock', { user: 'forgetful', passphrase });
    await expectRefusal(office, 'session.unlock', 'session/refused', { user: 'forgetful', passphrase: testPassphrase });
    // The failure makes the next one wait; starting from a success does not.
    await new Promise((resolve) => setTimeout(resolve, 1100));
  });

  it('whose access was taken away does not get in until a new passphrase is given', async () => {
    const { office } = place;
    const { id: userId } = await office.call('users.create', newPerson('leaver'));
    await expectRefusal(office, 'users.disable', 'user/not-found', { userId: noRecord });
    await office.call('users.disable', { userId });
    expect((await office.call('users.list', {})).find(({ id }) => id === userId)).toMatchObject({ canSignIn: false });
    await expectRefusal(office, 'session.unlock', 'session/refused', { user: 'leaver', passphrase: testPassphrase });
    await office.call('users.resetPassphrase', { userId, passphrase: testPassphrase });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await office.call('session.unlock', { user: 'leaver', passphrase: testPassphrase });
  });

  it('is edited by administrators of the own home, over what they saw', async () => {
    const { office, directorate, users } = place;
    const heads = await office.heads(users.auditor);
    const edit = { userId: users.auditor, displayName: 'المدقق', roles: ['auditor' as const], heads };
    await office.call('users.edit', edit);
    await expectRefusal(office, 'users.edit', 'record/changed', { ...edit, displayName: 'x' });
    await expectRefusal(office, 'users.edit', 'user/not-found', { ...edit, userId: noRecord });
    await expectRefusal(office, 'users.edit', 'user/not-found', { ...edit, userId: place.ids.forum });
    await carry(office, directorate);
    const there = { ...edit, displayName: 'x', heads: await directorate.heads(users.auditor) };
    await expectRefusal(directorate, 'users.edit', 'record/not-yours', there);
  });
});

describe('roles', () => {
  it('turn the key slot into that of an administrator and back, as backups carry those alone', async () => {
    const { office, services, users } = place;
    const slotOfClerk = async () => {
      const login = services.home.open?.store.raw
        .prepare('SELECT slot FROM user_login WHERE user = ?')
        .get(users.policing_clerk) as { slot: string };
      const file = await readKeyFile(services.home.keys.folder);
      return file.ok ? file.value.slots.find(({ id }) => id === login.slot)?.kind : null;
    };
    const edit = async (roles: ('policing_clerk' | 'administrator')[]) =>
      office.call('users.edit', {
        userId: users.policing_clerk,
        displayName: 'كاتب',
        roles,
        heads: await office.heads(users.policing_clerk),
      });
    await edit(['policing_clerk', 'administrator']);
    expect(await slotOfClerk()).toBe('administrator');
    await edit(['policing_clerk']);
    expect(await slotOfClerk()).toBe('user');
  });

  it('that were just taken away bind a call that was waiting in line already', async () => {
    const { office, users } = place;
    const heads = await office.heads(users.first);
    const mine = (await office.call('users.list', {})).find(({ id }) => id === users.first);
    const edit = { userId: users.first, displayName: 'x', heads };
    const [edited, late] = await Promise.all([
      office.answer('users.edit', { ...edit, roles: ['auditor'] }),
      office.answer('forums.list', {}),
    ]);
    expect(edited).toMatchObject({ ok: true });
    expect(late).toMatchObject({ ok: false, error: { code: 'session/forbidden' } });
    await signIn(office, 'administrator');
    await office.call('users.edit', {
      ...edit,
      heads: await office.heads(users.first),
      displayName: mine?.displayName ?? '',
      roles: (mine?.roles ?? []) as ['administrator'],
    });
  });
});

describe('the last administrator', () => {
  it('keeps the role and the access', async () => {
    const alone = await createTestApp();
    await initHome(alone, 'directorate');
    const [me] = await alone.call('users.list', {});
    if (!me) throw new Error('nobody here');
    const edit = { userId: me.id, displayName: 'x', roles: ['auditor' as const], heads: me.heads };
    await expectRefusal(alone, 'users.edit', 'user/last-administrator', edit);
    await expectRefusal(alone, 'users.disable', 'user/last-administrator', { userId: me.id });
    await alone.close();
  });

  it('is only somebody who can sign in', async () => {
    const { office, users } = place;
    await office.call('users.disable', { userId: users.administrator });
    await expectRefusal(office, 'users.disable', 'user/last-administrator', { userId: users.first });
    await office.call('users.resetPassphrase', { userId: users.administrator, passphrase: testPassphrase });
  });

  it('who disables himself or herself after all may do nothing more', async () => {
    const { office, users } = place;
    await office.call('users.disable', { userId: users.first });
    expect(await office.refused('users.list', {})).toBe('session/forbidden');
    expect(await office.refused('forums.list', {})).toBe('session/forbidden');
    await signIn(office, 'administrator');
    await office.call('users.resetPassphrase', { userId: users.first, passphrase: testPassphrase });
  });
});
