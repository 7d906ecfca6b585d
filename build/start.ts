/**
 * @file `npm start`: the screens, in Electron where its binary is installed, else in the browser of this PC through
 * the loopback host. `--port N` fixes the port, `--no-open` only prints the address.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { localSettings } from '#core/local-settings.ts';
import { startHttpHost } from '#electron/http/server.ts';
import { builtFolder, ensureBuilt } from './built.ts';
import { projectFolder } from './project-folder.ts';
import { runCommand } from './run-command.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } },
});
const hasDisplay = process.platform === 'win32' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

console.log('Preparing the screens ...');
await ensureBuilt();
const electron = findElectron();
if (electron !== undefined && hasDisplay) {
  console.log('Opening Jisr in its own window.');
  process.exitCode = await runCommand(electron, [projectFolder]);
} else {
  console.log(
    electron === undefined
      ? 'The Electron binary is not installed, so Jisr opens in a browser ("node node_modules/electron/install.js" would fetch it).'
      : 'There is no display for the window, so Jisr waits for a browser.',
  );
  await serve();
}

/** The binary that the electron package unpacks, without asking the package: asking would download it. */
function findElectron(): string | undefined {
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const file = path.join(projectFolder, 'node_modules', 'electron', 'dist', name);
  return existsSync(file) ? file : undefined;
}

async function serve(): Promise<void> {
  const host = await startHttpHost({
    settings: localSettings(projectFolder, process.env),
    rendererFolder: path.join(builtFolder, 'renderer'),
    port: Number(values.port),
    onFault: (reference, error) => console.error(`fault ${reference}:`, error),
  });
  console.log(
    `\n  ${host.url}\n\nThe address works on this PC only and until Ctrl+C. Whoever has it can use Jisr as you do.`,
  );
  if (hasDisplay && !values['no-open']) openBrowser(host.url);
  const stop = () => void host.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function openBrowser(url: string): void {
  const [command, args] = process.platform === 'win32' ? ['explorer.exe', [url]] : ['xdg-open', [url]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('No browser could be opened: copy the address into one.'));
  child.unref();
}
