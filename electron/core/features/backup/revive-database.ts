/**
 * @file The database of a backup becomes that of a home again: its changes go on in a new incarnation, people whose
 * slots were not kept cannot sign in, and the person who restores is an administrator.
 */
import { join } from 'node:path';
import { createAccess } from '#core/access/access.ts';
import { closeViews, openViews } from '#core/access/seen.ts';
import { currentHeads } from '#core/changes/write.ts';
import { get, run } from '#core/changes/statements.ts';
import { createWriter, type Services } from '#core/context.ts';
import { bytesEqual, fromBase64Url, toBase64Url } from '#core/crypto/bytes.ts';
import { createSigner } from '#core/crypto/ed25519.ts';
import { deriveKey } from '#core/crypto/hkdf.ts';
import { checkpoint } from '#core/db/checkpoint.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/all.ts';
import { isSound, openDatabase } from '#core/db/open.ts';
import { readSalt } from '#core/db/salt.ts';
import { StoreFailure, withStoreFailures } from '#core/db/store-error.ts';
import type { Tables } from '#core/db/tables.ts';
import { createStore } from '#core/db/transaction.ts';
import { beginIncarnation } from '#core/exchange/incarnations.ts';
import { createRosterBook } from '#core/exchange/roster-book.ts';
import { writeOwnUsers } from '#core/features/users/own-users.ts';
import { databaseKeyInfo } from '#core/home/home-keeper.ts';
import type { Slot } from '#core/home/key-file.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { foldUserName } from '#core/home/passphrase.ts';
import { openWitness } from '#core/home/witness.ts';
import { isRole, type Role } from '#shared/domain/permissions.ts';
import { BackupFault, databaseName, type Manifest } from './backup-file.ts';
import { headOf, noteBackup } from './write-backup.ts';

export type Revival = {
  readonly dek: Uint8Array;
  readonly manifest: Manifest;
  /** Log-in name and slot of the person who restores. */
  readonly user: string;
  readonly slotId: string;
  /** Slots of the restored home. */
  readonly slots: readonly Slot[];
};

/** Works on the unpacked database in `folder` and gives its salt, base64url. Throws BackupFault or StoreFailure. */
export async function reviveDatabase(services: Services, folder: string, revival: Revival): Promise<string> {
  const path = join(folder, databaseName);
  const opened = openDatabase(path, deriveKey(revival.dek, databaseKeyInfo));
  if (!opened.ok) throw faultOfStore(opened.error.code);
  const raw = opened.value;
  try {
    const head = fromBase64Url(revival.manifest.head);
    if (!isSound(raw, 'quick')) throw new BackupFault('backup/damaged');
    // It is a copy itself: none is kept of it.
    const migrated = migrate(raw, migrations, { backup: null });
    if (!migrated.ok) throw new BackupFault('backup/too-new');
    if (head === null || !bytesEqual(headOf(raw), head)) throw new BackupFault('backup/damaged');
    withStoreFailures(() => raw.transaction(() => revive(services, raw, revival))());
    witnessAnew(services, raw, revival.dek);
    checkpoint(raw);
  } finally {
    raw.close();
  }
  return toBase64Url(readSalt(path));
}

function faultOfStore(code: StoreFailure['code']): Error {
  return code === 'store/io' || code === 'store/full' ? new StoreFailure(code) : new BackupFault('backup/damaged');
}

function revive(services: Services, raw: SqliteDatabase, { manifest, user, slotId, slots }: Revival): void {
  const at = new Date(services.ports.now()).toISOString();
  const kept = JSON.stringify(slots.map(({ id }) => id));
  run(raw, 'UPDATE user_login SET slot = NULL WHERE slot NOT IN (SELECT value FROM json_each(?))', kept);
  // The witness of this database is where it was made; here it gets one of its own.
  run(raw, "DELETE FROM setting WHERE name = 'witness'");
  beginIncarnation(raw, createRosterBook(raw), { why: 'restore', at });
  admit(services, raw, user, slotId);
  noteBackup(raw, manifest.at);
}

/** The person who restores is an administrator: known here already, or new. Signs for himself or herself, as a first user does. */
function admit(services: Services, raw: SqliteDatabase, login: string, slot: string): void {
  const fold = foldUserName(login);
  const known = get<{ user: string; first_roles: string; roles: string | null; display_name: string | null }>(
    raw,
    `SELECT user, first_roles, roles, display_name FROM user_login LEFT JOIN user_account ON id = user
     WHERE login_fold = ?`,
    fold,
  );
  const user = known?.user ?? services.ports.newId();
  const before = (JSON.parse(known?.roles ?? known?.first_roles ?? '[]') as string[]).filter(isRole);
  const roles: Role[] = before.includes('administrator') ? before : [...before, 'administrator'];
  const rolesText = JSON.stringify(roles);
  if (known) run(raw, 'UPDATE user_login SET slot = ?, first_roles = ? WHERE user = ?', slot, rolesText, user);
  else {
    const row = [user, login, fold, slot, login, rolesText];
    run(
      raw,
      'INSERT INTO user_login (user, login, login_fold, slot, first_name, first_roles) VALUES (?, ?, ?, ?, ?, ?)',
      ...row,
    );
  }
  const home = homeOf(raw, user, roles, slot);
  if (home.rosters.self().roster === 0) return;
  openViews(raw, home.session.access);
  if (known?.roles == null) writeOwnUsers(services, home);
  else if (roles.length > before.length) {
    const heads = currentHeads(raw, user);
    const groups = [{ group: 'roles', value: { roles } }];
    const written = createWriter(home, services.ports.now).write({
      record: user,
      at: 'user',
      kind: 'user.edited',
      groups,
      heads,
    });
    if (!written.ok) throw new Error(`a restored user was refused: ${written.error.code}`);
  }
  closeViews(raw);
}

/** As if the person had opened the home, for writing the one change. */
function homeOf(raw: SqliteDatabase, user: string, roles: readonly Role[], slot: string): OpenHome {
  const signKey = get<{ sign_key: Uint8Array }>(raw, 'SELECT sign_key FROM self')?.sign_key;
  if (!signKey) throw new BackupFault('backup/damaged');
  const rosters = createRosterBook(raw);
  return {
    store: createStore<Tables>(raw),
    session: { displayName: '', access: createAccess(user, roles), slot },
    signer: createSigner(signKey),
    rosters,
    changes: rosters,
  };
}

/** This PC may hold the witness of the home as it was before it was lost: it starts again from here. */
function witnessAnew(services: Services, raw: SqliteDatabase, dek: Uint8Array): void {
  const witness = openWitness(services.ports.settings.witnessFolder, dek, raw);
  witness.note();
  witness.flush();
  witness.close();
}
