/**
 * @file The suite that every host must pass: the same calls get the same answers, whoever carries them. Derived from
 * the contract, so that a new method is covered on all hosts the moment it is written down.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '#build/project-folder.ts';
import { createApp } from '#core/app.ts';
import type { Answer } from '#core/app-types.ts';
import { type CoreSettings, createNodePorts } from '#core/ports.ts';
import { AnswerEnvelope } from '#shared/contract/envelope.ts';
import { contract, isMethodName, type MethodName } from '#shared/contract/contract.ts';
import { DISPATCH_CODES } from '#shared/errors/codes.ts';

export type HostUnderTest = {
  call(method: string, input: unknown): Promise<unknown>;
  close(): Promise<unknown>;
};

export type ConformanceOptions = {
  /** False for a host that signs in anew for each call: it is held to what needs no session. */
  readonly keepsSession?: boolean;
  /** A part of the methods, for a host that takes long for each call. */
  readonly methods?: readonly MethodName[];
};

/**
 * Declares the suite for one host. `startHost` gets the settings of a fresh, empty home; the host must use its folders
 * and may ignore the rest.
 */
export function hostConformance(
  name: string,
  startHost: (settings: CoreSettings) => Promise<HostUnderTest>,
  { keepsSession = true, methods = Object.keys(contract) as MethodName[] }: ConformanceOptions = {},
): void {
  describe(`${name} keeps to the contract`, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jisr-conformance-'));
    let host: HostUnderTest;
    let reference: HostUnderTest;

    beforeAll(async () => {
      host = await startHost(settingsIn(path.join(folder, 'host')));
      reference = await startReference(settingsIn(path.join(folder, 'reference')));
    }, 120_000);

    afterAll(async () => {
      await host?.close();
      await reference?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** The answer of the host, after a look at its shape. */
    async function ask(method: string, input: unknown): Promise<Answer> {
      const answer = AnswerEnvelope.parse(await host.call(method, input));
      if (!answer.ok) expect(declared(method), `${method} answers ${answer.error.code}`).toContain(answer.error.code);
      return answer;
    }

    /** The answer must be that of the core without any host around it. */
    async function sameAsCore(method: string, input: unknown): Promise<Answer> {
      const answer = await ask(method, input);
      expect(answer).toEqual(await reference.call(method, input));
      return answer;
    }

    describe('before there is a home', () => {
      test('answers an unknown method with its name', async () => {
        for (const method of ['nothing', 'session.State', '__proto__', 'toString', 'host.nothing', '']) {
          const error = { code: 'call/unknown-method', params: { method } };
          expect(await ask(method, {})).toEqual({ ok: false, error });
        }
      });

      test('says that there is none', async () => {
        expect(await ask('session.state', {})).toMatchObject({
          ok: true,
          value: { state: 'empty', user: null, node: null },
        });
      });

      test.each(methods)('%s refuses nonsense', async (method) => {
        const isPublic = contract[method].permission === 'public';
        const answer = await sameAsCore(method, nonsense);
        expect(answer).toMatchObject({ ok: false, error: { code: isPublic ? 'call/bad-input' : 'home/empty' } });
      });

      test('refuses what is no object', async () => {
        for (const input of ['text', 7, [1, 2], true]) {
          const answer = await sameAsCore('session.state', input);
          expect(answer).toMatchObject({ ok: false, error: { code: 'call/bad-input' } });
        }
      });

      test('refuses an input that is too large', async () => {
        const answer = await ask('session.unlock', { user: 'x'.repeat(1_100_000), passphrase: 'y', commandId });
        expect(answer).toMatchObject({ ok: false, error: { code: 'call/too-large' } });
      });
    });

    if (!keepsSession) return;

    describe('with a home', () => {
      test('makes it', async () => {
        for (const one of [host, reference]) expect(await one.call('home.init', newHome)).toMatchObject({ ok: true });
      }, 60_000);

      test('is open for the person who made it', async () => {
        const state = await ask('session.state', {});
        expect(state).toMatchObject({ ok: true, value: { state: 'open', node: { kind: 'directorate' } } });
      });

      test.each(methods)('%s refuses nonsense while open', async (method) => {
        const answer = await sameAsCore(method, nonsense);
        expect(answer).toMatchObject({ ok: false });
      });

      test('gives a repeated command its first answer', async () => {
        const input = { language: 'en', digits: 'latin', commandId: freshCommandId(20) };
        const first = await sameAsCore('settings.setLanguage', input);
        expect(first).toMatchObject({ ok: true });
        expect(await sameAsCore('settings.setLanguage', input)).toEqual(first);
      });
    });

    describe('locked', () => {
      test('locks', async () => {
        for (const one of [host, reference]) {
          expect(await one.call('session.lock', { commandId: freshCommandId(1) })).toEqual({ ok: true, value: {} });
        }
      }, 60_000);

      test('tells nothing of the home', async () => {
        expect(await ask('session.state', {})).toMatchObject({
          ok: true,
          value: { state: 'locked', node: null, user: null },
        });
      });

      test.each(methods)('%s refuses nonsense while locked', async (method) => {
        const isPublic = contract[method].permission === 'public';
        const answer = await sameAsCore(method, nonsense);
        expect(answer).toMatchObject({ ok: false, error: { code: isPublic ? 'call/bad-input' : 'session/required' } });
      });

      test('opens for the right passphrase', async () => {
        const input = { user: newHome.user, passphrase: newHome.passphrase, commandId: freshCommandId(2) };
        expect(await ask('session.unlock', input)).toMatchObject({ ok: true, value: { state: 'open' } });
        expect(await ask('session.state', {})).toMatchObject({ ok: true, value: { state: 'open' } });
      }, 60_000);

      test('refuses a wrong one', async () => {
        await host.call('session.lock', { commandId: freshCommandId(3) });
        const input = { user: newHome.user, passphrase: 'not these four words', commandId: freshCommandId(4) };
        expect(await ask('session.unlock', input)).toMatchObject({ ok: false, error: { code: 'session/refused' } });
        expect(await ask('session.state', {})).toMatchObject({ ok: true, value: { state: 'locked' } });
      }, 60_000);
    });
  });
}

const freshCommandId = (n: number): string => `0191d3c5-7a00-7000-8000-${String(n).padStart(12, '0')}`;
const commandId = freshCommandId(999);

/** Fits no method. A command id and heads are there because the command line would fill them in. */
const nonsense = { nonsense: 1, commandId, heads: {} };

const newHome = {
  kind: 'directorate',
  name: 'مديرية الشرطة المجتمعية',
  user: 'sara',
  passphrase: 'four plain words here',
  commandId: freshCommandId(10),
};

function settingsIn(folder: string): CoreSettings {
  return {
    homeFolder: path.join(folder, 'home'),
    witnessFolder: path.join(folder, 'witness'),
    resourcesFolder: path.join(projectFolder, 'resources'),
    appVersion: '0.1.0',
    argonCost: { memoryKiB: 1024, passes: 1 },
  };
}

function declared(method: string): readonly string[] {
  return isMethodName(method) ? [...DISPATCH_CODES, ...contract[method].errors] : DISPATCH_CODES;
}

async function startReference(settings: CoreSettings): Promise<HostUnderTest> {
  const app = await createApp(createNodePorts(settings));
  return { call: (method, input) => app.dispatch({ method, input }), close: () => app.close() };
}
