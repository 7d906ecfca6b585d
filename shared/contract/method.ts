/**
 * @file How one method of the contract is written down. Handlers, clients, the fake client, `jisr methods`
 * and the host conformance suite are all derived from these objects (docs/adr/0002).
 */
import type { Permission } from '#shared/domain/permissions.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { z } from './zod.ts';

/** `public`: may be called without a session. `session`: any signed-in user. */
export type Gate = Permission | 'public' | 'session';

export type Method<I extends z.ZodType, O extends z.ZodType, E extends ErrorCode, P extends Gate = Gate> = {
  readonly kind: 'query' | 'command';
  readonly permission: P;
  readonly input: I;
  readonly output: O;
  readonly errors: readonly E[];
  /**
   * How dispatch runs a command. `record`: inside one transaction with its audit entry and the memory of its
   * `commandId`. `own`: the use-case opens its own transactions, because it works on files or in slices.
   * `host`: no open database is needed (set-up, unlock, dialogs).
   */
  readonly runs: 'record' | 'own' | 'host';
  /** The input field that holds the record whose `heads` the form was loaded with, if the command changes one. */
  readonly changes?: string;
  /** The input field that holds the record a query looks into: each look has its audit entry. */
  readonly opens?: string;
  /** The input field that holds the record a command is about without changing what its form showed: its audit entry names it. */
  readonly about?: string;
};

export type AnyMethod = Method<z.ZodType, z.ZodType, ErrorCode>;

export const query = <I extends z.ZodType, O extends z.ZodType, const E extends ErrorCode, const P extends Gate>(m: {
  permission: P;
  input: I;
  output: O;
  errors: readonly E[];
  runs?: 'record' | 'own' | 'host';
  opens?: keyof z.input<I> & string;
}): Method<I, O, E, P> => ({ kind: 'query', runs: 'record', ...m });

const commandId = {
  commandId: z.uuid().describe('made by the caller; a repeat gets the first answer and writes nothing'),
};

const heads = {
  heads: z
    .record(z.string().max(100), z.array(z.string().regex(/^[A-Za-z0-9_-]{22}$/)).max(64))
    .describe('per group: ids of all values the form was loaded with'),
};

type WithCommandId<S extends z.ZodRawShape> = z.ZodObject<S & typeof commandId, z.core.$strict>;
type WithHeads<S extends z.ZodRawShape> = z.ZodObject<S & typeof commandId & typeof heads, z.core.$strict>;

export const command = <
  S extends z.ZodRawShape,
  O extends z.ZodType,
  const E extends ErrorCode,
  const P extends Gate,
>(m: {
  permission: P;
  input: S;
  output: O;
  errors: readonly E[];
  runs?: 'record' | 'own' | 'host';
  about?: keyof S & string;
}): Method<WithCommandId<S>, O, E, P> => ({
  kind: 'command',
  runs: 'record',
  ...m,
  input: z.strictObject({ ...m.input, ...commandId }) as WithCommandId<S>,
});

/** A command on an existing record: it hands back the heads its form was loaded with, so nothing unseen is overwritten. */
export const recordCommand = <
  S extends z.ZodRawShape,
  O extends z.ZodType,
  const E extends ErrorCode,
  const P extends Gate,
>(m: {
  permission: P;
  changes: keyof S & string;
  input: S;
  output: O;
  errors: readonly E[];
}): Method<WithHeads<S>, O, E, P> => ({
  kind: 'command',
  runs: 'record',
  ...m,
  input: z.strictObject({ ...m.input, ...commandId, ...heads }) as WithHeads<S>,
});
