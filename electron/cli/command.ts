/** @file What a command of the command line is, and what it gets. One file a command in `commands/`. */
import type { i18n } from 'i18next';
import type { App } from '#core/app-types.ts';
import type { CoreSettings } from '#core/ports.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Language } from '#shared/text/languages.ts';
import type { OptionName, OptionValues } from './options.ts';
import type { Terminal } from './terminal.ts';

/** A refusal as it is printed: of the contract, or `cli/...` for what only the command line refuses. */
export type CliError = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };

export type CliContext = {
  readonly values: OptionValues;
  /** Arguments after the command's name. */
  readonly rest: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  readonly words: i18n;
  readonly language: Language;
  readonly settings: CoreSettings;
  /** The checkout. */
  readonly projectFolder: string;
  readonly createApp: () => Promise<App>;
  /** Aborted by Ctrl+C: long work stops between two steps. */
  readonly interrupted: AbortSignal;
};

export type Command = {
  /** One or two words. */
  readonly name: string;
  /** As in the usage: `init --kind KIND ...`. */
  readonly synopsis: string;
  readonly summary: (words: i18n) => string;
  readonly options: readonly OptionName[];
  readonly run: (context: CliContext) => Promise<Outcome>;
};

export type Outcome =
  | {
      readonly ok: true;
      readonly value: unknown;
      readonly lines: readonly string[];
      /** A list in `value` holds a refusal: exit 1. */
      readonly holdsRefusal: boolean;
      /** Goes on running: the host of `serve`. */
      readonly until?: Promise<void>;
    }
  | { readonly ok: false; readonly error: CliError };

/** Describes a command whose value has type `V`; `tell` words it for people, `refuses` finds refusals in lists. */
export function command<V>(parts: {
  readonly name: string;
  readonly synopsis: string;
  readonly summary: (words: i18n) => string;
  readonly options: readonly OptionName[];
  readonly run: (context: CliContext) => Promise<Result<V, CliError>>;
  readonly tell: (value: V, context: CliContext) => readonly string[];
  readonly refuses?: (value: V) => boolean;
}): Command {
  const { name, synopsis, summary, options, run, tell, refuses = () => false } = parts;
  return {
    name,
    synopsis,
    summary,
    options,
    run: async (context) => {
      const result = await run(context);
      if (!result.ok) return result;
      const { value } = result;
      return { ok: true, value, lines: tell(value, context), holdsRefusal: refuses(value) };
    },
  };
}
