/** @file Input of `call` and `batch`: an argument, a file, or standard input. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { usage } from './usage-error.ts';

/** The value of `--input`: JSON, `@FILE`, or `-` for standard input; an empty object when it is left out. */
export async function readInput(given: string | undefined, stdin: NodeJS.ReadableStream): Promise<unknown> {
  if (given === undefined) return {};
  const text = await textOf(given, stdin);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw usage('not-json', { option: '--input' });
  }
}

async function textOf(given: string, stdin: NodeJS.ReadableStream): Promise<string> {
  if (given === '-') return readAll(stdin);
  if (!given.startsWith('@')) return given;
  try {
    return await readFile(given.slice(1), 'utf8');
  } catch {
    throw usage('cannot-read', { file: given.slice(1) });
  }
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

export type NumberedLine = { readonly line: number; readonly text: string };

/** Lines of a file, or of standard input for `-`; empty ones are left out but counted. */
export async function* readLines(file: string, stdin: NodeJS.ReadableStream): AsyncIterable<NumberedLine> {
  const input: NodeJS.ReadableStream = file === '-' ? stdin : createReadStream(file);
  let failure: unknown = null;
  input.once('error', (error) => {
    failure = error;
  });
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() !== '') yield { line, text };
  }
  if (failure !== null) throw usage('cannot-read', { file });
}
