import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startHttpHost } from '#electron/http/server.ts';
import type { CliContext, Command } from '#electron/cli/command.ts';
import { noArguments, wholeNumber } from '#electron/cli/options.ts';
import { usage } from '#electron/cli/usage-error.ts';

/** The loopback host: prints its address as the first line, then runs until it is stopped. */
export const serveCommand: Command = {
  name: 'serve',
  synopsis: 'serve [--port N] [--open]',
  summary: (words) => words.t('cli:command.serve'),
  options: ['port', 'open'],
  run: async (context) => {
    noArguments(context.rest);
    const port = wholeNumber(context.values, 'port', 0, 65_535) ?? 0;
    await buildScreens(context.projectFolder);
    const host = await start(context, port);
    if (context.values.open === true) openBrowser(host.url);
    context.terminal.note(context.words.t('cli:serve.running'));
    return {
      ok: true,
      value: { url: host.url },
      lines: [host.url],
      holdsRefusal: false,
      until: stopped(context.interrupted).then(() => host.close()),
    };
  },
};

async function start({ settings, projectFolder, terminal }: CliContext, port: number) {
  try {
    return await startHttpHost({
      settings,
      rendererFolder: join(projectFolder, 'out', 'renderer'),
      port,
      onFault: (reference) => terminal.note(`fault ${reference}`),
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw usage('port-taken', { port: String(port) });
    throw error;
  }
}

/** Makes the screens of a checkout anew where a source is newer; what it says goes to standard error. */
async function buildScreens(projectFolder: string): Promise<void> {
  const script = join(projectFolder, 'build', 'build-screens.ts');
  const child = spawn(process.execPath, [script], { cwd: projectFolder, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error('the screens could not be built');
}

function stopped(interrupted: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => resolve();
    if (interrupted.aborted) return stop();
    interrupted.addEventListener('abort', stop, { once: true });
    process.once('SIGTERM', stop);
  });
}

function openBrowser(url: string): void {
  const [program, args] = process.platform === 'win32' ? ['explorer.exe', [url]] : ['xdg-open', [url]];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
