/** @file What the command line fills in, so that a script need not: command ids, heads, the secrets of sign-in. */
import { v7 as uuidv7 } from 'uuid';
import { contract, isMethodName } from '#shared/contract/contract.ts';
import type { AnyMethod } from '#shared/contract/method.ts';
import type { CliContext } from './command.ts';
import type { Session } from './session.ts';

/** An unknown method needs none: its refusal tells nothing of a home. */
export const needsSession = (method: string): boolean =>
  isMethodName(method) && contract[method].permission !== 'public';

/** Input that is no object is left as it is: dispatch refuses it. */
export async function completeInput(
  context: Pick<CliContext, 'env' | 'values'>,
  { call }: Session,
  name: string,
  input: unknown,
): Promise<unknown> {
  if (!isMethodName(name) || typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const method: AnyMethod = contract[name];
  if (method.kind === 'query') return input;
  const full: Record<string, unknown> = { commandId: uuidv7(), ...secretsFor(name, context), ...input };
  const recordId = method.changes === undefined ? undefined : full[method.changes];
  if (typeof recordId !== 'string' || full.heads !== undefined) return full;
  const current = await call('records.heads', { recordId });
  // A record that is not there has none; the method itself says so in its own words.
  return { ...full, heads: current.ok ? current.value.heads : {} };
}

/** Passphrase and recovery code are never arguments, so a call that needs them takes them from the environment. */
function secretsFor(name: string, { env, values }: Pick<CliContext, 'env' | 'values'>): Record<string, string> {
  const user = values.user ?? env.JISR_USER;
  const given = {
    ...(user ? { user } : {}),
    ...(env.JISR_PASSPHRASE ? { passphrase: env.JISR_PASSPHRASE } : {}),
    ...(env.JISR_RECOVERY ? { code: env.JISR_RECOVERY } : {}),
  };
  const { code, ...signIn } = given;
  if (name === 'session.unlock') return signIn;
  if (name === 'session.recover') return given;
  return name === 'home.confirmRecovery' && code !== undefined ? { code } : {};
}
