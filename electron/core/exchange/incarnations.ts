/**
 * @file A new life of this home's database (docs/bundle-format.md, section 3): after a restore, or when something shows
 * that others have seen more of us than we hold. What is written from here on can then never be taken for what was lost.
 */
import { get, run } from '#core/changes/statements.ts';
import { bytesEqual } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { renewLink } from './links.ts';
import { raiseNotice } from './notices.ts';
import { readPeers } from './peer-state.ts';
import type { RosterBook } from './roster-book.ts';

export type Beginning = {
  readonly why: 'restore' | 'witness' | 'receipt' | 'ack';
  /** ISO 8601, by our clock; for people. */
  readonly at: string;
  /** The epoch number of ours that a peer has shown, where one has. */
  readonly past?: { readonly dev: Uint8Array; readonly epochN: number };
};

/**
 * The chain goes on: the first change of the new incarnation names the old head. Every link begins a new epoch and tells
 * everything again; bundle numbers go on. Must run inside a transaction, and outside applyChanges.
 */
export function beginIncarnation(raw: SqliteDatabase, book: RosterBook, { why, at, past }: Beginning): void {
  const last = get<{ ordinal: number; head: Uint8Array }>(
    raw,
    'SELECT ordinal, head FROM inc ORDER BY ordinal DESC LIMIT 1',
  );
  if (!last) throw new Error('a home without an incarnation');
  run(
    raw,
    'INSERT INTO inc (ordinal, inc, started, why, seq, head, series) VALUES (?, ?, ?, ?, 0, ?, NULL)',
    last.ordinal + 1,
    randomBytes(8),
    at,
    why,
    last.head,
  );
  book.reload();
  for (const { dev } of readPeers(raw)) {
    renewLink(raw, book, dev, past && bytesEqual(past.dev, dev) ? past.epochN : 0);
  }
  raiseNotice(raw, { kind: 'rolled-back', peer: null, detail: { date: at }, at });
  if (book.self().code !== null) raiseNotice(raw, { kind: 'series-provisional', peer: null, detail: {}, at });
}
