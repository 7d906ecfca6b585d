/**
 * @file The core with one of its safeguards taken out, as it is loaded: proof that the simulator would notice. Nothing in
 * the product knows of it.
 */
import { type Patch, patchSource } from './patch-source.ts';

export const breakages = {
  /** Nobody notices that a database was put back: no new incarnation, no new epochs. */
  'restore-detection': {
    file: '/exchange/incarnations.ts',
    from: /(export function beginIncarnation\([^)]*\): void \{)/,
    to: '$1 return;',
  },
  /** The id of a change says who made it and its number, not what it says. */
  'content-identity': {
    file: '/changes/change.ts',
    from: 'return sha256(idContext, headerBytes);',
    to: `
      const { dev, inc, seq } = JSON.parse(Buffer.from(headerBytes).toString('utf8'));
      return sha256(idContext, utf8([dev, inc, seq].join()));`,
  },
} as const satisfies Record<string, Patch>;

export type Breakage = keyof typeof breakages;

/** Must run before the core is imported in this thread. */
export function breakCore(name: Breakage): void {
  patchSource(breakages[name]);
}
