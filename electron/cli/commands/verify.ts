import type { OutputOf } from '#shared/contract/contract.ts';
import { command } from '#electron/cli/command.ts';
import { noArguments } from '#electron/cli/options.ts';
import { withSession } from '#electron/cli/session.ts';

/** Whether this home is what its signatures and hashes say. */
export const verifyCommand = command<OutputOf<'exchange.verify'>>({
  name: 'verify',
  synopsis: 'verify',
  summary: (words) => words.t('cli:command.verify'),
  options: [],
  run: (context) => {
    noArguments(context.rest);
    return withSession(context, ({ call }) => call('exchange.verify', {}));
  },
  tell: ({ checks }, { words }) =>
    checks.map((check) =>
      words.t(check.ok ? 'cli:verify.good' : 'cli:verify.bad', { name: check.name, detail: check.detail }),
    ),
  refuses: (value) => !value.ok,
});
