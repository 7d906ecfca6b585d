/** @file One home of the demo: the product's own application, with a clock and record ids that come from the plan. */
import { v7 as uuidv7 } from 'uuid';
import { createApp } from '#core/app.ts';
import { type CoreSettings, createNodePorts, type Ports } from '#core/ports.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '#shared/contract/contract.ts';
import type { CliError } from '#electron/cli/command.ts';
import type { Random } from './random.ts';

export type DemoHome = {
  readonly ports: Ports;
  /** The value of a call; throws `DemoRefusal`, because nothing in an invented life should be refused. */
  readonly call: <M extends MethodName>(method: M, input: Omit<InputOf<M>, 'commandId'>) => Promise<OutputOf<M>>;
  /** Current heads, as a form on this record would have them. */
  readonly heads: (recordId: string) => Promise<OutputOf<'records.heads'>['heads']>;
  readonly grantPath: (path: string, kind: 'file' | 'folder') => string;
  /** Sets the clock to a time of that day; the day's later moments follow some minutes apart. */
  readonly setDay: (day: string, hourUtc: number) => void;
  /** The next record or step made here gets this id. */
  readonly planId: (id: string) => void;
  readonly close: () => Promise<void>;
};

/** A call of the demo that was refused: the plan and the program do not fit together. */
export class DemoRefusal extends Error {
  readonly error: CliError;
  constructor(method: string, error: CliError) {
    super(`${method}: ${error.code}`);
    this.error = error;
  }
}

const minuteMs = 60_000;

export async function openDemoHome(settings: CoreSettings, random: Random): Promise<DemoHome> {
  let day = '1970-01-01';
  let now = 0;
  let planned: string | null = null;
  const ports: Ports = {
    ...createNodePorts(settings),
    now: () => now,
    newId: () => {
      const id = planned ?? random.id(day);
      planned = null;
      return id;
    },
  };
  const app = await createApp(ports);

  const call: DemoHome['call'] = async (method, input) => {
    now += 4 * minuteMs;
    const full = contract[method].kind === 'command' ? { commandId: uuidv7(), ...input } : input;
    const answer = await app.dispatch({ method, input: full });
    if (!answer.ok) throw new DemoRefusal(method, answer.error);
    return answer.value as never;
  };

  return {
    ports,
    call,
    heads: async (recordId) => (await call('records.heads', { recordId })).heads,
    grantPath: (path, kind) => app.grantPath(path, kind),
    setDay: (wanted, hourUtc) => {
      const start = Date.parse(`${wanted}T00:00:00Z`) + hourUtc * 60 * minuteMs;
      now = wanted === day ? Math.max(now, start) : start;
      day = wanted;
    },
    planId: (id) => {
      planned = id;
    },
    close: () => app.close(),
  };
}
