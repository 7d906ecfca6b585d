import { resolve } from 'node:path';
import type { OutputOf } from '#shared/contract/contract.ts';
import { ok } from '#shared/lib/result.ts';
import { command } from '#electron/cli/command.ts';
import { oneArgument } from '#electron/cli/options.ts';
import { withSession } from '#electron/cli/session.ts';

type Inspection = OutputOf<'exchange.inspect'>;

/** What can be known of a file without taking it in. */
export const inspectCommand = command<Inspection>({
  name: 'inspect',
  synopsis: 'inspect FILE',
  summary: (words) => words.t('cli:command.inspect'),
  options: [],
  run: (context) => {
    const file = oneArgument(context.rest, 'FILE');
    return withSession(context, async ({ app, call }) => {
      const found = await call('exchange.inspect', { file: app.grantPath(resolve(file), 'file') });
      return found.ok ? ok({ ...found.value, file }) : found;
    });
  },
  tell: (value, { words }) => {
    const { file, bytes, changes, withheld, verdict, code } = value;
    return [
      words.t('cli:inspect.size', { file, bytes }),
      verdict === 'readable'
        ? words.t('cli:inspect.readable')
        : words.t(verdict === 'cut' ? 'cli:inspect.cut' : 'cli:inspect.refused', { code: code ?? '' }),
      words.t('cli:inspect.changes', { changes, withheld }),
      ...(value.header === null ? [] : [JSON.stringify(value.header, null, 2)]),
      ...value.sections.map(({ type, rawBytes, changes: held }) =>
        words.t('cli:inspect.section', { type, bytes: rawBytes, changes: held }),
      ),
    ];
  },
});
