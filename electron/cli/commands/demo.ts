import { resolve } from 'node:path';
import type { CliContext } from '#electron/cli/command.ts';
import { command } from '#electron/cli/command.ts';
import { type DemoReport, runDemo } from '#electron/cli/demo/run-demo.ts';
import { noArguments, required, wholeNumber } from '#electron/cli/options.ts';

/** A directorate, offices and a life between them, to look at and to check against. */
export const demoCommand = command<DemoReport>({
  name: 'demo',
  synopsis: 'demo --dir DIR [--offices N] [--months M] [--seed S]',
  summary: (words) => words.t('cli:command.demo'),
  options: ['dir', 'offices', 'months', 'seed'],
  run: (context: CliContext) => {
    noArguments(context.rest);
    return runDemo({
      folder: resolve(required(context.values, 'dir')),
      offices: wholeNumber(context.values, 'offices', 1, 50) ?? 3,
      months: wholeNumber(context.values, 'months', 1, 60) ?? 6,
      seed: wholeNumber(context.values, 'seed', 0) ?? 1,
      settings: context.settings,
      progress: context.terminal.progress,
      interrupted: context.interrupted,
    });
  },
  tell: (value, { words }) => [
    ...value.homes.map(({ kind, dir }) =>
      words.t(kind === 'directorate' ? 'cli:demo.directorate' : 'cli:demo.office', { folder: dir }),
    ),
    words.t('cli:demo.user', { user: value.user, passphrase: value.passphrase }),
    words.t('common:count.records', { count: value.records }),
    words.t('cli:demo.bundles', { count: value.bundles, bytes: value.bytes }),
    words.t('cli:demo.conflicts', { count: value.conflicts }),
    words.t(value.digestsAgree ? 'cli:demo.agree' : 'cli:demo.disagree'),
  ],
});
