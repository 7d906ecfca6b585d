/** @file Opening a link to a device: from then on changes are written to it, and what is there already goes first. */
import { createLinkLog } from '#core/changes/link-log.ts';
import { all, run } from '#core/changes/statements.ts';
import { type ChgRow, chgColumns, decodeRow } from '#core/changes/stored.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { bytesEqual } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { RosterBook } from './roster-book.ts';

export type NewPeer = {
  readonly dev: Uint8Array;
  readonly node: string;
  /** Roster version it is known to hold. */
  readonly roster: number;
};

/** Must run inside a transaction, after the roster that lists the device was stored. */
export function openLink(raw: SqliteDatabase, book: RosterBook, peer: NewPeer): void {
  run(
    raw,
    `INSERT INTO peer (dev, node, out_epoch_n, out_epoch_r, acked, acked_bn, bn, sent_to, in_k, in_bn, roster)
     VALUES (?, ?, 1, ?, 0, 0, 0, 0, 0, 0, ?)`,
    peer.dev,
    peer.node,
    randomBytes(8),
    peer.roster,
  );
  book.reload();
  backfill(raw, book, peer.dev);
}

/** Puts every change in the peer's audience on its link, in the order in which they came here. */
function backfill(raw: SqliteDatabase, book: RosterBook, peer: Uint8Array): void {
  const links = createLinkLog(raw, (change) =>
    book.linkTargets(change).filter((target) => bytesEqual(target.peer, peer)),
  );
  for (let after = 0; ; ) {
    const rows = all<ChgRow>(
      raw,
      `SELECT ${chgColumns} FROM chg WHERE n > ? AND verdict = 'ok' ORDER BY n LIMIT 1000`,
      after,
    );
    for (const row of rows) {
      const { header, payload } = decodeRow(row);
      const owner = payload?.d.owner?.node ?? ownerNamed(raw, header.own);
      links.enqueue({ n: row.n, header, owner: typeof owner === 'string' ? owner : null, source: row.src });
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.n;
  }
}

function ownerNamed(raw: SqliteDatabase, own: string | null): unknown {
  if (own === null) return null;
  const [row] = all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE id16 = ?`, wireToBytes(own));
  return row ? decodeRow(row).payload?.d.owner?.node : null;
}
