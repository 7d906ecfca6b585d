/**
 * @file The only way in: one pipeline for every call, whoever makes it. Known name, session, permission, input,
 * transaction, handler, audit entry, commit, events, answer; always in this order.
 */
import { contract, isMethodName, type MethodName } from '#shared/contract/contract.ts';
import type { AnyMethod } from '#shared/contract/method.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { seenBy } from './access/seen.ts';
import type { Answer, Call } from './app-types.ts';
import { auditEntry } from './audit/audit-log.ts';
import { createWriter, type HomeContext, type Services } from './context.ts';
import type { OpenHome } from './home/open-home.ts';
import { DeviceRevoked } from './changes/write.ts';
import { StoreFailure } from './db/store-error.ts';
import { exclusively, inTransaction } from './db/transaction.ts';
import { fieldFaults } from './field-faults.ts';
import { recalled, remember } from './home/command-memory.ts';
import { handlers } from './handlers.ts';

const maxInputCharacters = 1_000_000;

type AnyHandler = (context: object, input: object) => Promise<Result<unknown, AppError>>;

export function createDispatch(services: Services): (call: Call) => Promise<Answer> {
  let running = 0;
  return async (call) => {
    const started = services.ports.monotonic();
    running++;
    services.home.stir();
    const result = await runCall(services, call);
    running--;
    if (running === 0) services.home.settle();
    const code = result.ok ? 'ok' : result.error.code;
    services.ports.log({
      event: 'call',
      method: isMethodName(call.method) ? call.method : 'unknown',
      code,
      ms: Math.round(services.ports.monotonic() - started),
    });
    return result as Answer;
  };
}

async function runCall(services: Services, call: Call): Promise<Result<unknown, AppError>> {
  const before = services.home.open;
  try {
    return await route(services, call);
  } catch (error) {
    // Locked while this call waited for its turn: it came too late.
    if (before !== null && !before.store.raw.open) return err(refusal('session/required', {}));
    if (error instanceof DeviceRevoked) return err(refusal('node/revoked', {}));
    if (error instanceof StoreFailure && isTold(error.code)) return err(refusal(error.code, {}));
    return err(refusal('internal', { reference: noteBug(services, call.method, error) }));
  }
}

const told = ['store/full', 'store/io', 'store/corrupt'] as const;
const isTold = (code: string): code is (typeof told)[number] => (told as readonly string[]).includes(code);

