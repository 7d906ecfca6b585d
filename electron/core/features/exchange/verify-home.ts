/** @file Whether this home is what its signatures and hashes say: database, chains, audit, projections. */
import { type BlobPorts, blobPath, isBlobFile } from '#core/blobs/blob-files.ts';
import { readBlobRows } from '#core/blobs/blob-rows.ts';
import { firstBreak } from '#core/audit/audit-log.ts';
import { type ChangeHeader, changeId, parseHeader, parsePayload } from '#core/changes/change.ts';
import { checkLocal } from '#core/changes/local-values.ts';
import { isSpoilt } from '#core/changes/log-rows.ts';
import { projectionDigest, replayAll } from '#core/changes/replay.ts';
import { all, get } from '#core/changes/statements.ts';
import { type ChgRow, chgColumns, DamagedStore } from '#core/changes/stored.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { bytesEqual, toBase64Url } from '#core/crypto/bytes.ts';
import { isSound } from '#core/db/open.ts';
import { readPeers } from '#core/exchange/peer-state.ts';
import { checkSlice, type SliceReport } from '#core/exchange/check-later.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

type Verification = OutputOf<'exchange.verify'>;
type Check = Verification['checks'][number];

/** Slow: reads every page and every signature. Runs in its turn, outside a transaction. */
export function verifyHome(services: BlobPorts, home: OpenHome): Verification {
  const { raw } = home.store;
  const checks: Check[] = [
    check('database', isSound(raw, 'full'), 'integrity_check'),
    chains(home),
    signatures(home),
    audit(home),
    projections(home),
    attachments(services, home),
    local(home),
  ];
  return { ok: checks.every((one) => one.ok), checks };
}

const check = (name: string, good: boolean, detail: string): Check => ({ name, ok: good, detail });

/** Each stored change is what its id and its header say, and follows its predecessor. */
function chains(home: OpenHome): Check {
  const { raw } = home.store;
  const whole = wholeChains(home);
  let broken = unsentGaps(raw);
  let count = 0;
  for (const row of everyChange(raw)) {
    count += 1;
    const header = parseHeader(row.hdr);
    if (!isAsTaken(row, header.ok ? header.value : null)) broken += 1;
    else if (header.ok && header.value.seq > 1 && !followsPrevious(raw, row, header.value, whole)) broken += 1;
  }
  const own = get<{ inc: Uint8Array; seq: number; head: Uint8Array }>(
    raw,
    'SELECT inc, seq, head FROM inc ORDER BY ordinal DESC LIMIT 1',
  );
  const last = get<{ id: Uint8Array }>(
    raw,
    'SELECT id FROM chg WHERE dev = ? AND inc = ? AND seq = ? ORDER BY n DESC LIMIT 1',
    home.rosters.self().device,
    own?.inc ?? null,
    own?.seq ?? 0,
  );
  const headFits = own === undefined || own.seq === 0 || (last !== undefined && bytesEqual(last.id, own.head));
  return check('chains', broken === 0 && headFits, `${count} changes, ${broken} broken`);
}

/** What was set aside for its form may have any; all else was sound when it came in. */
function isAsTaken(row: ChgRow, header: ChangeHeader | null): boolean {
  if (!bytesEqual(changeId(row.hdr), row.id)) return false;
  if (isSpoilt(row)) return true;
  return header !== null && (row.pay === null || parsePayload(header, row.pay).ok);
}

/**
 * Incarnations of which every change must be here: our own, and those whose only way up leads through us. Of the ones
 * before, a restore may have lost some for good, in the middle too where a file was lost as well.
 */
function wholeChains(home: OpenHome): ReadonlySet<string> {
  const { raw } = home.store;
  const self = home.rosters.self();
  const below = readPeers(raw).filter(
    ({ dev, node, in_missing }) =>
      in_missing === null &&
      home.rosters.current()?.nodesById.get(node)?.parent === self.node &&
      get(raw, "SELECT 1 FROM chg WHERE src = ? AND verdict = 'quarantined' AND at = ''", dev) === undefined,
  );
  const newest = below.map(({ dev, in_inc }) => chainName(toBase64Url(dev), toBase64Url(in_inc ?? new Uint8Array())));
  const own = chainName(toBase64Url(self.device), toBase64Url(Buffer.from(self.incarnation, 'hex')));
  return new Set([own, ...newest]);
}

