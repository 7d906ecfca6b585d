/** @file Switches that would open the window or its network to another program of the same account. */

const refused = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'js-flags',
  'no-sandbox',
  'disable-web-security',
  'load-extension',
  'proxy-server',
  'host-rules',
  'host-resolver-rules',
  'ignore-certificate-errors',
];

/** Whether a command line holds one of them, in any spelling that Chromium or Node takes (`-x`, `--x`, `/x`, `--x=y`). */
export function hasDebugSwitch(argv: readonly string[]): boolean {
  return argv.slice(1).some((argument) => {
    const name = /^(?:--?|\/)([a-z][a-z-]*)/i.exec(argument)?.[1]?.toLowerCase();
    return name !== undefined && (name.startsWith('inspect') || refused.includes(name));
  });
}
