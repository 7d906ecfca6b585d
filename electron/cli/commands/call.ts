import { ok } from '#shared/lib/result.ts';
import { completeInput, needsSession } from '#electron/cli/complete-input.ts';
import { command } from '#electron/cli/command.ts';
import { oneArgument } from '#electron/cli/options.ts';
import { readInput } from '#electron/cli/read-input.ts';
import { patiently, unlock, withApp } from '#electron/cli/session.ts';

/** One method through dispatch, whatever it answers. */
export const callCommand = command<unknown>({
  name: 'call',
  synopsis: 'call METHOD [--input JSON|@FILE|-]',
  summary: (words) => words.t('cli:command.call'),
  options: ['input'],
  run: async (context) => {
    const method = oneArgument(context.rest, 'METHOD');
    const input = await readInput(context.values.input, context.terminal.stdin);
    return withApp(context, async (session) => {
      if (needsSession(method)) {
        const unlocked = await unlock(context, session);
        if (!unlocked.ok) return unlocked;
      }
      const full = await completeInput(context, session, method, input);
      return patiently(context, async () => {
        const answer = await session.app.dispatch({ method, input: full });
        return answer.ok ? ok(answer.value) : answer;
      });
    });
  },
  tell: (value) => [JSON.stringify(value, null, 2)],
});
