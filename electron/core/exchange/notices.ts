/** @file What the exchange noticed by itself, kept until a person has seen it. Nothing waits for it and nothing is decided by it. */
import { all, get, run } from '#core/changes/statements.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { NoticeKind } from '#shared/domain/notice-kinds.ts';

/** `number` is a file number, a count or a number of minutes, as the kind says; `date` an ISO 8601 moment. */
export type NoticeDetail = { readonly number?: number; readonly date?: string };

export type Notice = {
  readonly n: number;
  readonly kind: NoticeKind;
  /** Device it is about; null: this home. */
  readonly peer: Uint8Array | null;
  readonly detail: NoticeDetail;
  /** ISO 8601, by our clock. */
  readonly at: string;
  readonly seen: boolean;
};

/** Must run inside a transaction. One notice a kind and device stands unseen; what comes later replaces what it says. */
export function raiseNotice(
  raw: SqliteDatabase,
  { kind, peer, detail, at }: Pick<Notice, 'kind' | 'peer' | 'detail' | 'at'>,
): void {
  const standing = get<{ n: number }>(
    raw,
    'SELECT n FROM notice WHERE seen = 0 AND kind = ? AND peer IS ? LIMIT 1',
    kind,
    peer,
  );
  const text = JSON.stringify(detail);
  if (standing) run(raw, 'UPDATE notice SET detail = ?, at = ? WHERE n = ?', text, at, standing.n);
  else run(raw, 'INSERT INTO notice (kind, peer, detail, at, seen) VALUES (?, ?, ?, ?, 0)', kind, peer, text, at);
}

/** Newest first; at most `limit`. */
export function listNotices(raw: SqliteDatabase, limit = 200): Notice[] {
  const rows = all<Omit<Notice, 'detail' | 'seen'> & { detail: string; seen: number }>(
    raw,
    'SELECT n, kind, peer, detail, at, seen FROM notice ORDER BY n DESC LIMIT ?',
    limit,
  );
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as NoticeDetail, seen: row.seen === 1 }));
}

/** Whether there was one to dismiss. */
export const dismissNotice = (raw: SqliteDatabase, n: number): boolean =>
  run(raw, 'UPDATE notice SET seen = 1 WHERE n = ?', n) > 0;

/** What has settled itself: nobody need see it any more. */
export function settleNotices(raw: SqliteDatabase, kind: NoticeKind): void {
  run(raw, 'UPDATE notice SET seen = 1 WHERE seen = 0 AND kind = ?', kind);
}
