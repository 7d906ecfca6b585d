/** @file What a handler gets: the services of the program, and the open home of the person who called. */
import type { Kysely, Transaction } from 'kysely';
import type { Contract, MethodName, OutputOf, ParsedInputOf, CodeOf } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors/codes.ts';
import { err, type Result } from '#shared/lib/result.ts';
import type { Touched } from './changes/apply-types.ts';
import { type RecordWrite, type WriteFault, writeRecord } from './changes/write.ts';
import type { Tables } from './db/tables.ts';
import type { FileGrants } from './files/file-grants.ts';
import type { HomeKeeper } from './home/home-keeper.ts';
import type { OpenHome, Session } from './home/open-home.ts';
import type { Ports } from './ports.ts';
import type { RunningTasks } from './running-tasks.ts';
import type { AppEvent } from './app-types.ts';

/** Lives as long as the program. */
export type Services = {
  readonly ports: Ports;
  readonly files: FileGrants;
  readonly home: HomeKeeper;
  readonly emit: (event: AppEvent) => void;
  readonly tasks: RunningTasks;
};

export type HostContext = { readonly services: Services };

export type HomeContext = HostContext & {
  readonly home: OpenHome;
  readonly session: Session;
  /** Reads what this person may see; inside a command it belongs to the command's transaction. */
  readonly db: Kysely<Tables>;
  /** The command's transaction, for what stays on this PC. Null in queries and in commands with transactions of their own. */
  readonly trx: Transaction<Tables> | null;
  /** Writes a person's act on one record, within the command's transaction. */
  readonly write: (write: RecordWrite) => Result<null, WriteFault>;
  /** Tells screens to read these method families anew, once committed. */
  readonly refresh: (areas: Iterable<string>) => void;
};

type ContextOf<M extends MethodName> = Contract[M]['permission'] extends 'public' ? HostContext : HomeContext;

export type Handler<M extends MethodName> = (
  context: ContextOf<M>,
  input: ParsedInputOf<M>,
) => Promise<Result<OutputOf<M>, AppError<CodeOf<M>>>>;

/** Answered by the host in its windows; the core knows them only to say no. */
export type HostAnswered = Extract<MethodName, `host.${string}`>;

export type Handlers = { readonly [M in Exclude<MethodName, HostAnswered>]: Handler<M> };

/** Handlers of the features with these prefixes: a missing one does not compile. */
export type HandlersOf<Prefix extends string> = Pick<Handlers, Extract<keyof Handlers, `${Prefix}.${string}`>>;

/** The part of the context that writes records, for one transaction. What screens must read anew gathers in `areas`. */
export function createWriter(
  home: OpenHome,
  now: () => number,
  areas: Set<string> = new Set(),
): { readonly write: HomeContext['write']; readonly refresh: HomeContext['refresh'] } {
  const refresh = (more: Iterable<string>): void => {
    for (const area of more) areas.add(area);
  };
  const author = {
    user: home.session.access.user,
    roles: home.session.access.roles,
    signer: home.signer,
    now,
  };
  const write = (record: RecordWrite): Result<null, WriteFault> => {
    const written: Result<Touched, WriteFault> = writeRecord(home.store.raw, home.changes, author, record);
    if (!written.ok) return err(written.error);
    refresh(written.value.areas);
    return { ok: true, value: null };
  };
  return { write, refresh };
}
