/**
 * @file The rules of the merge said a second time, slowly and without registers: heads and winners found by looking at
 * the whole set of accepted changes.
 */
import { parseHeader, parsePayload, shortId } from '#core/changes/change.ts';
import { groupSpecOf, specOf, tokenToGroup } from '#core/changes/registry.ts';
import { isUnderstood } from '#core/changes/understood.ts';
import { all } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { Role } from '#shared/domain/permissions.ts';
import type { RigStore } from './change-rig.ts';

type Log = Pick<RigStore, 'raw'>;
type Judged = Pick<RigStore, 'raw' | 'context'>;

type Told = {
  readonly id: string;
  readonly header: ReturnType<typeof headerOf>;
  readonly owner: string | null;
  readonly writes: ReadonlyMap<string, readonly string[]>;
};

const headerOf = (bytes: Uint8Array) => {
  const header = parseHeader(bytes);
  if (!header.ok) throw new Error('a header that does not parse');
  return header.value;
};

function accepted({ raw }: Log): Told[] {
  const rows = all<{ id: Uint8Array; hdr: Uint8Array; pay: Uint8Array | null; at: string }>(
    raw,
    "SELECT id, hdr, pay, at FROM chg WHERE verdict = 'ok' AND at IN ('user', 'forum', 'meeting', 'dispute')",
  );
  return rows.map(({ id, hdr, pay }) => {
    const header = headerOf(hdr);
    const payload = pay === null ? null : parsePayload(header, pay);
    const owner = payload?.ok ? payload.value.d.owner?.node : null;
    return {
      id: shortId(id),
      header,
      owner: typeof owner === 'string' ? owner : null,
      writes: new Map(header.w.map(({ g, p }) => [tokenToGroup(header.at, g), p])),
    };
  });
}

/** Short ids of the current values, sorted, by record and group. */
export function headsByForce(store: Judged): Map<string, string[]> {
  const log = accepted(store);
  const ends = endsByForce(store, log);
  // A change this program does not understand neither is a value nor supersedes one.
  const told = log.filter(({ header }) => isUnderstood(header));
  const heads = new Map<string, string[]>();
  for (const { id, header, writes } of told) {
    for (const group of writes.keys()) {
      const later = told.some(
        (other) =>
          other.header.agg === header.agg &&
          !groupSpecOf(other.header.at, group)?.append &&
          other.writes.get(group)?.includes(id) &&
          ends(other.id, id),
      );
      if (!later) push(heads, `${header.agg} ${group}`, id);
    }
  }
  return sorted(heads);
}

/**
 * Whether one change may end another of the same record: both go back to one founding, or the author of the first could
 * write where the second stands, as a node that owns the record there or as one above that may correct.
 */
function endsByForce({ context }: Judged, log: readonly Told[]): (id: string, seen: string) => boolean {
  const told = new Map(log.map((one) => [one.id, one]));
  const founding = (id: string): string | undefined => {
    const own = told.get(id)?.header.own;
    return own ? founding(own) : own === null ? id : undefined;
  };
  return (id, seen) => {
    const [by, of] = [told.get(id), founding(seen)];
    if (!by || of === undefined) return false;
    if (of === founding(id)) return true;
    const { at, role, ros, dev } = by.header;
    const roster = context.rosterAt(ros);
    const node = roster?.device(dev)?.node ?? '';
    const corrects = specOf(at)?.correctors.includes(role as Role);
    const owners = log.filter((one) => one.owner !== null && founding(one.id) === of).map(({ owner }) => owner ?? '');
    return (
      told.get(of)?.header.at === at &&
      owners.some((owner) => owner === node || (corrects && roster?.isAncestor(node, owner)))
    );
  };
}

export function storedHeads({ raw }: Log): Map<string, string[]> {
  const heads = new Map<string, string[]>();
  for (const { agg, grp, id16 } of all<{ agg: Uint8Array; grp: string; id16: Uint8Array }>(raw, 'SELECT * FROM head')) {
    push(heads, `${toBase64Url(agg)} ${grp}`, toBase64Url(id16));
  }
  return sorted(heads);
}

/** Correction from above, then depth, then id. */
export function winnerByForce(store: Judged, agg: string, group: string, heads: readonly string[]): string {
  const log = accepted(store);
  const told = new Map(log.map((one) => [one.id, one]));
  const ends = endsByForce(store, log);
  const depth = (id: string): number => {
    const one = told.get(id);
    const seen = one?.header.agg === agg ? one.writes.get(group) : undefined;
    return seen === undefined ? 0 : 1 + Math.max(0, ...seen.filter((p) => ends(id, p)).map(depth));
  };
  const fromAbove = (id: string): number => {
    const header = told.get(id)?.header;
    if (!header || header.own === null) return 0;
    const author = store.context.rosterAt(header.ros)?.device(header.dev)?.node;
    return author === told.get(header.own)?.owner ? 0 : 1;
  };
  const rank = (id: string): readonly [number, number, string] => [
    fromAbove(id),
    depth(id),
    Buffer.from(id, 'base64url').toString('hex'),
  ];
  const better = (a: string, b: string): boolean => {
    const [x, y] = [rank(a), rank(b)];
    if (x[0] !== y[0]) return x[0] > y[0];
    return x[1] === y[1] ? x[2] > y[2] : x[1] > y[1];
  };
  return heads.reduce((best, id) => (better(id, best) ? id : best), heads[0] ?? '');
}

function push(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key) ?? [];
  ids.push(id);
  map.set(key, ids);
}

const sorted = (map: Map<string, string[]>): Map<string, string[]> =>
  new Map([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, ids]) => [key, ids.toSorted()]));
