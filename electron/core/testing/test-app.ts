/**
 * @file A whole application on a throw-away folder, for tests: cheap key derivation, a clock and record ids that the
 * test owns, everything else as in the product.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#core/app.ts';
import type { Answer, App, AppEvent } from '#core/app-types.ts';
import { createNodePorts, type Ports } from '#core/ports.ts';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import { contract } from '#shared/contract/contract.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';

export const testUser = 'amal';
export const testPassphrase = 'four plain words here';
const resourcesFolder = join(import.meta.dirname, '../../../resources');

export type TestApp = {
  readonly app: App;
  readonly ports: Ports;
  readonly folder: string;
  readonly events: AppEvent[];
  /** Ms since 1970; tests move it. */
  clock: number;
  /** Any call, with `commandId` filled in for commands. */
  answer(method: string, input?: object): Promise<Answer>;
  /** The value of a call that must succeed; commandId may be left out. */
  call<M extends MethodName>(method: M, input: Omit<InputOf<M>, 'commandId'>): Promise<OutputOf<M>>;
  /** The code of a call that must be refused. */
  refused(method: MethodName, input: object): Promise<ErrorCode>;
  /** The current heads of a record, as a form would have loaded them. */
  heads(recordId: string): Promise<Record<string, string[]>>;
  close(): Promise<void>;
};

export async function createTestApp(
  options: {
    readonly folder?: string;
    readonly clock?: number;
    /** Cheap unless told otherwise. */
    readonly argonCost?: { readonly memoryKiB: number; readonly passes: number };
    readonly create?: (ports: Ports) => Promise<App>;
  } = {},
): Promise<TestApp> {
  const base = options.folder ?? mkdtempSync(join(tmpdir(), 'jisr-test-'));
  const events: AppEvent[] = [];
  const nodePorts = createNodePorts({
    homeFolder: join(base, 'home'),
    witnessFolder: join(base, 'witness'),
    resourcesFolder,
    appVersion: '0.0.0-test',
    argonCost: options.argonCost ?? { memoryKiB: 64, passes: 1 },
    reserveBytes: 4096,
    testSticksFolder: join(base, 'sticks'),
  });
  const clock = { now: options.clock ?? Date.parse('2026-03-01T08:00:00Z') };
  const ports: Ports = { ...nodePorts, now: () => clock.now };
  const app = await (options.create ?? createApp)(ports);
  app.onEvent((event) => events.push(event));

  const answer = (method: string, input: object = {}): Promise<Answer> => {
    const kind = (contract as Record<string, { kind: string }>)[method]?.kind;
    const full = kind === 'command' ? { commandId: nodePorts.newId(), ...input } : input;
    return app.dispatch({ method, input: full });
  };

  return {
    app,
    ports,
    folder: base,
    events,
    get clock() {
      return clock.now;
    },
    set clock(ms: number) {
      clock.now = ms;
    },
    answer,
    call: async (method, input) => {
      const result = await answer(method, input);
      if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
      return result.value as never;
    },
    refused: async (method, input) => {
      const result = await answer(method, input);
      if (result.ok) throw new Error(`${method} was not refused`);
      return result.error.code as ErrorCode;
    },
    heads: async (recordId) => {
      const result = await answer('records.heads', { recordId });
      if (!result.ok) throw new Error(`no heads: ${result.error.code}`);
      return (result.value as { heads: Record<string, string[]> }).heads;
    },
    close: async () => {
      await app.close();
      if (options.folder === undefined) rmSync(base, { recursive: true, force: true });
    },
  };
}

/** Makes a home of the given kind and stays signed in as its first user. */
export async function initHome(
  test: TestApp,
  kind: 'directorate' | 'department' | 'office',
  name: string = kind,
  services: ('policing' | 'hlp')[] = ['policing', 'hlp'],
): Promise<{ node: string; recoveryCode: string }> {
  return test.call('home.init', {
    kind,
    name,
    place: 'IQG10',
    services,
    user: testUser,
    displayName: `${testUser} ${name}`,
    passphrase: testPassphrase,
  });
}

/** Enrols an office or department at the directorate by the two files. */
export async function enrol(directorate: TestApp, member: TestApp, under?: string): Promise<void> {
  const request = join(member.folder, 'request.cpr');
  const answer = join(member.folder, 'answer.cpa');
  const { fingerprint } = await member.call('enrol.request', { to: member.app.grantPath(request, 'file') });
  await directorate.call('enrol.accept', {
    file: directorate.app.grantPath(request, 'file'),
    fingerprint,
    to: directorate.app.grantPath(answer, 'file'),
    ...(under === undefined ? {} : { under }),
  });
  const { root } = await directorate.call('enrol.fingerprints', {});
  await member.call('enrol.install', { file: member.app.grantPath(answer, 'file'), fingerprint: root ?? '' });
}

/** Writes a bundle at one app for a peer and takes it in at the other. */
export async function carry(from: TestApp, to: TestApp, peer?: string): Promise<OutputOf<'exchange.takeIn'>[number]> {
  const written = await from.call('exchange.write', {
    to: from.app.grantPath(from.folder, 'folder'),
    ...(peer === undefined ? {} : { peer }),
  });
  const [report] = await to.call('exchange.takeIn', { files: [to.app.grantPath(written.file, 'file')] });
  if (!report) throw new Error('no report for a file');
  return report;
}

/** A directorate and one office, enrolled. */
export async function createPair(): Promise<{ directorate: TestApp; office: TestApp; close(): Promise<void> }> {
  const directorate = await createTestApp();
  const office = await createTestApp();
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  return {
    directorate,
    office,
    close: async () => {
      await directorate.close();
      await office.close();
    },
  };
}
