/**
 * @file The invariants of the exchange by name (docs/sync.md), each with the harm that a seed does in which it breaks,
 * and what proves it. `sim`: checked in every simulated run. A path: proven by that test. `later`: waits for machinery
 * that does not exist yet, and is not counted as held.
 */
export type Harm = 'lost' | 'diverged' | 'leaked' | 'overwritten' | 'unconfirmed';

type Entry = { readonly says: string; readonly harm: Harm; readonly proof: readonly string[] };

const sim = 'sim';
const property = 'electron/core/changes/apply.property.test.ts';
const damaged = 'electron/core/exchange/damaged-bundles.test.ts';

export const invariants = {
  I01: {
    says: 'the same changes give the same state, in any order and batching',
    harm: 'diverged',
    proof: [sim, property],
  },
  I02: { says: 'a file taken in twice changes nothing but counters', harm: 'diverged', proof: [sim] },
  I03: { says: 'what survives anywhere is in the end everywhere in its audience', harm: 'lost', proof: [sim] },
  I04: {
    says: 'values are current exactly when no later writer who may end them has seen them',
    harm: 'overwritten',
    proof: [sim, property, 'electron/core/changes/second-founding.test.ts'],
  },
  I05: { says: 'no value disappears but by a change that names it', harm: 'overwritten', proof: [sim] },
  I06: { says: 'the value shown depends on the current values alone', harm: 'diverged', proof: [sim, property] },
  I07: { says: 'tables replayed from the log are the same', harm: 'diverged', proof: [sim, property] },
  I08: {
    says: 'the union of two logs is the same whichever comes first, and however often',
    harm: 'diverged',
    proof: [property],
  },
  I09: {
    says: 'confirmed is never more than written; a position goes back by a restore alone',
    harm: 'unconfirmed',
    proof: [sim],
  },
  I10: { says: 'equal positions of an epoch have equal hashes', harm: 'unconfirmed', proof: [sim] },
  I11: { says: 'a gap moves no position; closing it moves past all that came', harm: 'unconfirmed', proof: [sim] },
  I12: {
    says: 'after any restore nothing is lost that was elsewhere, and a notice names the node',
    harm: 'lost',
    proof: [sim],
  },
  I13: { says: 'after a restore of both ends of a link the same', harm: 'lost', proof: [sim] },
  I14: { says: 'of a cloned device both histories are everywhere, and a notice says so', harm: 'lost', proof: [sim] },
  I15: { says: 'after healing the exchange comes to rest', harm: 'unconfirmed', proof: [sim] },
  I16: { says: 'epochs never go back, bundle numbers are never used again', harm: 'unconfirmed', proof: [sim] },
  I17: { says: 'one bad change never stops those after it', harm: 'lost', proof: [sim] },
  I18: {
    says: 'nobody gets what is not meant for them',
    harm: 'leaked',
    proof: [sim, 'electron/core/exchange/withheld.test.ts'],
  },
  I19: {
    says: 'a spoilt file is refused or used up to its last whole section',
    harm: 'diverged',
    proof: [sim, damaged],
  },
  I20: { says: 'a change has the same verdict on every node', harm: 'diverged', proof: [sim, property] },
  I21: { says: 'nothing later of a revoked device is shown anywhere', harm: 'diverged', proof: [sim] },
  I22: {
    says: 'the roster never goes back',
    harm: 'diverged',
    proof: [sim, 'electron/core/testing/corpus/corpus.test.ts'],
  },
  I23: { says: 'a file for another is refused', harm: 'leaked', proof: [sim] },
  I24: {
    says: 'an entry removed from a local log is found',
    harm: 'lost',
    proof: ['electron/core/features/exchange/verify-home.test.ts'],
  },
  I25: { says: 'purged payloads are nowhere', harm: 'leaked', proof: ['later'] },
  I26: { says: 'no clock stops anybody from writing', harm: 'lost', proof: [sim] },
  I27: {
    says: 'the logical clock of an incarnation only rises, and never far beyond what was seen',
    harm: 'diverged',
    proof: [sim],
  },
  I28: { says: 'case numbers of an office are unique', harm: 'diverged', proof: [sim] },
  I29: {
    says: 'an attachment is there only when its whole hash fits',
    harm: 'diverged',
    proof: [sim, 'electron/core/exchange/blob-parts.property.test.ts'],
  },
  I30: {
    says: 'no bundle exceeds its budget, and all is delivered in the end',
    harm: 'unconfirmed',
    proof: [sim, 'electron/core/exchange/tight-budget.test.ts'],
  },
  I31: {
    says: 'a file cut at any byte gives exactly its whole sections',
    harm: 'diverged',
    proof: [damaged, 'electron/core/exchange/bundle.test.ts'],
  },
  I32: {
    says: 'programs of several versions live in one tree',
    harm: 'diverged',
    proof: [sim, 'electron/core/changes/take-up.test.ts', 'electron/core/features/records/newer-program.test.ts'],
  },
  I33: { says: 'after a crash there is the state before or after, never between', harm: 'diverged', proof: [sim] },
  I34: {
    says: 'no half file stands under a final name',
    harm: 'diverged',
    proof: ['electron/core/testing/rigs/stick-yank.rig.ts', 'electron/core/testing/rigs/stick-trouble.rig.ts'],
  },
  I35: {
    says: 'reading takes bounded time and memory',
    harm: 'diverged',
    proof: ['electron/core/testing/corpus/fuzz.rig.ts', 'electron/core/testing/corpus/fuzz.soak.ts'],
  },
  I36: {
    says: 'encoding and decoding are inverse',
    harm: 'diverged',
    proof: ['electron/core/changes/canonical.test.ts', 'electron/core/exchange/bundle.test.ts'],
  },
} as const satisfies Record<string, Entry>;

export type Invariant = keyof typeof invariants;
