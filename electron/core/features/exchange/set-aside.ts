/** @file What came and is not used: listed without its contents, and judged again when a person asks. */
import { applyChanges } from '#core/changes/apply.ts';
import { parseHeader } from '#core/changes/change.ts';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { isSpoilt } from '#core/changes/log-rows.ts';
import { all, get } from '#core/changes/statements.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { readPeer } from '#core/exchange/peer-state.ts';
import { authorNode } from '#core/features/records/authors.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { ok } from '#shared/lib/result.ts';

type Page = OutputOf<'exchange.setAside'>;

type Row = {
  readonly id: Uint8Array;
  readonly hdr: Uint8Array;
  readonly dev: Uint8Array;
  readonly at: string;
  readonly hlc: string;
  readonly verdict: string;
  readonly code: string;
  readonly src: Uint8Array | null;
};

/** Newest first. */
export function listSetAside({ home }: HomeContext, offset: number, limit: number): Page {
  const rows = all<Row>(
    home.store.raw,
    `SELECT id, hdr, dev, at, hlc, verdict, code, src FROM chg WHERE ${notAccepted} ORDER BY n DESC LIMIT ? OFFSET ?`,
    limit,
    offset,
  );
  return { total: countSetAside(home), rows: rows.map((row) => toRow(home, row)) };
}

/** All or nothing: each record that holds something not accepted is judged anew from what is here now. */
export const retrySetAside: Handler<'exchange.retry'> = async (context) => {
  const { home } = context;
  const { raw } = home.store;
  const before = countSetAside(home);
  await inTransaction(home.store, async () => {
    const records = all<{ agg: Uint8Array }>(raw, `SELECT DISTINCT agg FROM chg WHERE ${notAccepted}`);
    const { areas } = applyChanges(raw, home.changes, ({ rejudge }) => {
      for (const { agg } of records) rejudge(toBase64Url(agg));
    });
    context.refresh(areas);
    return ok(null);
  });
  const left = countSetAside(home);
  context.refresh(['exchange', 'records']);
  return ok({ accepted: Math.max(0, before - left), left });
};

/** Said so that the small index of what was not accepted is used. */
const notAccepted = "verdict IN ('quarantined', 'held') AND code IS NOT NULL";

const countSetAside = (home: HomeContext['home']): number =>
  get<{ n: number }>(home.store.raw, `SELECT count(*) AS n FROM chg WHERE ${notAccepted}`)?.n ?? 0;

function toRow(home: HomeContext['home'], row: Row): Page['rows'][number] {
  const header = parseHeader(row.hdr);
  const author = header.ok ? authorNode({ home }, header.value) : null;
  const source = row.src === null ? null : (readPeer(home.store.raw, row.src)?.node ?? null);
  return {
    id: toHex(row.id),
    code: row.code,
    held: row.verdict === 'held',
    recordType: row.at,
    writtenBy: author === null ? '' : home.rosters.nodeName(author),
    cameFrom: source === null ? null : home.rosters.nodeName(source),
    at: header.ok ? hlcToMoment(row.hlc) : '',
    canRetry: !isSpoilt(row),
  };
}
