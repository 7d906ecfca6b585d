/** @file Every host under the same suite. The command line has its own file beside the command line. */
import path from 'node:path';
import { builtFolder, ensureBuilt } from '#build/built.ts';
import { createApp } from '#core/app.ts';
import { startCoreThread } from '#core/core-thread.ts';
import { createNodePorts } from '#core/ports.ts';
import { startHttpHost } from '#electron/http/server.ts';
import { startShell } from '#electron/testing-shell/shell.ts';
import { hostConformance } from './host-conformance.ts';

hostConformance('the core in this process', async (settings) => {
  const app = await createApp(createNodePorts(settings));
  return { call: (method, input) => app.dispatch({ method, input }), close: () => app.close() };
});

hostConformance('the core in its thread', async (settings) => {
  const core = startCoreThread(settings);
  return { call: (method, input) => core.call({ method, input }), close: () => core.close() };
});

hostConformance('the loopback host', async (settings) => {
  await ensureBuilt();
  const host = await startHttpHost({ settings, rendererFolder: path.join(builtFolder, 'renderer') });
  const headers = { origin: new URL(host.url).origin, 'content-type': 'application/json' };
  return {
    async call(method, input) {
      const body = JSON.stringify({ method, input });
      return (await fetch(`${host.url}call`, { method: 'POST', headers, body })).json();
    },
    close: () => host.close(),
  };
});

hostConformance('the Electron shell', async ({ homeFolder, witnessFolder }) => {
  const shell = await startShell({ env: { JISR_HOME: homeFolder, JISR_WITNESS: witnessFolder } });
  return {
    call: (method, input) => (method === 'session.lock' ? lock(input) : shell.call(method, input)),
    close: () => shell.close(),
  };

  /** A lock takes the window that asked for it along, and with it the answer; a refusal leaves both. */
  async function lock(input: unknown): Promise<unknown> {
    try {
      return await shell.call('session.lock', input);
    } catch (error) {
      if (String(error).includes('closed')) return { ok: true, value: {} };
      throw error;
    }
  }
});
