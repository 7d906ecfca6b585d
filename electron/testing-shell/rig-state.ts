/**
 * @file What the fake `electron` module and the rig around it share: where the program stands in Electron's order of
 * things, and what happened so far. One shell a process.
 */
import { EventEmitter } from 'node:events';
import type { Browser } from 'playwright-core';

/** What a test may ask for after the fact. */
export type ShellReport = {
  /** Policy violations of every page, `directive blocked-uri`. */
  readonly violations: string[];
  /** Errors that pages wrote to their console or threw. */
  readonly pageErrors: string[];
  /** Addresses that a page asked for, as the application knows them, with what became of the request. */
  readonly requests: { url: string; outcome: 'served' | 'cancelled' | 'no-network' | 'navigation-prevented' }[];
  readonly popups: { url: string; action: string }[];
  readonly downloads: { url: string; prevented: boolean }[];
  /** What preload scripts asked `require` for. */
  readonly required: string[];
  /** `webPreferences` of each window, in the order they were opened. */
  readonly windows: Record<string, unknown>[];
  readonly privilegedSchemes: unknown[];
};

export const report: ShellReport = {
  violations: [],
  pageErrors: [],
  requests: [],
  popups: [],
  downloads: [],
  required: [],
  windows: [],
  privilegedSchemes: [],
};

export const rig: {
  ready: boolean;
  browser: Browser | undefined;
  appFolder: string;
  /** Paths that the next dialogs answer with; none: cancelled. */
  readonly dialogAnswers: string[][];
  readonly channels: Map<string, (event: unknown, ...args: unknown[]) => unknown>;
  exit: (code: number) => void;
} = {
  ready: false,
  browser: undefined,
  appFolder: '',
  dialogAnswers: [],
  channels: new Map(),
  exit: (code) => process.exit(code),
};

/** Electron's own complaint, more or less; the point is that it throws. */
export function onlyBeforeReady(what: string): void {
  if (rig.ready) throw new Error(`${what} can only be called before app is ready`);
}

export function onlyAfterReady(what: string): void {
  if (!rig.ready) throw new Error(`${what} can only be used after app is ready`);
}

/** Remembers what was ever listened to, since `once` leaves no trace behind. */
export class RigEmitter extends EventEmitter {
  readonly listenedTo = new Set<string | symbol>();

  constructor() {
    super();
    super.on('newListener', (name) => this.listenedTo.add(name));
  }
}

/** Emits an event that a listener can stop; answers whether one did. */
export function emitStoppable(emitter: EventEmitter, name: string, details: object = {}, ...args: unknown[]): boolean {
  let stopped = false;
  const event = {
    ...details,
    preventDefault: () => {
      stopped = true;
    },
  };
  emitter.emit(name, event, ...args);
  return stopped;
}
