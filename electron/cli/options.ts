/** @file Reading the arguments. Every option is declared once, so that it means the same after every command. */
import { parseArgs } from 'node:util';
import { usage } from './usage-error.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

const OPTIONS = {
  home: text,
  user: text,
  lang: text,
  json: flag,
  help: { type: 'boolean', short: 'h' },
  kind: text,
  name: text,
  place: text,
  services: text,
  out: text,
  under: text,
  node: text,
  input: text,
  continue: flag,
  to: text,
  peer: text,
  budget: text,
  owner: text,
  class: text,
  port: text,
  open: flag,
  dir: text,
  offices: text,
  months: text,
  seed: text,
} as const;

export type OptionName = keyof typeof OPTIONS;

export type OptionValues = {
  readonly [N in OptionName]?: (typeof OPTIONS)[N]['type'] extends 'string' ? string : boolean;
};

/** Options that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionName[] = ['home', 'user', 'lang', 'json', 'help'];

export type Arguments = { readonly values: OptionValues; readonly words: readonly string[] };

/** Throws a usage error for what it does not know. */
export function readArguments(argv: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
    return { values, words: positionals };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code?.startsWith('ERR_PARSE_ARGS') !== true) throw error;
    throw usage('arguments', { detail: firstSentence(error) });
  }
}

/** The value of an option that the command cannot do without. */
export function required(values: OptionValues, name: OptionName): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw usage('missing-option', { option: `--${name}` });
  return value;
}

/** One of the words, or undefined when the option is left out. */
export function oneOf<const T extends string>(
  values: OptionValues,
  name: OptionName,
  allowed: readonly T[],
): T | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw usage('bad-value', { option: `--${name}`, allowed: allowed.join(' | ') });
  return found;
}

/** A whole number from `least` to `most`, or undefined when the option is left out. */
export function wholeNumber(
  values: OptionValues,
  name: OptionName,
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most)) throw usage('bad-value', { option: `--${name}`, allowed: `${least} …` });
  return number;
}

/** The one argument after the command's name. */
export function oneArgument(rest: readonly string[], what: string): string {
  const [first, second] = rest;
  if (first === undefined) throw usage('missing-argument', { what });
  if (second !== undefined) throw usage('extra-argument', { argument: second });
  return first;
}

export function noArguments(rest: readonly string[]): void {
  if (rest[0] !== undefined) throw usage('extra-argument', { argument: rest[0] });
}

const firstSentence = (error: unknown): string => String((error as Error).message).split('. ')[0] ?? '';
