/** @file One installation of the tree: a real open home over a database in memory, and the calls people make to it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAccess } from '#core/access/access.ts';
import { openViews, seenBy } from '#core/access/seen.ts';
import { noPredecessor } from '#core/changes/change.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { get, run } from '#core/changes/statements.ts';
import { createWriter, type HomeContext, type Services } from '#core/context.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/all.ts';
import { openDatabase, openImage } from '#core/db/open.ts';
import type { Tables } from '#core/db/tables.ts';
import { createStore, inTransaction } from '#core/db/transaction.ts';
import { createRosterBook } from '#core/exchange/roster-book.ts';
import { createFileGrants } from '#core/files/file-grants.ts';
import { handlers } from '#core/handlers.ts';
import { createRunningTasks } from '#core/running-tasks.ts';
import { createHomeKeeper } from '#core/home/home-keeper.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import type { Ports } from '#core/ports.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '#shared/contract/contract.ts';
import type { NodeKind } from '#shared/domain/node-kinds.ts';
import { ROLES } from '#shared/domain/permissions.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Dice } from './dice.ts';
import { localMark } from './forms.ts';
import type { DeviceKeys } from './keys.ts';
import { newestProgram, withProgram } from './program-versions.ts';

export type Member = {
  /** `D`, `P1`, `O3`; a second device of a node has a prime. */
  readonly name: string;
  readonly node: string;
  readonly kind: NodeKind;
  readonly keys: DeviceKeys;
  /** A folder of its own, for attachments and small files. */
  readonly folder: string;
  readonly services: Services;
  home: OpenHome;
  /** What its computer takes for the time, ms. */
  clock: number;
  /** Which version of the program runs on it (program-versions.ts). */
  program: number;
};

export type Answer<M extends MethodName> = Result<OutputOf<M>, { readonly code: string }>;

/** As dispatch would, for the one person who may do everything at this node. */
export async function call<M extends MethodName>(
  { home, services, program }: Member,
  method: M,
  input: Omit<InputOf<M>, 'commandId'>,
): Promise<Answer<M>> {
  const { kind, runs, input: schema } = contract[method];
  const full = schema.parse(kind === 'command' ? { commandId: services.ports.newId(), ...input } : input);
  const handler = (handlers as Record<string, unknown>)[method] as (
    context: HomeContext,
    input: unknown,
  ) => Promise<Answer<M>>;
  const context = { services, home, session: home.session, ...createWriter(home, services.ports.now) };
  return withProgram(program, async () =>
    runs === 'own'
      ? handler({ ...context, db: seenBy(home.store.db), trx: null }, full)
      : inTransaction(home.store, (trx) => handler({ ...context, db: seenBy(trx), trx }, full)),
  );
}

/** A copy of the whole database, as a backup is. */
export const imageOf = ({ home }: Pick<Member, 'home'>): Buffer => home.store.raw.serialize();

/** Opens an installation from a copy of its database. */
export function openMember(
  parts: Omit<Member, 'home' | 'services' | 'clock' | 'program'> & { readonly program?: number },
  image: Buffer,
  dice: Dice,
  clock: number,
): Member {
  const ports: Ports = {
    settings: {
      homeFolder: parts.folder,
      witnessFolder: parts.folder,
      resourcesFolder,
      appVersion: '0.0.0-sim',
    },
    now: () => member.clock,
    monotonic: () => 0,
    newId: () => dice.uuid(),
    log: () => undefined,
    readResource,
  };
  const emit = (): void => undefined;
  const services = {
    ports,
    files: createFileGrants(ports),
    home: createHomeKeeper(ports, emit),
    emit,
    tasks: createRunningTasks(),
  };
  const member: Member = { program: newestProgram, ...parts, services, clock, home: openHome(image, parts.keys) };
  return member;
}

/** The home in a copy of its database. */
export function openHome(image: Buffer, keys: DeviceKeys): OpenHome {
  const raw = openImage(image);
  const rosters = createRosterBook(raw);
  const user = get<{ user: string }>(raw, 'SELECT user FROM user_login')?.user ?? '';
  const access = createAccess(user, ROLES);
  openViews(raw, access);
  return {
    store: createStore<Tables>(raw),
    session: { displayName: 'everyone', access, slot: 'slot' },
    signer: keys.signer,
    rosters,
    changes: rosters,
  };
}

export type NewHome = {
  readonly node: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly parent: string | null;
  readonly code: string | null;
  readonly series: string | null;
  readonly keys: DeviceKeys;
  /** Record id of its first user. */
  readonly user: string;
  readonly roster: { readonly version: number; readonly hash: Uint8Array; readonly line: Uint8Array };
  readonly rootPublic: Uint8Array;
  /** At the directorate alone. */
  readonly authorityKey: Uint8Array | null;
};

/** The database of a home as enrolment leaves it: keys, first incarnation, roster, first user; no links. */
export function newHomeImage(home: NewHome): Buffer {
  const raw = openImage(emptyImage());
  raw.transaction(() => fill(raw, home))();
  const image = raw.serialize();
  raw.close();
  return image;
}

function fill(raw: SqliteDatabase, { keys, roster, ...home }: NewHome): void {
  run(
    raw,
    `INSERT INTO self (k, node, device, kind, name, place, services, parent, code, series, sign_key, age_identity,
       age_recipient, root_key, authority_key, root_public, roster, recovery_pending)
     VALUES (1, ?, ?, ?, ?, 'IQG10', ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, 0)`,
    home.node,
    keys.device,
    home.kind,
    home.name,
    home.kind === 'office' ? '["hlp","policing"]' : '[]',
    home.parent,
    home.code,
    home.series,
    keys.signKey.privateKey,
    keys.identity,
    keys.recipient,
    home.authorityKey,
    home.rootPublic,
    roster.version,
  );
  run(
    raw,
    "INSERT INTO inc (ordinal, inc, started, why, seq, head, series) VALUES (1, ?, '', 'first', 0, ?, ?)",
    randomBytes(8),
    wireToBytes(noPredecessor),
    home.series,
  );
  run(raw, "INSERT INTO setting (name, value) VALUES ('note', ?)", localMark);
  run(
    raw,
    "INSERT INTO draft (user, form, record, part, title, data, at) VALUES (?, 'forum', '', '', ?, '{}', '')",
    home.user,
    localMark,
  );
  run(raw, 'INSERT INTO clock (k, ms, counter, quality) VALUES (1, 0, 0, 1)');
  run(raw, 'INSERT INTO roster (version, hash, line) VALUES (?, ?, ?)', roster.version, roster.hash, roster.line);
  run(
    raw,
    'INSERT INTO user_login (user, login, login_fold, slot, first_name, first_roles) VALUES (?, ?, ?, ?, ?, ?)',
    home.user,
    'everyone',
    'everyone',
    'slot',
    `everyone at ${home.name}`,
    JSON.stringify(ROLES),
  );
}

let empty: Buffer | null = null;

/** All migrations, once per process. */
export function emptyImage(): Buffer {
  if (empty) return empty;
  const opened = openDatabase(':memory:', new Uint8Array(32), { create: true });
  if (!opened.ok || !migrate(opened.value, migrations, { backup: null }).ok) throw new Error('no database');
  empty = opened.value.serialize();
  opened.value.close();
  return empty;
}

const resourcesFolder = join(import.meta.dirname, '../../../../resources');
const resources = new Map<string, unknown>();

function readResource(name: string): unknown {
  if (!resources.has(name)) resources.set(name, JSON.parse(readFileSync(join(resourcesFolder, name), 'utf8')));
  return resources.get(name);
}
