/** @file Real installations for journeys: the built core and screens behind the loopback host, on throw-away homes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtFolder } from '#build/built.ts';
import { startHttpHost } from '#electron/http/server.ts';
import type { Language } from '#shared/text/languages.ts';

export type Installation = {
  /** Holds the home and the witness; goes with `remove`. */
  readonly folder: string;
  /** Address of the running host. */
  readonly url: () => string;
  /** Ends the host as a power cut of its window would, and starts it anew on the same home. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

export const resourcesFolder = path.join(import.meta.dirname, '../../../resources');

/** Starts a host; without `folder` on a home that does not exist yet. */
export async function install(language: Language, folder = newFolder()): Promise<Installation> {
  let host = await start(folder, language);
  return {
    folder,
    url: () => host.url,
    async restart() {
      await host.close();
      host = await start(folder, language);
    },
    close: () => host.close(),
    async remove() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'jisr-journey-'));

const start = (folder: string, language: Language) =>
  startHttpHost({
    settings: {
      homeFolder: path.join(folder, 'home'),
      witnessFolder: path.join(folder, 'witness'),
      resourcesFolder,
      appVersion: '0.0.0-test',
      language,
      // The real cost would take most of the time of a journey; it has tests of its own.
      argonCost: { memoryKiB: 64, passes: 1 },
      reserveBytes: 4096,
      testSticksFolder: path.join(folder, 'sticks'),
    },
    rendererFolder: path.join(builtFolder, 'renderer'),
    workerUrl: pathToFileURL(path.join(builtFolder, 'main', 'worker.js')),
  });
