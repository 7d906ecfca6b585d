/**
 * @file The invariants of the exchange by name (docs/sync.md). `sim`: checked in every simulated run. A path: proven by
 * that test. `later`: waits for machinery that does not exist yet, and is not counted as held.
 */
export const invariants = {
  I01: { says: 'the same changes give the same state, in any order and batching', proof: 'sim' },
  I02: { says: 'a file taken in twice changes nothing but counters', proof: 'sim' },
  I03: { says: 'what survives anywhere is in the end everywhere in its audience', proof: 'sim' },
  I04: { says: 'heads are exactly what no later writer has seen', proof: 'sim' },
  I07: { says: 'tables replayed from the log are the same', proof: 'sim' },
  I09: { says: 'confirmed is never more than written; a position goes back by a restore alone', proof: 'sim' },
  I10: { says: 'equal positions of an epoch have equal hashes', proof: 'sim' },
  I11: { says: 'a gap moves no position', proof: 'sim' },
  I15: { says: 'after healing the exchange comes to rest', proof: 'sim' },
  I16: { says: 'epochs never go back, bundle numbers are never used again', proof: 'sim' },
  I18: { says: 'nobody gets what is not meant for them', proof: 'sim' },
  I19: { says: 'a spoilt file is refused or used up to its last whole section', proof: 'sim' },
  I23: { says: 'a file for another is refused', proof: 'sim' },
  I26: { says: 'no clock stops anybody from writing', proof: 'sim' },
} as const;

export type Invariant = keyof typeof invariants;
