/**
 * @file The life of a home: made, locked, opened by one person, closed. It alone holds the data encryption key, and
 * only while a session is open.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AppEvent } from '#core/app-types.ts';
import { keepBlobHouse } from '#core/blobs/keep-house.ts';
import { closeViews, openViews } from '#core/access/seen.ts';
import { createAccess } from '#core/access/access.ts';
import { get } from '#core/changes/statements.ts';
import { takeUpAfterUpdate } from '#core/changes/take-up.ts';
import { createSigner } from '#core/crypto/ed25519.ts';
import { deriveKey } from '#core/crypto/hkdf.ts';
import { checkpoint, markSessionBegun, markSessionEnded } from '#core/db/checkpoint.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/all.ts';
import { isSound, openDatabase } from '#core/db/open.ts';
import { ensureReserve, freeReserve } from '#core/db/reserve.ts';
import { type StoreError, StoreFailure } from '#core/db/store-error.ts';
import type { Tables } from '#core/db/tables.ts';
import { createStore, exclusively } from '#core/db/transaction.ts';
import { readSalt, repairSalt } from '#core/db/salt.ts';
import { checkInBackground } from '#core/exchange/check-later.ts';
import { createRosterBook, type RosterBook } from '#core/exchange/roster-book.ts';
import { sweepUnfinished } from '#core/files/sweep.ts';
import type { Ports } from '#core/ports.ts';
import { isRole } from '#shared/domain/permissions.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { administratorSlots } from './administrator-slots.ts';
import { type KeyFiles, openKeyFiles, readDatabaseSalt, setAdministratorSlots, setDatabaseSalt } from './key-files.ts';
import { meetWitness } from './meet-witness.ts';
import type { OpenHome } from './open-home.ts';
import { readSettings } from './settings.ts';
import type { Unlocked } from './unlock.ts';
import { weeklyCheck } from './weekly-check.ts';
import { openWitness, type Witness } from './witness.ts';

export type HomeKeeper = {
  /** The open home; null while locked or empty. */
  readonly open: OpenHome | null;
  readonly keys: KeyFiles;
  /** Whether a home lies here at all. */
  exists(): boolean;
  /** Makes the database of a new home and fills it; the key files are there already. */
  create(dek: Uint8Array, fill: (raw: SqliteDatabase) => void): Promise<Result<null, StoreError>>;
  /** Opens the database for the person whose slot was opened. */
  enter(unlocked: Unlocked): Promise<Result<OpenHome, StoreError>>;
  /**
   * Reads roles and names of the signed-in person anew: they bind the next call. Waits for its turn, because the views
   * would otherwise be rolled back with somebody else's transaction.
   */
  refreshSession(): Promise<void>;
  /** The same at once, for who holds the turn and is through with the transaction. */
  rereadSession(): void;
  /** Makes each key slot the kind that the roles of its user ask for: backups carry those of administrators. */
  sortSlots(): Promise<void>;
  /** The key, for making and wrapping slots. Throws while locked. */
  dek(): Uint8Array;
  /** The device's keys were replaced: signs with the new ones from now on. For the turn that commits them. */
  adoptKeys(): void;
  /** Verifies in the background what came in vouched for by its chain. */
  checkLater(): void;
  /** A call begins: what waits for a time of rest goes on waiting. A long one is no rest, however long it takes. */
  stir(): void;
  /** No call is running. After five seconds without one the log is folded into the database, and what is due is checked. */
  settle(): void;
  /** Closes the database and forgets the key. */
  close(): Promise<void>;
};

const settleMs = 5000;

