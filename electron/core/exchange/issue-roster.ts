/** @file A new version of the roster, which the directorate alone can sign. */
import { get, run } from '#core/changes/statements.ts';
import { createSigner } from '#core/crypto/ed25519.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { nextRoster, type Roster, type RosterEntries, verifyRoster } from './roster.ts';
import type { RosterBook } from './roster-book.ts';

/** Whether this home holds the authority's key. */
export const isAuthority = (raw: SqliteDatabase): boolean => authorityKeys(raw) !== null;

/**
 * Signs, stores and puts in force the version after the one held; links are left alone. Must run inside a transaction;
 * throws RangeError for entries that break a rule of the tree.
 */
export function issueRoster(raw: SqliteDatabase, book: RosterBook, entries: RosterEntries, wall: number): Roster {
  const held = book.current();
  const keys = authorityKeys(raw);
  if (!held || !keys) throw new Error('only the directorate issues a roster');
  const line = nextRoster(held, entries, Math.floor(wall), createSigner(keys.authority));
  const next = verifyRoster(line, keys.root);
  if (!next.ok) throw new Error('our own roster does not verify');
  const { version, hash } = next.value;
  run(raw, 'INSERT INTO roster (version, hash, line) VALUES (?, ?, ?)', version, hash, line);
  run(raw, 'UPDATE self SET roster = ?', version);
  book.reload();
  return next.value;
}

function authorityKeys(raw: SqliteDatabase): { readonly authority: Uint8Array; readonly root: Uint8Array } | null {
  const keys = get<{ authority_key: Uint8Array | null; root_public: Uint8Array | null }>(
    raw,
    'SELECT authority_key, root_public FROM self',
  );
  return keys?.authority_key && keys.root_public ? { authority: keys.authority_key, root: keys.root_public } : null;
}
