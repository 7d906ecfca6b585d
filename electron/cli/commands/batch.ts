import { performance } from 'node:perf_hooks';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { z } from '#shared/contract/zod.ts';
import { type CliContext, type CliError, command } from '#electron/cli/command.ts';
import { completeInput } from '#electron/cli/complete-input.ts';
import { oneArgument } from '#electron/cli/options.ts';
import { type NumberedLine, readLines } from '#electron/cli/read-input.ts';
import { type Session, withSession } from '#electron/cli/session.ts';

type Done = {
  readonly done: number;
  readonly refused: readonly { readonly line: number; readonly error: CliError }[];
  readonly ms: number;
};

const Line = z.strictObject({ method: z.string(), input: z.unknown().default({}) });

/** Many calls in one session, one JSON object a line. Stops at the first refusal; what was done stays done. */
export const batchCommand = command<Done>({
  name: 'batch',
  synopsis: 'batch FILE|- [--continue]',
  summary: (words) => words.t('cli:command.batch'),
  options: ['continue'],
  run: (context) => {
    const file = oneArgument(context.rest, 'FILE');
    return withSession(context, async (session) => ok(await runLines(context, session, file)));
  },
  tell: ({ done, refused }, { words }) => [
    words.t('cli:batch.done', { count: done }),
    ...refused.map(({ line, error }) => words.t('cli:batch.refused', { line, code: error.code })),
  ],
  refuses: ({ refused }) => refused.length > 0,
});

async function runLines(context: CliContext, session: Session, file: string): Promise<Done> {
  const started = performance.now();
  const refused: { line: number; error: CliError }[] = [];
  let done = 0;
  for await (const numbered of readLines(file, context.terminal.stdin)) {
    const result = context.interrupted.aborted
      ? err<CliError>({ code: 'cli/interrupted', params: {} })
      : await runLine(context, session, numbered);
    if (result.ok) done += 1;
    else refused.push({ line: numbered.line, error: result.error });
    if (context.interrupted.aborted || (!result.ok && context.values.continue !== true)) break;
  }
  return { done, refused, ms: Math.round(performance.now() - started) };
}

async function runLine(
  context: CliContext,
  session: Session,
  { text }: NumberedLine,
): Promise<Result<unknown, CliError>> {
  const parsed = Line.safeParse(parseJson(text));
  if (!parsed.success) {
    return err({ code: 'call/bad-input', params: { fields: [{ path: '', code: 'field/bad-value' }] } });
  }
  const { method } = parsed.data;
  const input = await completeInput(context, session, method, parsed.data.input);
  const answer = await session.app.dispatch({ method, input });
  return answer.ok ? ok(answer.value) : answer;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
