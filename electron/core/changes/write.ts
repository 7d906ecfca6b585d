/**
 * @file Making changes here. A use-case says what a person did to one record; this writes it as one signed change, or
 * as two in the same transaction when it touches both what leaves the office and what stays.
 */
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { Signer } from '#core/crypto/ed25519.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Role } from '#shared/domain/permissions.ts';
import { applyChanges } from './apply.ts';
import type { ApplyContext, Touched } from './apply-types.ts';
import { canonicalize, type JsonObject } from './canonical.ts';
import { buildChange, type GroupWrite, shortId } from './change.ts';
import { formatHlc, type HlcState, tick } from './hlc.ts';
import { uuidToBytes, uuidToWire } from './ids.ts';
import { limits } from './limits.ts';
import { type LocalChange, localChangedSince, mustBeLocal, writeLocal } from './local-values.ts';
import { needsUpdate } from './log-rows.ts';
import { isOfferedAway, ownerHeads } from './open-offers.ts';
import { groupSpecOf, groupToToken, type RecordType, specOf } from './registry.ts';
import { all, get, run } from './statements.ts';
import { kindVersion } from './understood.ts';

/** One register group and its new value; null removes an element of a set. */
export type GroupChange = { readonly group: string; readonly value: JsonObject | null };

export type RecordWrite = {
  readonly record: string;
  readonly at: RecordType;
  /** What the person did, `meeting.edited`; not told for what stays at the office. */
  readonly kind: string;
  /** Makes the record: writes `owner` too. */
  readonly creates?: boolean;
  /** Groups of class `open` and `restricted`; any other is a bug and throws. */
  readonly groups: readonly GroupChange[];
  /** What stays on this computer: no part of any change. */
  readonly local?: readonly LocalChange[];
  /** It passes the record on or shares it: written by its owner, or by the office it was offered to. */
  readonly moves?: {
    readonly by: 'owner' | 'target';
    /** The ownership head it stands on, and the values of each group that it ends. */
    readonly own: string;
    readonly seen: Readonly<Record<string, readonly string[]>>;
  };
  /** Heads of the groups as the form was loaded; not needed when the record is created or elements are appended. */
  readonly heads?: Readonly<Record<string, readonly string[]>>;
};

/** Who writes: a signed-in person on this device. */
export type Author = {
  readonly user: string;
  readonly roles: readonly Role[];
  readonly signer: Signer;
  readonly now: () => number;
};

export type WriteFault = AppError<'record/changed' | 'record/not-yours' | 'record/newer-program'>;

/** Thrown, because any write may meet it: this device was revoked and what it writes counts nowhere. Dispatch tells. */
export class DeviceRevoked extends Error {}

/** Writes a person's act on one record. Throws DeviceRevoked. Must run inside an open transaction; on `err` the caller rolls back. */
export function writeRecord(
  raw: SqliteDatabase,
  context: ApplyContext,
  author: Author,
  write: RecordWrite,
): Result<Touched, WriteFault> {
  const self = readSelf(raw);
  const local = write.local ?? [];
  for (const { group } of write.groups) classOf(write.at, group);
  mustBeLocal(write.at, local);
  // A home that is not enrolled has no records, and use-cases that make one ask first.
  if (self.roster === 0) throw new Error('nothing is recorded before enrolment');
  if (context.goodOf(toBase64Url(self.device)) !== null) throw new DeviceRevoked();
  const owner = write.creates ? null : ownerHead(raw, write.record, self.node);
  if (!write.creates && owner === null) return err(refusal('record/not-yours', {}));
  if (needsUpdate(raw, uuidToBytes(write.record), write.at)) return err(refusal('record/newer-program', {}));
  const corrects = owner !== null && owner.node !== self.node && !write.moves;
  const role = roleFor(write.at, author.roles, corrects || write.moves !== undefined);
  if (role === null) return err(refusal('record/not-yours', {}));
  if (corrects && !mayCorrect(raw, context, self, owner.node, write)) return err(refusal('record/not-yours', {}));
  if (owner !== null && !corrects && !write.moves && isOfferedAway(raw, uuidToBytes(write.record), owner.id)) {
    return err(refusal('record/not-yours', {}));
  }
  const groups = write.creates ? [{ group: 'owner', value: { node: self.node } }, ...write.groups] : write.groups;
  const current = { ...currentHeads(raw, write.record), ...write.moves?.seen };
  const agg = uuidToBytes(write.record);
  // Another node's computer keeps nothing of this kind about a record that is not its own.
  if (local.length > 0 && owner !== null && owner.node !== self.node) return err(refusal('record/not-yours', {}));
  const changed = [...changedSince(write, current), ...localChangedSince(raw, agg, local, write.heads)];
  if (changed.length > 0) return err(refusal('record/changed', { groups: changed }));
  writeLocal(raw, { agg, at: write.at, user: author.user, role, written: author.now() }, local);
  let own = write.moves?.own ?? owner?.id ?? null;
  const touched = applyChanges(raw, context, ({ apply }) => {
    for (const part of partsOf(write.at, groups, current)) {
      const kind = corrects ? `correction.${write.kind}` : write.kind;
      const change = sign(raw, author, { ...part, self, write, kind, role, own, current });
      const { outcome, code } = apply(change, { source: null, checked: 'own' });
      // The rules that bind other offices bind us: what they would set aside must not seem saved here.
      if (outcome !== 'applied') throw new Error(`our own change is ${outcome}: ${code}`);
      own ??= shortId(change.id);
    }
  });
  return ok(local.length === 0 ? touched : { ...touched, areas: new Set([...touched.areas, write.at]) });
}

