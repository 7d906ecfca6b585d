/** @file The browser of the tests: Debian's Chromium, because browsers are not downloaded here. */
import { existsSync } from 'node:fs';

/** Sandbox off because tests may run as root; the rest keeps Chromium from the network and from first-run pages. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of Chromium: `JISR_CHROMIUM` where it is set, else where Debian puts it. Throws when there is none. */
export function findChromium(): string {
  const candidates = [process.env.JISR_CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  const found = candidates.find((file) => file !== '' && existsSync(file));
  if (found === undefined) throw new Error('Chromium is missing: run "node build/setup.ts" or set JISR_CHROMIUM.');
  return found;
}
