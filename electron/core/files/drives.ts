/**
 * @file Sticks that are in this PC, so that nobody has to type a path. What cannot be asked is simply not listed, and
 * what answers slowly is asked once for all who wait.
 */
import { execFile } from 'node:child_process';
import { readdir, readFile, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseLogicalDisks, removableMounts } from './drive-listings.ts';

export type Drive = {
  readonly path: string;
  /** Name of the stick; where it has none, its letter or the name of its device. */
  readonly label: string;
  readonly freeBytes: number;
  readonly totalBytes: number;
  /** Another stick at the same place has another identity. */
  readonly identity: string;
};

export type DriveLister = {
  /** Cheap enough to be asked every second. */
  list(): Promise<readonly Drive[]>;
};

/** What the lister must find out from the system; tests hand in captured answers. */
export type DriveReader = {
  readonly platform: NodeJS.Platform;
  readonly now: () => number;
  /** Null when the file cannot be read. */
  readonly readText: (path: string) => Promise<string | null>;
  readonly folderNames: (path: string) => Promise<readonly string[]>;
  /** What a program printed; null when it is missing, fails or takes longer than `timeoutMs`. */
  readonly run: (command: string, args: readonly string[], timeoutMs: number) => Promise<string | null>;
  /** Null when nothing is there (any more). */
  readonly space: (path: string) => Promise<Omit<Drive, 'path' | 'label'> | null>;
};

/** `testFolder`: tests only; each folder in it is a stick, and a file `<name>.free` beside it says how much is free. */
export function createDriveLister(reader: DriveReader = systemReader, testFolder?: string): DriveLister {
  const find = testFolder === undefined ? () => foundBySystem(reader) : () => foldersAsSticks(reader, testFolder);
  let asking: Promise<readonly Found[]> | null = null;
  let heard: { readonly at: number; readonly found: readonly Found[] } | null = null;

  /** PowerShell takes a second to start: one answer serves everybody for a while. The free space is asked each time. */
  const found = async (): Promise<readonly Found[]> => {
    if (reader.platform !== 'win32' || testFolder !== undefined) return find();
    if (heard && reader.now() - heard.at < windowsAnswerLastsMs) return heard.found;
    asking ??= find().finally(() => {
      asking = null;
    });
    const answer = await asking;
    heard = { at: reader.now(), found: answer };
    return answer;
  };

  return {
    list: async () => {
      const drives: Drive[] = [];
      for (const { path, label, ...told } of await found()) {
        const space = await reader.space(path);
        if (space) drives.push({ path, label, ...space, ...told });
      }
      return drives;
    },
  };
}

type Found = { readonly path: string; readonly label: string; readonly freeBytes?: number };

const timeoutMs = 5000;
const windowsAnswerLastsMs = 2000;

/** A fixed argument list: nothing that anybody typed reaches the shell. */
const windowsQuestion = [
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8; ' +
    'Get-CimInstance Win32_LogicalDisk -Filter DriveType=2 | Select-Object DeviceID,VolumeName | ConvertTo-Json -Compress',
] as const;

async function foundBySystem(reader: DriveReader): Promise<readonly Found[]> {
  if (reader.platform === 'win32') {
    return parseLogicalDisks((await reader.run('powershell.exe', windowsQuestion, timeoutMs)) ?? '');
  }
  const mounts = (await reader.readText('/proc/mounts')) ?? '';
  return removableMounts(
    mounts,
    async (disk) => (await reader.readText(`/sys/block/${disk}/removable`))?.trim() === '1',
  );
}

async function foldersAsSticks(reader: DriveReader, folder: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const name of await reader.folderNames(folder)) {
    const free = await reader.readText(join(folder, `${name}.free`));
    found.push({ path: join(folder, name), label: name, ...(free === null ? {} : { freeBytes: Number(free) }) });
  }
  return found;
}

const systemReader: DriveReader = {
  platform: process.platform,
  now: () => performance.now(),
  readText: (path) => readFile(path, 'utf8').catch(() => null),
  folderNames: async (path) =>
    (await readdir(path, { withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .toSorted(),
  run: async (command, args, limitMs) => {
    try {
      const { stdout } = await promisify(execFile)(command, args, {
        timeout: limitMs,
        windowsHide: true,
        encoding: 'utf8',
      });
      return stdout;
    } catch {
      return null;
    }
  },
  space: async (path) => {
    try {
      const [{ bavail, blocks, bsize }, { dev, ino }] = await Promise.all([statfs(path), stat(path)]);
      // On Windows `dev` is the number of the volume, and the inode of a root means nothing.
      const identity = process.platform === 'win32' ? String(dev) : `${dev}:${ino}`;
      return { freeBytes: bavail * bsize, totalBytes: blocks * bsize, identity };
    } catch {
      return null;
    }
  },
};
