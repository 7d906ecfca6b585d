import { resolve } from 'node:path';
import type { OutputOf } from '#shared/contract/contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import { command } from '#electron/cli/command.ts';
import { noArguments, oneArgument, required } from '#electron/cli/options.ts';
import { readPassphrase, userName, withApp, withSession } from '#electron/cli/session.ts';

type Written = Omit<OutputOf<'backup.write'>, 'download'>;

/** An encrypted copy of everything, read back before anyone is told that it is there. */
export const backupCommand = command<Written>({
  name: 'backup',
  synopsis: 'backup --to FILE',
  summary: (words) => words.t('cli:command.backup'),
  options: ['to'],
  run: (context) => {
    const { values, rest } = context;
    noArguments(rest);
    const path = resolve(required(values, 'to'));
    return withSession(context, async ({ app, call }) => {
      const written = await call('backup.write', { to: app.grantPath(path, 'file') });
      if (!written.ok) return written;
      const { file, bytes, head } = written.value;
      return ok({ file, bytes, head });
    });
  },
  tell: ({ file, bytes }, { words }) => [words.t('cli:word.file', { file }), words.t('cli:backup.done', { bytes })],
});

/** Into an empty home: with the recovery code if there is one, else as an administrator of the backup. */
export const restoreCommand = command<OutputOf<'backup.restore'>>({
  name: 'restore',
  synopsis: 'restore FILE',
  summary: (words) => words.t('cli:command.restore'),
  options: [],
  run: (context) => {
    const path = resolve(oneArgument(context.rest, 'FILE'));
    return withApp(context, async ({ app, call }) => {
      const state = await call('session.state', {});
      if (!state.ok) return state;
      if (state.value.state !== 'empty') return err({ code: 'home/exists', params: {} });
      const recoveryCode = context.env.JISR_RECOVERY || null;
      return call('backup.restore', {
        file: app.grantPath(path, 'file'),
        recoveryCode,
        user: await userName(context),
        passphrase: await readPassphrase(context),
      });
    });
  },
  tell: ({ node }, { words, settings }) => [
    words.t('cli:restore.done', { folder: resolve(settings.homeFolder) }),
    words.t('cli:word.node', { node }),
    words.t('cli:restore.next'),
  ],
});
