/** @file One run is one session: open the application, unlock, work, close, whatever happens between. */
import { setTimeout } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { App } from '#core/app-types.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '#shared/contract/contract.ts';
import { errorSentence } from '#shared/locales/error-sentence.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CliContext, CliError } from './command.ts';
import { usage } from './usage-error.ts';

export type Session = {
  readonly app: App;
  /** A method through dispatch; `commandId` is filled in. */
  readonly call: <M extends MethodName>(
    method: M,
    input: Omit<InputOf<M>, 'commandId'>,
  ) => Promise<Result<OutputOf<M>, CliError>>;
};

/** Runs `work` as the person named by `--user`. Refused with `home/empty` where there is no home. */
export function withSession<T>(
  context: CliContext,
  work: (session: Session) => Promise<Result<T, CliError>>,
): Promise<Result<T, CliError>> {
  return withApp(context, async (session) => {
    const unlocked = await unlock(context, session);
    return unlocked.ok ? work(session) : unlocked;
  });
}

/** The same, without signing in. */
export async function withApp<T>(context: CliContext, work: (session: Session) => Promise<T>): Promise<T> {
  const app = await context.createApp();
  const stop = app.onEvent((event) => {
    if (event.type === 'progress') context.terminal.progress(Number(event.done), Number(event.total));
  });
  try {
    return await work(sessionOf(app));
  } finally {
    stop();
    context.terminal.progress(0, 0);
    await app.close();
  }
}

export function sessionOf(app: App): Session {
  return {
    app,
    call: async (method, input) => {
      const full = contract[method].kind === 'command' ? { commandId: uuidv7(), ...input } : input;
      const answer = await app.dispatch({ method, input: full });
      return answer.ok ? ok(answer.value as never) : err(answer.error);
    },
  };
}

/** Signs in, asking for what is not given where a person can be asked. */
export async function unlock(context: CliContext, { call }: Session): Promise<Result<null, CliError>> {
  const state = await call('session.state', {});
  if (!state.ok) return state;
  if (state.value.state === 'empty') return err({ code: 'home/empty', params: {} });
  const user = await userName(context);
  const passphrase = await readPassphrase(context);
  const unlocked = await patiently(context, () => call('session.unlock', { user, passphrase }));
  return unlocked.ok ? ok(null) : unlocked;
}

/**
 * Sits out the wait after a wrong passphrase and tries again. The wait starts anew with every program, so one that
 * gave up at once would never get in. An attempt that is told to wait is not counted.
 */
export async function patiently<T>(
  { terminal, words, interrupted }: CliContext,
  attempt: () => Promise<Result<T, CliError>>,
): Promise<Result<T, CliError>> {
  for (;;) {
    const result = await attempt();
    if (result.ok || result.error.code !== 'session/wait') return result;
    terminal.note(errorSentence(words, result.error));
    try {
      await setTimeout(Number(result.error.params.seconds) * 1000, undefined, { signal: interrupted });
    } catch {
      return err({ code: 'cli/interrupted', params: {} });
    }
  }
}

/** From `--user`, `JISR_USER` or a question. */
export async function userName(context: CliContext): Promise<string> {
  const given = context.values.user ?? context.env.JISR_USER;
  if (given) return given;
  if (!context.terminal.interactive) throw usage('missing-option', { option: '--user' });
  return context.terminal.ask(`${context.words.t('cli:ask.user')} `);
}

/** From `JISR_PASSPHRASE` or a question; never an argument, which other programs of the PC could read. */
export async function readPassphrase(context: CliContext, question?: string): Promise<string> {
  const given = context.env.JISR_PASSPHRASE;
  if (given !== undefined && given !== '') return given;
  if (!context.terminal.interactive) throw usage('no-passphrase');
  return context.terminal.askSecret(`${question ?? context.words.t('cli:ask.passphrase')} `);
}
