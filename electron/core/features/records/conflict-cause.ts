/** @file How it came that two values did not know of each other, as far as their changes tell. */
import type { ChangeHeader } from '#core/changes/change.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

type Cause = OutputOf<'records.conflicts'>[number]['cause'];

type Author = {
  readonly header: Pick<ChangeHeader, 'dev' | 'inc' | 'own'>;
  readonly node: string | null;
  readonly nodeName: string;
};

/** `owner`: the node that owns the record now. `isAbove`: whether a node is an ancestor of the owner. */
export function causeOf(
  authors: readonly Author[],
  owner: { readonly node: string; readonly name: string },
  isAbove: (node: string) => boolean,
): Cause {
  const stranger = authors.find(({ node }) => node !== owner.node);
  const office = owner.name;
  const other = stranger?.nodeName ?? office;
  const distinct = (of: (author: Author) => string): boolean => new Set(authors.map(of)).size > 1;
  if (!distinct(({ header }) => header.dev)) {
    // One life of one device knows what it wrote before, unless it was copied and both copies went on.
    return { kind: distinct(({ header }) => header.inc) ? 'restore' : 'copied-device', office, other };
  }
  if (stranger === undefined || !distinct(({ node }) => node ?? '')) return { kind: 'two-devices', office, other };
  if (stranger.node !== null && isAbove(stranger.node)) return { kind: 'correction', office, other };
  return { kind: distinct(({ header }) => header.own ?? '') ? 'handed-over' : 'two-offices', office, other };
}

/** The same for conflicts between the same lives of the same devices, whatever the record. */
export const togetherOf = (authors: readonly Author[]): string =>
  [...new Set(authors.map(({ header }) => header.inc))].toSorted().join(' ');
