/** @file Withdrawing the certificate of a device, at the directorate (docs/adr/0010). */
import { applyChanges } from '#core/changes/apply.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import { all, get } from '#core/changes/statements.ts';
import { decodeHeader } from '#core/changes/stored.ts';
import type { ChangeHeader } from '#core/changes/change.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { isAuthority, issueRoster } from './issue-roster.ts';
import { followRoster } from './links.ts';
import { everythingHere, everythingUpTo } from './revocation.ts';

export type RevokeFault = AppError<
  'node/not-the-directorate' | 'device/unknown' | 'device/already-revoked' | 'device/unknown-change' | 'device/own'
>;

export type Revoked = { readonly roster: number; readonly setAside: number; readonly areas: ReadonlySet<string> };

/**
 * Issues a roster in which the device is revoked after a change (its short id, base64url), or after all that came here.
 * Must run inside a transaction. `dev` is base64url.
 */
export function revokeDevice(
  home: OpenHome,
  dev: string,
  after: string | 'everything-received',
  now: number,
): Result<Revoked, RevokeFault> {
  const { raw } = home.store;
  const roster = home.rosters.current();
  if (!roster || !isAuthority(raw)) return err(refusal('node/not-the-directorate', {}));
  const device = roster.devicesById.get(dev);
  if (!device) return err(refusal('device/unknown', {}));
  if (dev === toBase64Url(home.rosters.self().device)) return err(refusal('device/own', {}));
  if (device.revoked !== null) return err(refusal('device/already-revoked', {}));
  const bytes = wireToBytes(dev);
  const revoked =
    after === 'everything-received' ? everythingHere(raw, bytes) : everythingUpTo(raw, bytes, wireToBytes(after));
  if (revoked === null) return err(refusal('device/unknown-change', {}));
  const devices = roster.devices.map((one) => (one.cert.dev === dev ? { ...one, revoked } : one));
  const next = issueRoster(raw, home.rosters, { nodes: roster.nodes, devices }, now);
  followRoster(raw, home.rosters, roster);
  const { areas } = applyChanges(raw, home.changes, ({ settle }) => settle(dev));
  return ok({ roster: next.version, setAside: setAsideOf(home, bytes), areas });
}

export type DeviceCount = { readonly changes: number; readonly setAside: number; readonly lastHlc: string | null };

/** What is here of each device, by base64url id. */
export function countDevices(home: OpenHome): ReadonlyMap<string, DeviceCount> {
  const { raw } = home.store;
  const counts = new Map<string, DeviceCount>();
  const chains = all<{ dev: Uint8Array; inc: Uint8Array; changes: number; last: number }>(
    raw,
    'SELECT dev, inc, count(*) AS changes, max(seq) AS last FROM chg GROUP BY dev, inc',
  );
  for (const { dev, inc, changes, last } of chains) {
    const key = toBase64Url(dev);
    const before = counts.get(key) ?? { changes: 0, setAside: setAsideOf(home, dev), lastHlc: null };
    const hlc = get<{ hlc: string }>(
      raw,
      'SELECT hlc FROM chg WHERE dev = ? AND inc = ? AND seq = ?',
      dev,
      inc,
      last,
    )?.hlc;
    const lastHlc = [before.lastHlc, hlc ?? null].reduce((a, b) => (a === null || (b !== null && b > a) ? b : a));
    counts.set(key, { ...before, changes: before.changes + changes, lastHlc });
  }
  return counts;
}

/** One page of the headers of a device, the last of its chains first. */
export function recentChanges(
  home: OpenHome,
  dev: Uint8Array,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly { readonly id: string; readonly header: ChangeHeader }[] } {
  const { raw } = home.store;
  const total = get<{ n: number }>(raw, "SELECT count(*) AS n FROM chg WHERE dev = ? AND at <> ''", dev)?.n ?? 0;
  const rows = all<{ id16: Uint8Array; hdr: Uint8Array }>(
    raw,
    `SELECT id16, hdr FROM chg c WHERE dev = ? AND at <> '' AND (code IS NULL OR code NOT IN ('change/form', 'change/signature'))
     ORDER BY (SELECT max(n) FROM chg i WHERE i.dev = c.dev AND i.inc = c.inc) DESC, seq DESC, n LIMIT ? OFFSET ?`,
    dev,
    limit,
    offset,
  );
  return { total, rows: rows.map(({ id16, hdr }) => ({ id: toBase64Url(id16), ...decodeHeader({ hdr }) })) };
}

const setAsideOf = ({ store }: OpenHome, dev: Uint8Array): number =>
  get<{ n: number }>(
    store.raw,
    "SELECT count(*) AS n FROM chg WHERE verdict = 'quarantined' AND code = 'change/revoked' AND dev = ?",
    dev,
  )?.n ?? 0;
