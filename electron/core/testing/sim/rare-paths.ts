/** @file The rare ways through the exchange. A long run in which one of them was never taken proves nothing about it. */

/** Each with what it means. */
export const rarePaths = {
  gap: 'a file is missing: the position stays, the changes are kept',
  'gap, then filled': 'what was missing came, and the position passed all that had come before it',
  fork: 'both ends hold other changes at one position',
  'epoch raised': 'a peer showed a later epoch than ours, and ours went beyond it',
  'found by restore': 'the restore function began a new incarnation',
  'found by witness': 'the witness beside the home was ahead of it',
  'found by its lost witness': 'the witness beside the home was gone',
  'found by receipt': 'the receipt on a stick was ahead of the home',
  'found by ack': 'a peer confirmed what we do not hold',
  'bundle number ahead': 'a peer had seen a bundle number that we have never written',
  'ack regress': 'a peer that was restored asks again',
  'stale bundle': 'a bundle of an older epoch brought new changes',
  'hub restored': 'the directorate went back',
  'both ends restored': 'both ends of a link went back',
  'two restored': 'two homes without a link went back',
  'hub and office restored': 'the directorate and another home went back together',
  'direct stick': 'a bundle between two that are no neighbours',
  'office moved': 'an office stands under another department',
  'revoked before its last bundle': 'a device was revoked while bundles of it were on their way',
  'revoked after its last bundle': 'a device was revoked, and changes that had come were set aside',
  'clone enrolled': 'a copied machine was set up as a second device',
  'clone under new keys': 'a copied machine went on as a second device with all it had',
  'power cut': 'the power failed between reading and keeping',
  'good after bad': 'a change was set aside, and later ones of the same sender count',
  'held, then released': 'a change waited for a roster version and counts since that came',
  'read-only until updated': 'a record could not be written to until the program was newer',
  'attachment from three files': 'a blob became whole with the third file that brought parts of it',
  'attachment asked for again': 'what came of a blob did not fit its hash, and came again',
  'one change a file': 'the stick had room for one change',
  'offered and returned': 'a case was offered and came back',
  'handed over': 'a case was offered and accepted',
  'backfill over 4 hops': 'a case went to an office under another department',
  'late edit': 'a former owner wrote to a case after it had gone',
  'three-way conflict': 'three values that did not know of each other',
  'settled twice': 'a conflict was settled on two nodes at once',
  'void and edit': 'a record was voided while somebody edited it',
  'provisional series replaced': 'a restored office got its letter',
  'section cut': 'a file was cut and its first sections were used',
} as const;

export type RarePath = keyof typeof rarePaths;

export const notTaken = (taken: ReadonlySet<RarePath>): readonly RarePath[] =>
  (Object.keys(rarePaths) as RarePath[]).filter((path) => !taken.has(path));
