/** @file The terminal: results to standard output, all else to standard error, questions only where a person sits. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

export type Terminal = {
  /** A person sits here: questions may be asked. */
  readonly interactive: boolean;
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
  readonly ask: (question: string) => Promise<string>;
  /** Without echo. */
  readonly askSecret: (question: string) => Promise<string>;
  /** A bar on a terminal, nothing when piped. `total` of 0 takes it away. */
  readonly progress: (done: number, total: number) => void;
  readonly stdin: NodeJS.ReadableStream;
};

/** Ctrl+C at a question. */
export class Interrupted extends Error {}

export function nodeTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  // Whoever read from the pipe has seen enough.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    interactive: stdin.isTTY === true && stderr.isTTY === true,
    out: (text) => void stdout.write(`${text}\n`),
    note: (text) => void stderr.write(`${text}\n`),
    ask: (question) => askOn(stderr, question),
    askSecret: async (question) => {
      stderr.write(question);
      const answer = await askOn(silent(), '');
      stderr.write('\n');
      return answer;
    },
    progress: stderr.isTTY === true ? drawBar : () => undefined,
    stdin,
  };
}

const barCells = 30;

function drawBar(done: number, total: number): void {
  if (total <= 0) {
    process.stderr.write('\r\u001b[2K');
    return;
  }
  const share = Math.min(1, done / total);
  const full = Math.round(share * barCells);
  process.stderr.write(`\r${'#'.repeat(full)}${'.'.repeat(barCells - full)} ${Math.floor(share * 100)} %`);
}

async function askOn(output: Writable, question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('SIGINT', () => reject(new Interrupted()));
      lines.once('close', () => reject(new Interrupted()));
      lines.question(question).then(resolve, reject);
    });
  } finally {
    lines.close();
  }
}

/** Takes the echo of what is typed and shows none of it. */
const silent = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
