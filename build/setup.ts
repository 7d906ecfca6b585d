/**
 * @file Finds the programs of Debian that tests call, and installs the missing ones where that is possible (as root,
 * with apt-get). Changes nothing else on the machine. Takes a few milliseconds when everything is there.
 */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { runCommand } from './run-command.ts';

type Tool = { readonly command: string; readonly debianPackage: string; readonly usedFor: string };

const tools: readonly Tool[] = [
  { command: 'chromium', debianPackage: 'chromium', usedFor: 'journeys through the screens' },
  { command: 'age', debianPackage: 'age', usedFor: 'opening our bundles with a program that is not ours' },
  { command: 'zstd', debianPackage: 'zstd', usedFor: 'build/verify-bundle.py' },
  { command: 'openssl', debianPackage: 'openssl', usedFor: 'build/verify-bundle.py' },
  { command: 'mount.exfat-fuse', debianPackage: 'exfat-fuse', usedFor: 'the rig that pulls out sticks' },
  { command: 'fsck.exfat', debianPackage: 'exfatprogs', usedFor: 'the rig that pulls out sticks' },
  { command: 'strace', debianPackage: 'strace', usedFor: 'the rig whose files are held by another program' },
  { command: 'python3', debianPackage: 'python3', usedFor: 'build/verify-bundle.py' },
];

/** Answers whether every tool is there in the end. Prints what is missing and how to get it. */
export async function setUpTools(): Promise<boolean> {
  const missing = tools.filter(({ command }) => !isOnPath(command));
  if (missing.length === 0) {
    console.log(`found ${tools.map(({ command }) => command).join(', ')}`);
    return true;
  }
  if (canInstall()) await install(missing);
  const stillMissing = missing.filter(({ command }) => !isOnPath(command));
  for (const tool of stillMissing) {
    console.error(`${tool.command} is missing (${tool.usedFor}): apt-get install ${tool.debianPackage}`);
  }
  return stillMissing.length === 0;
}

function isOnPath(command: string): boolean {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => isExecutable(path.join(folder, command)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && isOnPath('apt-get');
}

async function install(missing: readonly Tool[]): Promise<void> {
  const packages = missing.map(({ debianPackage }) => debianPackage);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`installing ${packages.join(', ')}`);
  await runCommand('apt-get', ['update', '-qq'], environment);
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], environment);
}

if (import.meta.main) process.exitCode = (await setUpTools()) ? 0 : 1;
