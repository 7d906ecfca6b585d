/** @file The command line without a process around it, for tests: cheap key derivation, printed text kept. */
import { Readable } from 'node:stream';
import path from 'node:path';
import { runCli } from '#electron/cli/run-cli.ts';

export type Printed = {
  readonly exit: number;
  readonly out: string;
  readonly notes: string;
  /** The one JSON document of `--json`; throws when standard output holds anything else. */
  readonly json: () => CliAnswer;
};

export type CliAnswer = {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly params: unknown };
};

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Answers to questions, in order; a terminal is there when they are given. */
  readonly answers?: readonly string[];
};

export async function runInProcess(argv: readonly string[], options: RunOptions = {}): Promise<Printed> {
  const out: string[] = [];
  const notes: string[] = [];
  const answers = [...(options.answers ?? [])];
  const answer = async (question: string): Promise<string> => {
    notes.push(question);
    const next = answers.shift();
    if (next === undefined) throw new Error(`not expected: ${question}`);
    return next;
  };
  const exit = await runCli(argv, {
    terminal: {
      interactive: options.answers !== undefined,
      out: (text) => out.push(text),
      note: (text) => notes.push(text),
      ask: answer,
      askSecret: answer,
      progress: () => undefined,
      stdin: Readable.from([Buffer.from(options.stdin ?? '')]),
    },
    env: options.env ?? {},
    projectFolder: path.resolve(import.meta.dirname, '../../..'),
    testSettings: { argonCost: { memoryKiB: 64, passes: 1 }, reserveBytes: 4096 },
  });
  const text = out.join('\n');
  return { exit, out: text, notes: notes.join('\n'), json: () => JSON.parse(text) as CliAnswer };
}
