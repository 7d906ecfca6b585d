import { decodeHeader, type ChgRow, chgColumns } from '#core/changes/stored.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { lateEditsOf } from '#core/changes/late-edits.ts';
import { all } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { raiseNotice } from './notices.ts';

/**
 * Tells the owner of a record that was handed over what a bundle brought of its former one, changes after row `after`:
 * one notice for each device that went on writing. Must run inside a transaction.
 */
export function noteLateEdits({ store, rosters }: OpenHome, after: number, at: string): void {
  const { raw } = store;
  const counts = new Map<string, number>();
  for (const agg of movedRecordsWithNews(raw, after, rosters.self().node)) {
    const rows = all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE agg = ? AND verdict = 'ok' ORDER BY n`, agg);
    const changes = rows.map((row) => ({ n: row.n, id: toBase64Url(row.id16), header: decodeHeader(row).header }));
    for (const { n, header } of lateEditsOf(changes)) {
      if (n > after) counts.set(header.dev, (counts.get(header.dev) ?? 0) + 1);
    }
  }
  for (const [dev, number] of counts)
    raiseNotice(raw, { kind: 'late-edits', peer: wireToBytes(dev), detail: { number }, at });
}

/** Few records ever move: they are looked at first, and only then their newest changes. */
const movedRecordsWithNews = (raw: OpenHome['store']['raw'], after: number, owner: string): Uint8Array[] =>
  all<{ agg: Uint8Array }>(
    raw,
    `SELECT v.agg FROM val v INDEXED BY val_moved JOIN val o ON o.agg = v.agg AND o.grp = 'owner'
     WHERE v.grp = 'transfer' AND json_extract(o.v, '$.node') = ?
       AND EXISTS (SELECT 1 FROM chg c WHERE c.agg = v.agg AND c.n > ?)`,
    owner,
    after,
  ).map(({ agg }) => agg);