export function createHomeKeeper(ports: Ports, emit: (event: AppEvent) => void): HomeKeeper {
  const { homeFolder, argonCost, reserveBytes } = ports.settings;
  const paths = {
    database: join(homeFolder, 'jisr.db'),
    backups: join(homeFolder, 'backups'),
    spool: join(homeFolder, 'spool'),
    marker: join(homeFolder, 'spool', 'session'),
    reserve: join(homeFolder, 'spool', 'reserve'),
  };
  const keys = openKeyFiles(homeFolder, { monotonic: ports.monotonic, ...(argonCost ? { cost: argonCost } : {}) });
  let open: OpenHome | null = null;
  let dek: Uint8Array | null = null;
  let timer: NodeJS.Timeout | null = null;
  let witness: Witness | null = null;
  let checking: { readonly stop: () => void } | null = null;

  const onFailure = (failure: StoreFailure): void => {
    ports.log({ event: 'store-failure', code: failure.code });
    if (failure.code === 'store/full') freeReserve(paths.reserve);
    emit({ type: 'store', code: failure.code });
    // Whether the last write reached the disk is unknown: what is true is read anew at the next unlock.
    if (failure.code === 'store/io' || failure.code === 'store/corrupt')
      setImmediate(() => void close().catch(noteLater));
  };

  /** What a transaction read of rosters that it did not keep, such as one that it issued itself. */
  const forget = (raw: SqliteDatabase, rosters: RosterBook): void => {
    try {
      if (raw.open) rosters.reload();
    } catch (error) {
      noteLater(error);
    }
  };

  const noteLater = (error: unknown): void => {
    ports.log({ event: 'close-failed', name: error instanceof Error ? error.name : 'unknown' });
  };

  const stir = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
  };

  /** Runs in its turn, while nobody writes. */
  const rest = async (home: OpenHome): Promise<void> => {
    checkpoint(home.store.raw);
    witness?.flush();
    if (weeklyCheck(home.store.raw, ports.now()) === 'damaged') onFailure(new StoreFailure('store/corrupt'));
  };

  const openFile = async (key: Uint8Array, create: boolean): Promise<Result<SqliteDatabase, StoreError>> => {
    const database = openDatabase(paths.database, key, { create });
    if (database.ok || database.error.code !== 'store/wrong-key') return database;
    // The key came out of its slot, so it is right: the first bytes of the file are damaged, and we kept them.
    const salt = await readDatabaseSalt(keys);
    if (!salt.ok || salt.value === null) return database;
    repairSalt(paths.database, salt.value);
    return openDatabase(paths.database, key);
  };

  const openStore = async (key: Uint8Array, create: boolean): Promise<Result<SqliteDatabase, StoreError>> => {
    mkdirSync(paths.spool, { recursive: true });
    mkdirSync(paths.backups, { recursive: true });
    const database = await openFile(key, create);
    if (!database.ok) return database;
    const unclean = markSessionBegun(paths.marker);
    if (unclean && !create && !isSound(database.value, 'quick')) {
      database.value.close();
      return err({ code: 'store/corrupt', params: {} });
    }
    const migrated = migrate(database.value, migrations, { backup: { folder: paths.backups, key } });
    if (!migrated.ok) {
      database.value.close();
      return migrated;
    }
    return database;
  };

  const close = async (): Promise<void> => {
    stir();
    checking?.stop();
    checking = null;
    const closing = open;
    open = null;
    dek?.fill(0);
    dek = null;
    if (!closing) return;
    await exclusively(closing.store, async () => {
      closeViews(closing.store.raw);
      checkpoint(closing.store.raw);
    });
    witness?.flush();
    witness?.close();
    witness = null;
    closing.store.raw.close();
    markSessionEnded(paths.marker);
    emit({ type: 'session', state: 'locked' });
  };

  const checkLater = (): void => {
    checking?.stop();
    checking = open ? checkInBackground(open, (areas) => emit({ type: 'changed', areas: [...areas] })) : null;
  };

  const rereadSession = (): void => {
    if (!open) return;
    const { raw } = open.store;
    open.rosters.reload();
    open = { ...open, session: readSession(raw, open.session.slot) };
    openViews(raw, open.session.access);
  };

  const sortSlots = async (): Promise<void> => {
    const home = open;
    if (!home) return;
    const administrators = await exclusively(home.store, async () => administratorSlots(home.store.raw));
    const sorted = await setAdministratorSlots(keys, administrators);
    // Tried again with the next change of a user and before each backup.
    if (!sorted.ok) ports.log({ event: 'slots-unsorted', code: sorted.error.code });
  };

  return {
    get open() {
      return open;
    },
    keys,
    exists: () => existsSync(join(homeFolder, 'keys.a')) || existsSync(join(homeFolder, 'keys.b')),

    create: async (secret, fill) => {
      const database = await openStore(deriveKey(secret, databaseKeyInfo), true);
      if (!database.ok) return database;
      database.value.transaction(() => fill(database.value))();
      checkpoint(database.value);
      database.value.close();
      markSessionEnded(paths.marker);
      const salt = readSalt(paths.database);
      if (salt) await setDatabaseSalt(keys, salt);
      return ok(null);
    },

    enter: async (unlocked) => {
      await close();
      const database = await openStore(deriveKey(unlocked.dek, databaseKeyInfo), false);
      if (!database.ok) return database;
      const raw = database.value;
      const rosters = createRosterBook(raw);
      witness = openWitness(ports.settings.witnessFolder, unlocked.dek, raw);
      if (meetWitness(raw, rosters, witness, ports.now())) ports.log({ event: 'rolled-back' });
      open = {
        store: createStore<Tables>(
          raw,
          onFailure,
          () => witness?.note(),
          () => forget(raw, rosters),
        ),
        session: readSession(raw, unlocked.slotId),
        signer: createSigner(readSignKey(raw)),
        rosters,
        changes: rosters,
      };
      raw.transaction(() => takeUpAfterUpdate(raw, rosters))();
      dek = unlocked.dek;
      openViews(raw, open.session.access);
      await sweepUnfinished(paths.spool);
      const { lost } = await keepBlobHouse({ ports }, raw, ports.now());
      if (lost > 0) ports.log({ event: 'blobs-lost', count: lost });
      await sweepUnfinished(paths.backups);
      ensureReserve(paths.reserve, reserveBytes);
      checkLater();
      emit({ type: 'session', state: 'open' });
      emit({ type: 'settings', ...readSettings(raw) });
      return ok(open);
    },

    refreshSession: async () => {
      const home = open;
      if (!home) return;
      await exclusively(home.store, async () => {
        if (open?.store === home.store) rereadSession();
      });
      await sortSlots();
    },

    rereadSession,

    sortSlots,

    dek: () => {
      if (!dek) throw new Error('the home is locked');
      return dek;
    },

    adoptKeys: () => {
      if (!open || !dek) return;
      const { raw } = open.store;
      open = { ...open, signer: createSigner(readSignKey(raw)) };
      witness?.close();
      witness = openWitness(ports.settings.witnessFolder, dek, raw);
      witness.note();
      witness.flush();
    },

    checkLater,

    stir,

    settle: () => {
      stir();
      timer = setTimeout(() => {
        const home = open;
        if (home) void exclusively(home.store, () => rest(home)).catch(noteLater);
      }, settleMs);
      timer.unref();
    },

    close,
  };
}