/** Heads of every group of a record, by group. */
export function currentHeads(raw: SqliteDatabase, record: string): Record<string, string[]> {
  const heads: Record<string, string[]> = {};
  const rows = all<{ grp: string; id16: Uint8Array }>(
    raw,
    'SELECT grp, id16 FROM head WHERE agg = ? ORDER BY grp, id16',
    uuidToBytes(record),
  );
  for (const { grp, id16 } of rows) {
    const ids = heads[grp] ?? [];
    ids.push(toBase64Url(id16));
    heads[grp] = ids;
  }
  return heads;
}

type Self = {
  readonly node: string;
  readonly device: Uint8Array;
  readonly roster: number;
};

const readSelf = (raw: SqliteDatabase): Self => {
  const self = get<Self>(raw, 'SELECT node, device, roster FROM self');
  if (!self) throw new Error('a home without its own row');
  return self;
};

/**
 * Through the person's view: what one may not see, one cannot write to (docs/adr/0007). Where several heads claim the
 * record, an office goes on under its own, whichever is shown.
 */
function ownerHead(raw: SqliteDatabase, record: string, self: string): { id: string; node: string } | null {
  const agg = uuidToBytes(record);
  const row = get<{ id16: Uint8Array; v: string | null; heads: number }>(
    raw,
    "SELECT id16, v, heads FROM temp.seen_val WHERE agg = ? AND grp = 'owner'",
    agg,
  );
  if (!row?.v) return null;
  const shown = { id: toBase64Url(row.id16), node: String((JSON.parse(row.v) as { node: unknown }).node) };
  if (row.heads < 2 || shown.node === self) return shown;
  return ownerHeads(raw, agg).find(({ node }) => node === self) ?? shown;
}

/** Only a node above the owner corrects, and what it writes must reach the owner whole. */
const mayCorrect = (
  raw: SqliteDatabase,
  context: ApplyContext,
  self: Self,
  owner: string,
  write: RecordWrite,
): boolean => context.rosterAt(self.roster)?.isAncestor(self.node, owner) === true && reachesOwner(raw, owner, write);

/**
 * What is restricted travels to its owner over a direct link alone: a node between would get the header without the
 * payload, and so would the owner, for whom the words would be lost.
 */
function reachesOwner(raw: SqliteDatabase, owner: string, { at, groups }: RecordWrite): boolean {
  return (
    groups.every(({ group }) => classOf(at, group) === 'open') ||
    get(raw, 'SELECT 1 FROM peer WHERE node = ? LIMIT 1', owner) !== undefined
  );
}

/** The least of the author's roles that the act needs stands in the change. */
function roleFor(at: RecordType, roles: readonly Role[], corrects: boolean): Role | null {
  const spec = specOf(at);
  const fit: readonly Role[] = (corrects ? spec?.correctors : spec?.writers) ?? [];
  return fit.find((role) => roles.includes(role)) ?? null;
}

