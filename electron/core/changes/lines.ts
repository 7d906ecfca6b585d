/**
 * @file Which values a change ends where a record was founded more than once (docs/adr/0010).
 *
 * [Note: Two foundings] A line of ownership is a founding and the acceptances that came from it; a change stands in the
 * line of the head that it names. What a change names as seen is superseded only if its author may write in the line of
 * what he saw: because it is the same line, because his node owns or owned the record there, or because he may correct
 * an owner there from above. Whoever founds a known record a second time can thus put his values beside those of others,
 * never in their place. It rests on which heads there are, so such a record is rebuilt whenever something of it comes.
 * Where there is one founding all of this holds of every change, and nobody need ask.
 */
import type { ChangeHeader } from './change.ts';
import { isRecordType, specOf } from './registry.ts';
import { type ChgRow, decodeRow } from './stored.ts';
import type { RosterView } from './verdict.ts';

export type Lines = {
  /** Whether a change ends what it names as seen; both by short id. What is not here or not accepted ends nothing. */
  ends(id: string, seen: string): boolean;
};

/** A change by its short id, as it stands in the log. */
type Logged = { readonly id: string; readonly header: ChangeHeader; readonly row: ChgRow };

/** From accepted changes of one record, all that name an owner among them. Null: one line at most. */
export function linesOf(changes: readonly Logged[], rosterAt: (version: number) => RosterView | null): Lines | null {
  // Of a type that is not known here nobody has judged who may found it.
  const known = changes.filter(({ header }) => isRecordType(header.at));
  if (known.filter(({ header }) => header.own === null).length < 2) return null;
  const headers = new Map(known.map(({ id, header }) => [id, header]));

  /** Id of the founding. A change names the ids of others, which are hashes: no cycle is possible. */
  const lineOf = (id: string): string | null => {
    for (let at = id; ; ) {
      const header = headers.get(at);
      if (!header) return null;
      if (header.own === null) return at;
      at = header.own;
    }
  };
  const owners = new Map<string, Set<string>>();
  for (const { id, header, row } of known) {
    if (!header.w.some(({ g }) => g === 'owner')) continue;
    const node = decodeRow(row).payload?.d.owner?.node;
    const line = lineOf(id);
    if (line === null || typeof node !== 'string') continue;
    owners.set(line, (owners.get(line) ?? new Set()).add(node));
  }

  return {
    ends: (id, seen) => {
      const [header, other] = [headers.get(id), headers.get(seen)];
      const line = lineOf(seen);
      if (!header || !other || line === null) return false;
      if (line === lineOf(id)) return true;
      const roster = rosterAt(header.ros);
      const node = roster?.device(header.dev)?.node;
      if (!roster || node === undefined || header.at !== other.at) return false;
      const corrects = specOf(header.at)?.correctors.some((role) => role === header.role) === true;
      return [...(owners.get(line) ?? [])].some(
        (owner) => owner === node || (corrects && roster.isAncestor(node, owner)),
      );
    },
  };
}
