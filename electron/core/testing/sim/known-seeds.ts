/** @file Seeds that once failed, by what they found. They are run every time, before all others. */
export const knownSeeds: readonly { readonly seed: number; readonly found: string }[] = [
  { seed: 5, found: 'a correction from two levels above reached the office without its restricted part' },
];
