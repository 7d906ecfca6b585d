/** @file What the command line fills in, so that a script need not: command ids, heads, the secrets of sign-in. */
import { resolve } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { contract, isMethodName } from '#shared/contract/contract.ts';
import type { AnyMethod } from '#shared/contract/method.ts';
import { z } from '#shared/contract/zod.ts';
import type { CliContext } from './command.ts';
import type { Session } from './session.ts';

/** An unknown method needs none: its refusal tells nothing of a home. */
export const needsSession = (method: string): boolean =>
  isMethodName(method) && contract[method].permission !== 'public';

/** Input that is no object is left as it is: dispatch refuses it. */
export async function completeInput(
  context: Pick<CliContext, 'env' | 'values'>,
  { app, call }: Session,
  name: string,
  input: unknown,
): Promise<unknown> {
  if (!isMethodName(name) || typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const method: AnyMethod = contract[name];
  if (method.kind === 'query') return input;
  const full: Record<string, unknown> = {
    commandId: uuidv7(),
    ...secretsFor(name, context),
    ...withTokens(app, input),
  };
  const recordId = method.changes === undefined ? undefined : full[method.changes];
  if (typeof recordId !== 'string' || full.heads !== undefined) return full;
  const current = await call('records.heads', { recordId });
  // A record that is not there has none; the method itself says so in its own words.
  return { ...full, heads: current.ok ? current.value.heads : {} };
}

/** `{"file": {"path": "photo.jpg"}}`: a file that the caller names becomes a token, which lives as long as this run. */
function withTokens(app: Session['app'], input: object): object {
  const fields = Object.entries(input).map(([field, value]) => {
    const path = Named.safeParse(value);
    return [field, path.success ? app.grantPath(resolve(path.data.path), 'file') : value] as const;
  });
  return Object.fromEntries(fields);
}

const Named = z.strictObject({ path: z.string().min(1) });

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