/** Groups that hold other values now than the form showed. */
function changedSince(write: RecordWrite, current: Readonly<Record<string, readonly string[]>>): string[] {
  if (write.creates || write.moves) return [];
  return write.groups
    .map(({ group }) => group)
    .filter((group) => {
      if (groupSpecOf(write.at, group)?.append) return false;
      const seen = new Set(write.heads?.[group] ?? []);
      const now = current[group] ?? [];
      return now.length !== seen.size || now.some((id) => !seen.has(id));
    });
}

/** Room in a change for its other fields. */
const headerRoom = limits.changeHeaderBytes - 1024;
const payloadRoom = limits.changePayloadBytes - 1024;

type Part = { readonly aud: 'open' | 'restricted'; readonly groups: readonly GroupChange[] };

/** One part per class, and more where a change cannot hold them all; the open part comes first, it carries `owner`. */
function partsOf(
  at: RecordType,
  groups: readonly GroupChange[],
  current: Readonly<Record<string, readonly string[]>>,
): Part[] {
  return (['open', 'restricted'] as const).flatMap((aud) => {
    const parts: { aud: typeof aud; groups: GroupChange[] }[] = [];
    let header = 0;
    let payload = 0;
    for (const one of groups.filter(({ group }) => classOf(at, group) === aud)) {
      const headerBytes = one.group.length + 32 + 25 * (current[one.group]?.length ?? 0);
      const payloadBytes = one.group.length + 8 + canonicalize(one.value).length;
      const last = parts.at(-1);
      const full =
        !last ||
        last.groups.length === limits.groupsPerChange ||
        header + headerBytes > headerRoom ||
        payload + payloadBytes > payloadRoom;
      if (full) {
        parts.push({ aud, groups: [one] });
        [header, payload] = [headerBytes, payloadBytes];
      } else {
        last.groups.push(one);
        header += headerBytes;
        payload += payloadBytes;
      }
    }
    return parts;
  });
}

function classOf(at: RecordType, group: string): 'open' | 'restricted' {
  const spec = groupSpecOf(at, group);
  // A local group is none of those that travel either.
  if (!spec) throw new Error(`the registry has no group ${group} in ${at} that a change may write`);
  return spec.class;
}

function sign(
  raw: SqliteDatabase,
  author: Author,
  part: {
    readonly aud: 'open' | 'restricted';
    readonly groups: readonly GroupChange[];
    readonly self: Self;
    readonly write: RecordWrite;
    readonly kind: string;
    readonly role: Role;
    readonly own: string | null;
    readonly current: Readonly<Record<string, readonly string[]>>;
  },
) {
  const { write, self } = part;
  const inc = get<{ ordinal: number; inc: Uint8Array; seq: number; head: Uint8Array }>(
    raw,
    'SELECT ordinal, inc, seq, head FROM inc ORDER BY ordinal DESC LIMIT 1',
  );
  const clock = get<HlcState & { quality: 0 | 1 | 2 | 3 }>(raw, 'SELECT ms, counter, quality FROM clock');
  if (!inc || !clock) throw new Error('a home without incarnation or clock');
  const wall = Math.floor(author.now());
  const time = tick(clock, wall);
  const writes: GroupWrite[] = part.groups.map(({ group }) => ({
    g: groupToToken(write.at, group),
    p: groupSpecOf(write.at, group)?.append ? [] : (part.current[group] ?? []),
  }));
  const { change } = buildChange(
    {
      dev: toBase64Url(self.device),
      inc: toBase64Url(inc.inc),
      seq: inc.seq + 1,
      prev: toBase64Url(inc.head),
      agg: uuidToWire(write.record),
      at: write.at,
      kind: part.aud === 'restricted' ? 'restricted' : part.kind,
      kv: kindVersion,
      mu: 0,
      by: uuidToWire(author.user),
      role: part.role,
      aud: part.aud,
      ros: self.roster,
      own: part.own,
      hlc: formatHlc(time),
      wall,
      cq: clock.quality,
      w: writes,
    },
    {
      d: Object.fromEntries(part.groups.map(({ group, value }) => [groupToToken(write.at, group), value])),
      ...(part.aud === 'restricted' ? { k: part.kind } : {}),
    },
    author.signer,
  );
  run(raw, 'UPDATE inc SET seq = ?, head = ? WHERE ordinal = ?', inc.seq + 1, change.id, inc.ordinal);
  run(raw, 'UPDATE clock SET ms = ?, counter = ?', time.ms, time.counter);
  return change;
}