/** Purpose of the key that opens the database, and copies of it. */
export const databaseKeyInfo = 'jisr/database/1';

function readSignKey(raw: SqliteDatabase): Uint8Array {
  const key = get<{ sign_key: Uint8Array }>(raw, 'SELECT sign_key FROM self')?.sign_key;
  if (!key) throw new Error('a home without a signing key');
  return key;
}

/** Before enrolment the first user is known to this home alone; then the user's own record says the roles. */
function readSession(raw: SqliteDatabase, slot: string): OpenHome['session'] {
  const login = get<{ user: string; first_name: string; first_roles: string }>(
    raw,
    'SELECT user, first_name, first_roles FROM user_login WHERE slot = ?',
    slot,
  );
  if (!login) return { displayName: '', access: createAccess(nobody, []), slot };
  const account = get<{ display_name: string; roles: string }>(
    raw,
    'SELECT display_name, roles FROM user_account WHERE id = ?',
    login.user,
  );
  const roles = (JSON.parse(account?.roles ?? login.first_roles) as string[]).filter(isRole);
  return {
    displayName: account?.display_name ?? login.first_name,
    access: createAccess(login.user, roles),
    slot,
  };
}

/** A slot that belongs to no user: what a crash between key file and database may leave. It opens nothing. */
const nobody = '00000000-0000-0000-0000-000000000000';