const chainName = (dev: string, inc: string): string => `${dev} ${inc}`;

/** Changes that were put on a link and are gone. */
const unsentGaps = (raw: OpenHome['store']['raw']): number =>
  get<{ n: number }>(raw, 'SELECT count(*) AS n FROM link_out WHERE n NOT IN (SELECT n FROM chg)')?.n ?? 0;

function followsPrevious(
  raw: OpenHome['store']['raw'],
  row: ChgRow,
  { dev, inc, seq, prev }: ChangeHeader,
  whole: ReadonlySet<string>,
): boolean {
  const before = all<{ id: Uint8Array }>(
    raw,
    'SELECT b.id FROM chg a JOIN chg b ON b.dev = a.dev AND b.inc = a.inc AND b.seq = ? WHERE a.n = ?',
    seq - 1,
    row.n,
  );
  // Of other devices we hold what concerns us: there a change that is not here is no break.
  if (before.length === 0) return !whole.has(chainName(dev, inc));
  return before.some(({ id }) => toBase64Url(id) === prev);
}

/** Every single signature, also those a later header of the chain vouched for. A bad one is quarantined. */
function signatures(home: OpenHome): Check {
  const { raw } = home.store;
  const counts = unlessDamaged(() =>
    raw.transaction(() => {
      let verified = 0;
      let bad = 0;
      for (let after: number | null = 0; after !== null; ) {
        const slice: SliceReport = checkSlice(home, after, 1000, 'all');
        verified += slice.verified;
        bad += slice.bad;
        after = slice.next;
      }
      return { verified, bad };
    })(),
  );
  if (counts === null) return check('signatures', false, 'a stored change is damaged');
  return check('signatures', counts.bad === 0, `${counts.verified} verified, ${counts.bad} bad`);
}

function audit({ store }: OpenHome): Check {
  const broken = firstBreak(store.raw);
  return check('audit', broken === null, broken === null ? 'whole' : `breaks at ${broken}`);
}

/** Every blob that is said to be whole is there and is what its id says. */
function attachments(services: BlobPorts, { store }: OpenHome): Check {
  const whole = readBlobRows(store.raw).filter(({ state }) => state === 'whole');
  const broken = whole.filter(({ id }) => !isBlobFile(blobPath(services, id), id));
  return check('attachments', broken.length === 0, `${whole.length} checked, ${broken.length} broken`);
}

/** What never leaves this computer can be read, and none of it was altered or taken out of its row. */
function local({ store }: OpenHome): Check {
  const { entries, broken } = checkLocal(store.raw);
  return check('local', broken === 0, `${entries} entries, ${broken} broken`);
}

/** Drops and replays every projection, compares, and leaves the database as it was. */
function projections(home: OpenHome): Check {
  const { raw } = home.store;
  const before = projectionDigest(raw);
  const after = unlessDamaged(() => replayed(home));
  return check('projections', before === after, before === after ? 'equal after replay' : 'differ after replay');
}

function replayed(home: OpenHome): string {
  const { raw } = home.store;
  let digest = '';
  try {
    raw.transaction(() => {
      replayAll(raw, home.changes);
      digest = projectionDigest(raw);
      throw new Undo();
    })();
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return digest;
}

/** Null when a stored change is no longer what was once checked. */
function unlessDamaged<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof DamagedStore) return null;
    throw error;
  }
}

class Undo extends Error {}

function* everyChange(raw: OpenHome['store']['raw']): Iterable<ChgRow> {
  for (let after = 0; ; ) {
    const rows = all<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE n > ? ORDER BY n LIMIT 2000`, after);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.n;
  }
}
