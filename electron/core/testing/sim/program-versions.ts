/**
 * @file Programs of several versions in one tree. What a version understands is decided in one place of the core
 * (understood.ts); here that place asks whose program is running. Nothing in the product knows of it.
 */
import { patchSource } from './patch-source.ts';

/** Versions of kinds that the programs of a tree understand: 1 is the one that is built. */
export const newestProgram = 3;

declare global {
  var simulatedProgram: number;
}

/** Must run before the core is imported in this thread. */
export function letVersionsDiffer(): void {
  globalThis.simulatedProgram = newestProgram;
  patchSource({
    file: '/changes/understood.ts',
    from: 'header.kv <= kindVersion',
    to: 'header.kv <= globalThis.simulatedProgram',
  });
}

/** What is done on a computer with this program. One thing at a time: a thread has one. */
export async function withProgram<T>(program: number, work: () => Promise<T>): Promise<T> {
  const before = globalThis.simulatedProgram;
  globalThis.simulatedProgram = program;
  try {
    return await work();
  } finally {
    globalThis.simulatedProgram = before;
  }
}
