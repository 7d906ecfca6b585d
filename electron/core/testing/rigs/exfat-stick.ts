/**
 * @file A stick that can be pulled out at any moment: an exFAT image on a loop device, served by a process of its own
 * that is killed. Only what was started here is killed, and `remove` takes everything away again.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type ExfatStick = {
  /** Where the stick appears while it is in. */
  readonly mountPoint: string;
  plugIn(): void;
  /** Kills the file system under whoever is at work on it. */
  yank(): void;
  /** What the check of the file system says about the stick as it was pulled; throws when it is not clean. */
  check(): void;
  remove(): void;
};

/** `folder`: of the rig, outside the image. */
export function createExfatStick(folder: string, mountPoint: string, imageBytes = 64 * 1024 * 1024): ExfatStick {
  const image = join(folder, 'stick.img');
  writeFileSync(image, '');
  truncateSync(image, imageBytes);
  call('mkfs.exfat', ['-q', '-L', 'JISR TEST', image], ['-L', 'JISR TEST', image]);
  const loop = execFileSync('losetup', ['-f', '--show', image], { encoding: 'utf8' }).trim();
  let isIn = false;

  const takeAway = (): void => {
    if (!isIn) return;
    killServer(mountPoint);
    execFileSync('umount', ['-l', mountPoint], { stdio: 'ignore' });
    rmSync(mountPoint, { recursive: true });
    isIn = false;
  };

  return {
    mountPoint,
    plugIn: () => {
      takeAway();
      mkdirSync(mountPoint, { recursive: true });
      execFileSync('mount.exfat-fuse', [loop, mountPoint], { stdio: 'ignore' });
      isIn = true;
    },
    yank: takeAway,
    check: () => {
      execFileSync('fsck.exfat', ['-n', loop], { stdio: 'pipe' });
    },
    remove: () => {
      try {
        takeAway();
      } finally {
        execFileSync('losetup', ['-d', loop]);
        rmSync(image, { force: true });
      }
    },
  };
}

/** Older tools do not know every option. */
function call(command: string, ...attempts: readonly (readonly string[])[]): void {
  for (const [index, args] of attempts.entries()) {
    try {
      execFileSync(command, args, { stdio: 'pipe' });
      return;
    } catch (error) {
      if (index === attempts.length - 1) throw error;
    }
  }
}

/** The one process that serves this mount point, found by its own command line. */
function killServer(mountPoint: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      if (args[0]?.endsWith('mount.exfat-fuse') && args.includes(mountPoint)) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // Gone meanwhile, or not ours to read.
    }
  }
}
