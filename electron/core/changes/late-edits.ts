/** @file Edits by a former owner of a record, under the head that was handed over (docs/adr/0010). They merge like any other. */
import { movesRecord } from './authority-moves.ts';
import type { ChangeHeader } from './change.ts';

/** An accepted change of one record: its short id, and its place in the order in which changes came here. */
export type Arrived = { readonly id: string; readonly n: number; readonly header: ChangeHeader };

/**
 * Of all accepted changes of a record, those that its former owner wrote without knowing that it had gone. Those of the
 * device that offered it come after the offer in its own chain; those of its sisters are late where they came here after
 * the acceptance.
 */
export function lateEditsOf<C extends Arrived>(changes: readonly C[]): C[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const late = new Set<C>();
  for (const accepted of changes) {
    const { own } = accepted.header;
    if (own === null || !accepted.header.w.some(({ g }) => g === 'owner')) continue;
    const offer = byId.get(accepted.header.w.find(({ g }) => g === 'transfer')?.p[0] ?? '');
    if (!offer) continue;
    for (const change of changes) {
      const { header } = change;
      if (header.own !== own || movesRecord(header)) continue;
      const sameChain = header.inc === offer.header.inc && header.dev === offer.header.dev;
      if (sameChain ? header.seq > offer.header.seq : change.n > accepted.n) late.add(change);
    }
  }
  return [...late];
}
