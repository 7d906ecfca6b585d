/** @file A browser of this PC that can make a PDF without a window. */
import { existsSync } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** `JISR_CHROMIUM` where it is set, else Chromium, Chrome or Edge where systems put them; null when there is none. */
export function findBrowser(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  isThere: (file: string) => boolean = existsSync,
): string | null {
  const named = environment.JISR_CHROMIUM;
  const candidates = named ? [named] : platform === 'win32' ? onWindows(environment) : onLinux;
  return candidates.find(isThere) ?? null;
}

const onLinux: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge-stable',
  '/usr/bin/microsoft-edge',
];

const underPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

const onWindows = (environment: Environment): string[] =>
  [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.LOCALAPPDATA].flatMap((folder) =>
    folder ? underPrograms.map((parts) => path.win32.join(folder, ...parts)) : [],
  );