/** Stack frames only: a message may quote what was in a record. */
function noteBug(services: Services, method: string, error: unknown): string {
  const reference = services.ports.newId().slice(-8);
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.includes(' at ')) : [];
  services.ports.log({
    event: 'bug',
    method: isMethodName(method) ? method : 'unknown',
    reference,
    name: error instanceof Error ? error.name : typeof error,
    stack: stack
      .slice(0, 8)
      .map((line) => line.trim().replace(/\(?file:\/\/.*\/(electron|shared|out)\//, '($1/'))
      .join(' | '),
  });
  if (process.env.JISR_SHOW_BUGS === '1')
    process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
  return reference;
}

async function route(services: Services, call: Call): Promise<Result<unknown, AppError>> {
  const { method: name, input } = call;
  if (typeof name !== 'string' || !isMethodName(name)) {
    return err(refusal('call/unknown-method', { method: String(name).slice(0, 100) }));
  }
  const method: AnyMethod = contract[name];
  if (method.permission === 'public') return runOnHost(services, name, method, input);
  const home = services.home.open;
  if (!home) return err(services.home.exists() ? refusal('session/required', {}) : refusal('home/empty', {}));
  if (!mayCall(home, method)) {
    await audit(services, home, name, null, 'session/forbidden');
    return err(refusal('session/forbidden', {}));
  }
  const parsed = parseInput(method, input);
  if (!parsed.ok) return parsed;
  if (isHostAnswered(name)) return err(refusal(name === 'host.makePdf' ? 'host/no-pdf' : 'host/no-dialog', {}));
  return method.runs === 'record'
    ? runOnRecords(services, home, name, method, parsed.value)
    : runOnItsOwn(services, home, name, method, parsed.value);
}

const mayCall = (home: OpenHome, { permission }: AnyMethod): boolean =>
  permission === 'public' || permission === 'session' || home.session.access.permissions.has(permission);

const isHostAnswered = (name: MethodName): boolean => name.startsWith('host.');

async function runOnHost(
  services: Services,
  name: MethodName,
  method: AnyMethod,
  input: unknown,
): Promise<Result<unknown, AppError>> {
  const parsed = parseInput(method, input);
  if (!parsed.ok) return parsed;
  if (name === 'host.pickBackup') {
    return err(services.home.exists() ? refusal('home/exists', {}) : refusal('host/no-dialog', {}));
  }
  if (isHostAnswered(name)) return ok({ dialogs: false, downloads: false });
  return handlerOf(name)({ services }, parsed.value);
}

/**
 * Queries wait their turn too: they must not see a half-written transaction on the one connection. Roles may change
 * while a call waits, so the session is read again when its turn comes.
 */
async function runOnRecords(
  services: Services,
  home: OpenHome,
  name: MethodName,
  method: AnyMethod,
  input: object,
): Promise<Result<unknown, AppError>> {
  const { store } = home;
  const inForce = (): OpenHome => (services.home.open?.store === store ? services.home.open : home);
  if (method.kind === 'query') {
    const result = await exclusively(store, async () => {
      if (!mayCall(inForce(), method)) return err(refusal('session/forbidden', {}));
      return handlerOf(name)(contextFor(services, inForce(), { db: seenBy(store.db), trx: null }), input);
    });
    if (result.ok && opensRecord(name, method, input)) await audit(services, home, name, recordIn(method, input), 'ok');
    return result;
  }
  const id = (input as { commandId: string }).commandId;
  const areas = new Set<string>();
  const result = await inTransaction(
    store,
    async (trx) => {
      if (!mayCall(inForce(), method)) return err(refusal('session/forbidden', {}));
      const { session } = inForce();
      const earlier = recalled(store.raw, id, name, session.access.user);
      if (earlier !== undefined) return ok(earlier);
      const writer = createWriter(inForce(), services.ports.now, areas);
      const context = contextFor(services, inForce(), { db: seenBy(trx), trx, ...writer });
      const answer = await handlerOf(name)(context, input);
      if (!answer.ok) return answer;
      remember(store.raw, { id, name, user: session.access.user, value: answer.value, at: services.ports.now() });
      auditEntry(store.raw, {
        at: services.ports.now(),
        user: session.access.user,
        method: name,
        record: recordIn(method, input) ?? recordMade(answer.value),
        outcome: 'ok',
      });
      return answer;
    },
    () => {
      // Within the turn: a call that waits in line already must not run under roles that were just taken away.
      if (areas.has('users')) services.home.rereadSession();
    },
  );
  if (result.ok && areas.has('users')) await services.home.sortSlots();
  if (result.ok && areas.size > 0) services.emit({ type: 'changed', areas: [...areas] });
  return result;
}

/** Commands with transactions of their own: their answer is remembered and audited once they are through. */
async function runOnItsOwn(
  services: Services,
  home: OpenHome,
  name: MethodName,
  method: AnyMethod,
  input: object,
): Promise<Result<unknown, AppError>> {
  const { store, session } = home;
  const areas = new Set<string>();
  const refresh = (more: Iterable<string>): void => {
    for (const area of more) areas.add(area);
  };
  const write = (): never => {
    throw new Error(`${name} has no transaction to write records in`);
  };
  const context = contextFor(services, home, { db: seenBy(store.db), trx: null, write, refresh });
  const id = method.kind === 'command' ? (input as { commandId: string }).commandId : null;
  const earlier =
    id === null ? undefined : await exclusively(store, async () => recalled(store.raw, id, name, session.access.user));
  if (earlier !== undefined) return ok(earlier);
  const result = await handlerOf(name)(context, input);
  // The session may have been read anew meanwhile; what counts is that the home was not locked.
  if (id !== null && services.home.open?.store === store) {
    await inTransaction(store, async () => {
      if (result.ok)
        remember(store.raw, { id, name, user: session.access.user, value: result.value, at: services.ports.now() });
      const outcome = result.ok ? 'ok' : result.error.code;
      auditEntry(store.raw, {
        at: services.ports.now(),
        user: session.access.user,
        method: name,
        record: null,
        outcome,
      });
      return ok(null);
    });
  }
  if (areas.size > 0) services.emit({ type: 'changed', areas: [...areas] });
  return result;
}

function contextFor(
  services: Services,
  home: OpenHome,
  rest: Pick<HomeContext, 'db' | 'trx'> & Partial<Pick<HomeContext, 'write' | 'refresh'>>,
): HomeContext {
  const nothing = (): never => {
    throw new Error('a query writes nothing');
  };
  return { services, home, session: home.session, write: nothing, refresh: nothing, ...rest };
}

function parseInput(method: AnyMethod, input: unknown): Result<object, AppError> {
  if (JSON.stringify(input ?? null).length > maxInputCharacters) {
    return err(refusal('call/too-large', { maxBytes: maxInputCharacters }));
  }
  const parsed = method.input.safeParse(input ?? {});
  return parsed.success
    ? ok(parsed.data as object)
    : err(refusal('call/bad-input', { fields: fieldFaults(parsed.error) }));
}

/** Looking into one record is noted. */
const opensRecord = (name: MethodName, { opens }: AnyMethod, input: object): boolean =>
  opens !== undefined && (name !== 'attachments.piece' || opensFile(input));

/** A file is read in many pieces and noted once; the small pictures of a list belong to the list. */
const opensFile = (input: object): boolean => {
  const { offset, preview } = input as { readonly offset?: unknown; readonly preview?: unknown };
  return offset === 0 && preview !== true;
};

/** The record that a command has made, for the audit entry. */
function recordMade(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : null;
  return typeof id === 'string' ? id : null;
}

/** The record a call names, for the audit entry. */
function recordIn({ changes, opens, about }: AnyMethod, input: object): string | null {
  const id = (input as Record<string, unknown>)[changes ?? opens ?? about ?? ''];
  return typeof id === 'string' ? id : null;
}

async function audit(
  services: Services,
  home: OpenHome,
  method: MethodName,
  record: string | null,
  outcome: string,
): Promise<void> {
  await inTransaction(home.store, async () => {
    auditEntry(home.store.raw, {
      at: services.ports.now(),
      user: home.session.access.user,
      method,
      record,
      outcome,
    });
    return ok(null);
  });
}

const handlerOf = (name: MethodName): AnyHandler => (handlers as Record<string, unknown>)[name] as AnyHandler;
