/** @file Rigs need more of a machine than tests do; where it is not there they say what is missing, and nothing runs. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

type Need = 'root' | 'fuse' | 'loop' | { readonly command: string };

/** Null when all is there; else a sentence that names what is not. */
export function whyNot(needs: readonly Need[]): string | null {
  const missing = needs
    .filter((need) => !has(need))
    .map((need) => (typeof need === 'string' ? words[need] : need.command));
  return missing.length === 0 ? null : `this rig cannot run here, it needs ${missing.join(', ')}`;
}

const words = { root: 'the rights of root', fuse: '/dev/fuse', loop: '/dev/loop-control' } as const;

function has(need: Need): boolean {
  if (need === 'root') return process.getuid?.() === 0;
  if (need === 'fuse') return may('/dev/fuse', constants.R_OK | constants.W_OK);
  if (need === 'loop') return may('/dev/loop-control', constants.R_OK | constants.W_OK);
  return (process.env.PATH ?? '').split(delimiter).some((folder) => may(join(folder, need.command), constants.X_OK));
}

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
