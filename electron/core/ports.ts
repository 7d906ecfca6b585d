/** @file What a host must supply. Keys, nonces and salts are never injected: they come from the system. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { v7 as uuidv7 } from 'uuid';

/** Plain JSON: crosses into the core thread. */
export type CoreSettings = {
  /** Data folder of one installation. */
  readonly homeFolder: string;
  /** Lies outside the home; unused until restore detection needs it. */
  readonly witnessFolder: string;
  readonly resourcesFolder: string;
  readonly appVersion: string;
  /** Language and digits of the last session, for the unlock screen. */
  readonly language?: 'ar-IQ' | 'ckb-IQ' | 'en';
  readonly digits?: 'latin' | 'arabic';
  /** Tests only: a cheaper derivation. */
  readonly argonCost?: { readonly memoryKiB: number; readonly passes: number };
  /** Tests only: its folders stand for the sticks of this PC. */
  readonly testSticksFolder?: string;
  /** Tests only: a smaller reserve against a full disk. */
  readonly reserveBytes?: number;
};

/** Codes, ids, counts and durations; never names, texts, keys or paths. */
export type LogEvent = { readonly event: string } & Readonly<Record<string, string | number | boolean | null>>;

export type Ports = {
  readonly settings: CoreSettings;
  /** Wall clock, ms since 1970. May be wrong by years: nothing depends on it for correctness. */
  readonly now: () => number;
  /** Monotonic ms. */
  readonly monotonic: () => number;
  /** A new UUIDv7. */
  readonly newId: () => string;
  readonly log: (event: LogEvent) => void;
  /** Reads a shipped JSON file, name relative to `resources/`. */
  readonly readResource: (name: string) => unknown;
};

const maxLogBytes = 1_000_000;
const keptLogs = 5;

export function createNodePorts(settings: CoreSettings): Ports {
  return {
    settings,
    now: () => Date.now(),
    monotonic: () => performance.now(),
    newId: () => uuidv7(),
    log: (event) => writeLog(join(settings.homeFolder, 'logs'), event),
    readResource: (name) => JSON.parse(readFileSync(join(settings.resourcesFolder, name), 'utf8')),
  };
}

function writeLog(folder: string, event: LogEvent): void {
  // A home that does not exist yet has no log; a log that cannot be written must not stop the work.
  try {
    if (!existsSync(join(folder, '..', 'keys.a'))) return;
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'jisr.log');
    if (existsSync(file) && statSync(file).size > maxLogBytes) rotate(folder);
    appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...event })}\n`);
  } catch {
    return;
  }
}

function rotate(folder: string): void {
  for (let i = keptLogs - 1; i >= 1; i--) {
    const older = join(folder, i === 1 ? 'jisr.log' : `jisr.${i - 1}.log`);
    if (existsSync(older)) renameSync(older, join(folder, `jisr.${i}.log`));
  }
}
