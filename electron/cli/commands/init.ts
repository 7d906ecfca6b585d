import { resolve } from 'node:path';
import type { OutputOf } from '#shared/contract/contract.ts';
import { COMPARTMENTS, type Compartment } from '#shared/domain/permissions.ts';
import { err } from '#shared/lib/result.ts';
import { type CliContext, command } from '#electron/cli/command.ts';
import { noArguments, oneOf, required } from '#electron/cli/options.ts';
import { readPassphrase, userName, withApp } from '#electron/cli/session.ts';
import { usage } from '#electron/cli/usage-error.ts';

const kinds = ['directorate', 'department', 'office'] as const;

/** Makes a home with its first user. The recovery code is shown here and never again. */
export const initCommand = command<OutputOf<'home.init'>>({
  name: 'init',
  synopsis: `init --kind ${kinds.join('|')} --name N [--place CODE] [--services policing,hlp]`,
  summary: (words) => words.t('cli:command.init'),
  options: ['kind', 'name', 'place', 'services'],
  run: (context) => {
    const { values, rest, language } = context;
    noArguments(rest);
    const kind = oneOf(values, 'kind', kinds) ?? required(values, 'kind');
    const name = required(values, 'name');
    const services = servicesIn(values.services);
    return withApp(context, async ({ call }) => {
      const state = await call('session.state', {});
      if (!state.ok) return state;
      if (state.value.state !== 'empty') return err({ code: 'home/exists', params: {} });
      return call('home.init', {
        kind: kind as (typeof kinds)[number],
        name,
        ...(values.place === undefined ? {} : { place: values.place }),
        ...(services === undefined ? {} : { services }),
        user: await userName(context),
        passphrase: await newPassphrase(context),
        language,
      });
    });
  },
  tell: (value, { words, settings }) => [
    words.t('cli:init.done', { folder: resolve(settings.homeFolder) }),
    words.t('cli:word.node', { node: value.node }),
    words.t('cli:word.device', { device: value.device }),
    '',
    words.t('cli:init.recovery'),
    `  ${value.recoveryCode}`,
    words.t(value.kind === 'directorate' ? 'cli:init.nextDirectorate' : 'cli:init.nextOffice'),
  ],
});

function servicesIn(list: string | undefined): Compartment[] | undefined {
  if (list === undefined) return undefined;
  return list.split(',').map((service) => {
    const found = COMPARTMENTS.find((one) => one === service.trim());
    if (!found) throw usage('bad-value', { option: '--services', allowed: COMPARTMENTS.join(',') });
    return found;
  });
}

/** Typed twice: a slip of the finger would lock its owner out. */
async function newPassphrase(context: CliContext): Promise<string> {
  if (context.env.JISR_PASSPHRASE || !context.terminal.interactive) return readPassphrase(context);
  for (;;) {
    const first = await readPassphrase(context, context.words.t('cli:ask.newPassphrase'));
    const second = await readPassphrase(context, context.words.t('cli:ask.passphraseAgain'));
    if (first === second) return first;
    context.terminal.note(context.words.t('cli:ask.passphrasesDiffer'));
  }
}
