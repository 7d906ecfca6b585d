/** @file The rig's end of a carrier process (carrier-child.ts). */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CarrierAnswer, CarrierCommand } from './carrier-child.ts';

export type Carrier = {
  /** Everything it said until the command was through. */
  run(what: CarrierCommand['do']): Promise<readonly CarrierAnswer[]>;
  end(): Promise<void>;
};

export function startCarrier(folder: string): Carrier {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'carrier-child.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let hear: (answer: CarrierAnswer) => void = () => {};
  let fail: (error: Error) => void = () => {};
  createInterface({ input: child.stdout }).on('line', (line) => hear(JSON.parse(line) as CarrierAnswer));
  const over = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      fail(new Error(`the carrier ended by itself with ${code}`));
      resolve();
    });
  });
  return {
    run: (what) =>
      new Promise((resolve, reject) => {
        const said: CarrierAnswer[] = [];
        fail = reject;
        hear = (answer) => {
          said.push(answer);
          if (answer.did === 'ended') resolve(said);
        };
        child.stdin.write(`${JSON.stringify({ do: what } satisfies CarrierCommand)}\n`);
      }),
    end: async () => {
      child.stdin.end();
      await over;
    },
  };
}
