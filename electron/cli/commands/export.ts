import { resolve } from 'node:path';
import type { OutputOf } from '#shared/contract/contract.ts';
import { ok } from '#shared/lib/result.ts';
import { command } from '#electron/cli/command.ts';
import { noArguments, required, wholeNumber } from '#electron/cli/options.ts';
import { withSession } from '#electron/cli/session.ts';

type Written = Omit<OutputOf<'exchange.write'>, 'download' | 'textComplete' | 'attachments'>;

/** One bundle, read back before anyone is told that it is there. */
export const exportCommand = command<Written>({
  name: 'export',
  synopsis: 'export --to DIR [--peer NODE] [--budget BYTES]',
  summary: (words) => words.t('cli:command.export'),
  options: ['to', 'peer', 'budget'],
  run: (context) => {
    const { values, rest } = context;
    noArguments(rest);
    const folder = resolve(required(values, 'to'));
    const budgetBytes = wholeNumber(values, 'budget', 1) ?? null;
    return withSession(context, async ({ app, call }) => {
      const to = app.grantPath(folder, 'folder');
      const written = await call('exchange.write', { to, peer: values.peer ?? null, budgetBytes });
      if (!written.ok) return written;
      const { file, bytes, peer, changes, blobParts, from, to: last, bundleNumber } = written.value;
      return ok({ file, bytes, peer, changes, blobParts, from, to: last, bundleNumber });
    });
  },
  tell: ({ file, bytes, peer, changes, bundleNumber }, { words }) => [
    words.t('cli:word.file', { file }),
    words.t('cli:export.done', { number: bundleNumber, node: peer, bytes }),
    words.t('common:count.changes', { count: changes }),
  ],
});
