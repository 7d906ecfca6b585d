/** @file One run of the command line, from arguments to exit code. */
import { randomBytes } from 'node:crypto';
import type { i18n } from 'i18next';
import { createApp } from '#core/app.ts';
import { localSettings } from '#core/local-settings.ts';
import { type CoreSettings, createNodePorts } from '#core/ports.ts';
import { ALL_RESOURCES } from '#shared/locales/all-resources.ts';
import { errorSentence } from '#shared/locales/error-sentence.ts';
import { createI18n } from '#shared/locales/i18n.ts';
import { isLanguage, type Language, LANGUAGES } from '#shared/text/languages.ts';
import type { CliContext, CliError, Command, Outcome } from './command.ts';
import { findCommand } from './commands.ts';
import { helpText } from './help.ts';
import { type Arguments, GLOBAL_OPTIONS, type OptionName, oneOf, readArguments } from './options.ts';
import { Interrupted, type Terminal } from './terminal.ts';
import { UsageError, usage, usageSentence } from './usage-error.ts';

export type CliHost = {
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly projectFolder: string;
  /** Tests only: a cheaper derivation. */
  readonly testSettings?: Pick<CoreSettings, 'argonCost' | 'reserveBytes'>;
};

export const exitCodes = { done: 0, refused: 1, usage: 2, fault: 3 } as const;

/** Runs one command and answers with the exit code; throws nothing. */
export async function runCli(argv: readonly string[], host: CliHost): Promise<number> {
  const printer = printerFor(argv, host.terminal);
  try {
    const given = readArguments(argv);
    const language = oneOf(given.values, 'lang', LANGUAGES) ?? 'ar-IQ';
    if (given.values.help === true) return help(given, printer);
    const { command, rest } = commandIn(given);
    return await runCommand(command, contextFor(host, given, rest, language, printer.words), printer);
  } catch (error) {
    return printer.fail(error);
  }
}

async function runCommand(command: Command, { context, done }: Running, printer: Printer): Promise<number> {
  try {
    const outcome = await command.run(context);
    const code = printer.outcome(outcome);
    if (outcome.ok) await outcome.until;
    return code;
  } finally {
    done();
  }
}

function commandIn({ words, values }: Arguments): { readonly command: Command; readonly rest: readonly string[] } {
  if (words.length === 0) throw usage('no-command');
  const found = findCommand(words);
  if (!found) throw usage('unknown-command', { command: words.slice(0, 2).join(' ').slice(0, 100) });
  const allowed = new Set<OptionName>([...GLOBAL_OPTIONS, ...found.command.options]);
  for (const name of Object.keys(values) as OptionName[]) {
    if (!allowed.has(name)) throw usage('foreign-option', { option: `--${name}`, command: found.command.name });
  }
  return found;
}

function help({ words }: Arguments, printer: Printer): number {
  printer.help(findCommand(words)?.command ?? null);
  return exitCodes.done;
}

type Running = { readonly context: CliContext; readonly done: () => void };

function contextFor(
  { terminal, env, projectFolder, testSettings }: CliHost,
  { values }: Arguments,
  rest: readonly string[],
  language: Language,
  words: i18n,
): Running {
  const settings = { ...localSettings(projectFolder, env, values.home ?? env.JISR_HOME), ...testSettings };
  const interruption = new AbortController();
  // The first Ctrl+C lets the step that runs come to its end; a second one ends the process, which the store survives.
  const stop = (): void => interruption.abort();
  process.once('SIGINT', stop);
  return {
    context: {
      values,
      rest,
      env,
      terminal,
      words,
      language,
      settings,
      projectFolder,
      createApp: () => createApp(createNodePorts(settings)),
      interrupted: interruption.signal,
    },
    done: () => process.off('SIGINT', stop),
  };
}

type Printer = ReturnType<typeof printerFor>;

/** Language and form are looked up before the arguments are understood: a wrong argument is answered in them too. */
function printerFor(argv: readonly string[], terminal: Terminal) {
  const json = argv.includes('--json');
  const words = createI18n(languageIn(argv), ALL_RESOURCES[languageIn(argv)], { digits: 'latin' });
  const refuse = (error: CliError, sentence: string): void => {
    if (json) terminal.out(JSON.stringify({ ok: false, error }));
    terminal.note(sentence);
    for (const line of fieldLines(words, error)) terminal.note(line);
  };
  return {
    words,
    help: (command: Command | null): void => terminal.out(helpText(words, command)),
    outcome: (outcome: Outcome): number => {
      if (!outcome.ok) {
        refuse(outcome.error, `${sentenceOf(words, outcome.error)} (${outcome.error.code})`);
        return outcome.error.code === 'internal' ? exitCodes.fault : exitCodes.refused;
      }
      if (json) terminal.out(JSON.stringify({ ok: true, value: outcome.value }));
      else for (const line of outcome.lines) terminal.out(line);
      return outcome.holdsRefusal ? exitCodes.refused : exitCodes.done;
    },
    fail: (error: unknown): number => {
      if (error instanceof Interrupted) {
        refuse(interruptedError, words.t('cli:fault.interrupted'));
        return exitCodes.refused;
      }
      if (error instanceof UsageError) {
        const sentence = usageSentence(words, error);
        refuse({ code: `cli/${error.reason}`, params: error.params }, sentence);
        const isLost = error.reason === 'no-command' || error.reason === 'unknown-command';
        terminal.note(isLost ? `\n${helpText(words, null)}` : words.t('cli:fault.seeHelp'));
        return exitCodes.usage;
      }
      const reference = randomBytes(4).toString('hex');
      refuse({ code: 'internal', params: { reference } }, words.t('errors:internal', { reference }));
      terminal.note(error instanceof Error ? stackOf(error) : '');
      return exitCodes.fault;
    },
  };
}

export const interruptedError: CliError = { code: 'cli/interrupted', params: {} };

function languageIn(argv: readonly string[]): Language {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[at]?.includes('=') ? argv[at]?.slice('--lang='.length) : argv[at + 1];
  return at >= 0 && isLanguage(value) ? value : 'ar-IQ';
}

const sentenceOf = (words: i18n, error: CliError): string =>
  error.code === interruptedError.code ? words.t('cli:fault.interrupted') : errorSentence(words, error);

/** The fields of a call that were wrong, each with its sentence. */
function fieldLines(words: i18n, { code, params }: CliError): string[] {
  if (code !== 'call/bad-input') return [];
  const fields = (params.fields ?? []) as readonly { path: string; code: string }[];
  return fields.map((field) => `  ${field.path}: ${errorSentence(words, { code: field.code, params: {} })}`);
}

/** Where it happened, without the message, which may quote what was in a record. */
const stackOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .join('\n');
