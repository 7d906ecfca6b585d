/**
 * @file Letters of case numbers: each incarnation of an office's device numbers its cases under a letter of its own, so
 * that a restored or copied machine cannot give a number twice. The directorate gives them out in the roster.
 */
import { noPredecessor, parseHeader } from '#core/changes/change.ts';
import { notSpoilt } from '#core/changes/log-rows.ts';
import { all, get, run } from '#core/changes/statements.ts';
import { fromBase64Url, toBase64Url, toHex } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { isAuthority, isRosterBehind, isRosterInDoubt, issueRoster, seriesSeenUpTo } from './issue-roster.ts';
import { settleNotices } from './notices.ts';
import { nextSeries } from './roster.ts';
import type { RosterBook } from './roster-book.ts';
import type { RosterDevice } from './roster-form.ts';

/**
 * At the directorate: gives a letter to each incarnation of an office that has shown itself in changes since the last
 * time, in one new roster version. Elsewhere nothing happens. Must run inside a transaction.
 */
export function assignSeries(raw: SqliteDatabase, book: RosterBook, wall: number): void {
  const roster = book.current();
  if (!roster || !isAuthority(raw) || isRosterBehind(raw, book) || isRosterInDoubt(raw, book)) return;
  const since = Number(
    get<{ value: string }>(raw, `SELECT value FROM setting WHERE name = '${seriesSeenUpTo}'`)?.value ?? 0,
  );
  run(
    raw,
    `INSERT INTO setting (name, value) SELECT '${seriesSeenUpTo}', coalesce(max(n), 0) FROM chg WHERE true
     ON CONFLICT DO UPDATE SET value = excluded.value`,
  );
  const devices = new Map(roster.devices.map((device) => [device.cert.dev, device]));
  let given = 0;
  for (const { dev, inc, first } of newIncarnations(raw, since)) {
    const device = devices.get(dev);
    if (!device || device.cert.series === null || device.incs.some((one) => one.inc === inc)) continue;
    // The certificate's letter is that of the incarnation that was installed, the one that follows no other.
    if (first && !isSecondFirst(raw, dev, inc)) continue;
    const series = nextSeries({ devices: [...devices.values()] }, device.cert.node);
    if (series === null) continue;
    devices.set(dev, { ...device, incs: [...device.incs, { inc, series }] });
    given += 1;
  }
  if (given > 0) issueRoster(raw, book, { nodes: roster.nodes, devices: [...devices.values()] }, wall);
}

/** Takes the letters that a roster gives to this device. Must run inside a transaction, once the roster is in force. */
export function takeSeries(raw: SqliteDatabase, book: RosterBook): void {
  const self = book.self();
  const own: RosterDevice | undefined = book.current()?.devicesById.get(toBase64Url(self.device));
  for (const { inc, series } of own?.incs ?? []) {
    const taken = run(raw, 'UPDATE inc SET series = ? WHERE inc = ? AND series IS NULL', series, fromBase64Url(inc));
    if (taken > 0 && toHex(fromBase64Url(inc) ?? new Uint8Array()) === self.incarnation) {
      settleNotices(raw, 'series-provisional');
      book.reload();
    }
  }
}

/** Incarnations whose first change is new here; `first`: it names none before it. */
function newIncarnations(
  raw: SqliteDatabase,
  since: number,
): { readonly dev: string; readonly inc: string; readonly first: boolean }[] {
  const rows = all<{ hdr: Uint8Array }>(
    raw,
    `SELECT hdr FROM chg WHERE n > ? AND seq = 1 AND at <> '' AND ${notSpoilt()} ORDER BY n`,
    since,
  );
  return rows.flatMap(({ hdr }) => {
    const header = parseHeader(hdr);
    if (!header.ok) return [];
    const { dev, inc, prev } = header.value;
    return [{ dev, inc, first: prev === noPredecessor }];
  });
}

/** A device that was restored to where it had written nothing begins anew without naming anything. */
const isSecondFirst = (raw: SqliteDatabase, dev: string, inc: string): boolean =>
  all<{ hdr: Uint8Array }>(
    raw,
    `SELECT hdr FROM chg WHERE dev = ? AND inc <> ? AND seq = 1 AND at <> '' AND ${notSpoilt()}`,
    fromBase64Url(dev),
    fromBase64Url(inc),
  ).some(({ hdr }) => {
    const header = parseHeader(hdr);
    return header.ok && header.value.prev === noPredecessor;
  });
