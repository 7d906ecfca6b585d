/** @file Whether this home is what its signatures and hashes say: database, chains, audit, projections. */
import { firstBreak } from '#core/audit/audit-log.ts';
import { changeId, parseHeader } from '#core/changes/change.ts';
import { projectionDigest, replayAll } from '#core/changes/replay.ts';
import { all, get } from '#core/changes/statements.ts';
import { type ChgRow, chgColumns } from '#core/changes/stored.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { bytesEqual, toBase64Url } from '#core/crypto/bytes.ts';
import { isSound } from '#core/db/open.ts';
import { checkSlice, type SliceReport } from '#core/exchange/check-later.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

type Verification = OutputOf<'exchange.verify'>;
type Check = Verification['checks'][number];

/** Slow: reads every page and every signature. Runs in its turn, outside a transaction. */
export function verifyHome(home: OpenHome): Verification {
  const { raw } = home.store;
  const checks: Check[] = [
    check('database', isSound(raw, 'full'), 'integrity_check'),
    chains(home),
    signatures(home),
    audit(home),
    projections(home),
    check('attachments', true, '0'),
  ];
  return { ok: checks.every((one) => one.ok), checks };
}

const check = (name: string, good: boolean, detail: string): Check => ({ name, ok: good, detail });

/** Each stored change is what its id says, and follows its predecessor where that is here. */
function chains(home: OpenHome): Check {
  const { raw } = home.store;
  let broken = 0;
  let count = 0;
  for (const row of everyChange(raw)) {
    count += 1;
    const header = parseHeader(row.hdr);
    if (!bytesEqual(changeId(row.hdr), row.id)) broken += 1;
    else if (row.verdict === 'ok' && !header.ok) broken += 1;
    else if (header.ok && header.value.seq > 1 && !followsPrevious(raw, row, header.value.prev, header.value.seq))
      broken += 1;
  }
  const own = get<{ seq: number; head: Uint8Array }>(raw, 'SELECT seq, head FROM inc ORDER BY ordinal DESC LIMIT 1');
  const device = home.rosters.self().device;
  const last = get<{ id: Uint8Array }>(
    raw,
    'SELECT id FROM chg WHERE dev = ? AND seq = ? ORDER BY n DESC LIMIT 1',
    device,
    own?.seq ?? 0,
  );
  const headFits = own === undefined || own.seq === 0 || (last !== undefined && bytesEqual(last.id, own.head));
  return check('chains', broken === 0 && headFits, `${count} changes, ${broken} broken`);
}

function followsPrevious(raw: OpenHome['store']['raw'], row: ChgRow, prev: string, seq: number): boolean {
  const before = all<{ id: Uint8Array }>(
    raw,
    'SELECT b.id FROM chg a JOIN chg b ON b.dev = a.dev AND b.inc = a.inc AND b.seq = ? WHERE a.n = ?',
    seq - 1,
    row.n,
  );
  // One that has not come yet is a gap, not a break.
  return before.length === 0 || before.some(({ id }) => toBase64Url(id) === prev);
}

/** Every single signature, also those a later header of the chain vouched for. A bad one is quarantined. */
function signatures(home: OpenHome): Check {
  const { raw } = home.store;
  let verified = 0;
  let bad = 0;
  raw.transaction(() => {
    for (let after: number | null = 0; after !== null; ) {
      const slice: SliceReport = checkSlice(home, after, 1000, 'all');
      verified += slice.verified;
      bad += slice.bad;
      after = slice.next;
    }
  })();
  return check('signatures', bad === 0, `${verified} verified, ${bad} bad`);
}

function audit({ store }: OpenHome): Check {
  const broken = firstBreak(store.raw);
  return check('audit', broken === null, broken === null ? 'whole' : `breaks at ${broken}`);
}

/** Drops and replays every projection, compares, and leaves the database as it was. */
function projections(home: OpenHome): Check {
  const { raw } = home.store;
  const before = projectionDigest(raw);
  let after = '';
  try {
    raw.transaction(() => {
      replayAll(raw, home.changes);
      after = projectionDigest(raw);
      throw new Undo();
    })();
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return check('projections', before === after, before === after ? 'equal after replay' : 'differ after replay');
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
