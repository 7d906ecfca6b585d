/** @file An unlocked home and who is at work in it. */
import type { Access } from '#core/access/access.ts';
import type { ApplyContext } from '#core/changes/apply-types.ts';
import type { Signer } from '#core/crypto/ed25519.ts';
import type { Tables } from '#core/db/tables.ts';
import type { Store } from '#core/db/transaction.ts';
import type { RosterBook } from '#core/exchange/roster-book.ts';

export type Session = {
  readonly displayName: string;
  readonly access: Access;
  /** Key slot of this person. */
  readonly slot: string;
};

export type OpenHome = {
  readonly store: Store<Tables>;
  readonly session: Session;
  readonly signer: Signer;
  readonly rosters: RosterBook;
  readonly changes: ApplyContext;
};
