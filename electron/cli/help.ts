import type { i18n } from 'i18next';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';

/** Usage of one command, or of all. Names and flags are the same in every language. */
export function helpText(words: i18n, only: Command | null): string {
  const commands = only ? [only] : COMMANDS;
  return [
    words.t('cli:help.title'),
    '',
    '  npm run --silent jisr -- <command> [options]',
    '',
    words.t('cli:help.commands'),
    ...commands.flatMap((command) => [`  ${command.synopsis}`, `      ${command.summary(words)}`]),
    '',
    words.t('cli:help.options'),
    ...[
      ['--home DIR', words.t('cli:help.home')],
      ['--user NAME', words.t('cli:help.user')],
      ['--lang ar-IQ|ckb-IQ|en', words.t('cli:help.lang')],
      ['--json', words.t('cli:help.json')],
    ].flatMap(([flag, says]) => [`  ${flag}`, `      ${says}`]),
    '',
    words.t('cli:help.exit'),
  ].join('\n');
}
