import type { OutputOf } from '#shared/contract/contract.ts';
import { command } from '#electron/cli/command.ts';
import { noArguments, oneOf } from '#electron/cli/options.ts';
import { withSession } from '#electron/cli/session.ts';

/** One hash over the records, to compare two homes by. */
export const digestCommand = command<OutputOf<'exchange.digest'>>({
  name: 'digest',
  synopsis: 'digest [--owner NODE] [--class open|all]',
  summary: (words) => words.t('cli:command.digest'),
  options: ['owner', 'class'],
  run: (context) => {
    noArguments(context.rest);
    const scope = oneOf(context.values, 'class', ['open', 'all']) ?? 'open';
    const owner = context.values.owner ?? null;
    return withSession(context, ({ call }) => call('exchange.digest', { owner, class: scope }));
  },
  tell: ({ digest, records }, { words }) => [digest, words.t('common:count.records', { count: records })],
});
