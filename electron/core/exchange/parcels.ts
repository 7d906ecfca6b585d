/**
 * @file Parcels: what is restricted in one record, sealed to the devices of an office that may read it, so that relays
 * carry it unread (docs/bundle-format.md, "Parcels"; docs/adr/0010).
 */
import { putSealed } from '#core/blobs/import-blob.ts';
import type { BlobPorts } from '#core/blobs/blob-files.ts';
import { readSealed } from '#core/blobs/open-blob.ts';
import { applyChanges } from '#core/changes/apply.ts';
import type { Touched } from '#core/changes/apply-types.ts';
import type { ParcelRef } from '#core/changes/blob-ref.ts';
import { changeLine, parseChangeLine, parseHeader, type SignedChange } from '#core/changes/change.ts';
import { uuidToBytes } from '#core/changes/ids.ts';
import { limits } from '#core/changes/limits.ts';
import { elementId, groupName } from '#core/changes/registry.ts';
import { all, get, run } from '#core/changes/statements.ts';
import { type ChgRow, chgColumns, type DecodedChange, decodeRow } from '#core/changes/stored.ts';
import { AgeError, oneAfterAnother, openAge, sealAge } from '#core/crypto/age.ts';
import { bytesEqual, concatBytes, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { checkSignatures } from './check-runs.ts';
import { raiseNotice } from './notices.ts';
import { padmeLength } from './padme.ts';
import { devicesOf } from './roster.ts';

/**
 * Seals what is restricted in a record to every device of `node` and keeps it as a blob; null when there is nothing.
 * Inside the transaction of the change that names it.
 */
export async function buildParcel(
  services: BlobPorts,
  home: OpenHome,
  record: string,
  node: string,
): Promise<Result<ParcelRef | null, AppError<'file/no-space' | 'file/cannot-write'>>> {
  const lines = restrictedChanges(home, record).map((row) => concatBytes(changeLine(toSigned(row)), newline));
  const roster = home.rosters.current();
  const recipients = roster ? devicesOf(roster, node).map(({ cert }) => cert.recipient) : [];
  if (lines.length === 0 || recipients.length === 0) return ok(null);
  const bytes = lines.reduce((sum, line) => sum + line.length, magic.length);
  const padding = new Uint8Array(padmeLength(bytes) - bytes);
  const sealed = sealAge(recipients, oneAfterAnother(magic, ...lines, padding), { padStanzas: limits.paddedStanzas });
  const kept = await putSealed(services, home, sealed);
  if (kept.ok) return kept;
  const { error } = kept;
  // Text of 40 MB in one record would be a bug; a folder that is gone cannot be written to.
  if (error.code === 'blob/size') throw new Error('a parcel larger than a blob may be');
  return err(error.code === 'file/no-space' ? error : refusal('file/cannot-write', {}));
}

/** The blobs of a record's restricted papers, to be named beside the parcel that holds their keys. */
export function papersOf({ store }: OpenHome, record: string): readonly ParcelRef[] {
  const rows = all<{ v: string }>(
    store.raw,
    "SELECT v FROM val WHERE agg = ? AND grp >= 'paper:' AND grp < 'paper;' AND state = 'value' ORDER BY grp",
    uuidToBytes(record),
  );
  return rows
    .flatMap(({ v }) => {
      const { blob, preview } = JSON.parse(v) as { blob: ParcelRef; preview: ParcelRef | null };
      return preview === null ? [blob] : [blob, preview];
    })
    .slice(0, mostPapers)
    .map(({ id, total }) => ({ id, total }));
}

/**
 * Opens every parcel for this office that has become whole. Inside a transaction; answers what screens must read anew.
 * `at`: ISO 8601, for the notice of one that cannot be opened.
 */
export async function openParcels(services: BlobPorts, home: OpenHome, at: string): Promise<ReadonlySet<string>> {
  const areas = new Set<string>();
  for (const { id, n, src } of waitingParcels(home)) {
    const touched = await openOne(services, home, id, n);
    if (!touched) raiseNotice(home.store.raw, { kind: 'blob-bad', peer: src, detail: { number: 1 }, at });
    run(home.store.raw, 'INSERT INTO parcel (id, verdict) VALUES (?, ?)', id, touched ? 'opened' : 'bad');
    for (const area of touched?.areas ?? []) areas.add(area);
  }
  return areas;
}

/** A payload holds no more. */
const mostPapers = 2000;
const magic = utf8('CPP1\n');
const newline = Uint8Array.of(0x0a);

const restrictedChanges = ({ store }: OpenHome, record: string): ChgRow[] =>
  all<ChgRow>(
    store.raw,
    `SELECT ${chgColumns} FROM chg WHERE agg = ? AND aud = 'restricted' AND verdict = 'ok' AND pay IS NOT NULL ORDER BY n`,
    uuidToBytes(record),
  );

const toSigned = ({ id, hdr, pay, sig }: ChgRow): SignedChange => ({
  id,
  headerBytes: hdr,
  payloadBytes: pay,
  signature: sig,
});

type Waiting = { readonly id: string; readonly n: number; readonly src: Uint8Array | null };

/** Whole, named by an accepted change that is meant for this office, and not tried before. */
function waitingParcels(home: OpenHome): Waiting[] {
  const rows = all<ChgRow & { readonly blob: string }>(
    home.store.raw,
    `SELECT c.n, c.id, c.id16, c.hdr, c.pay, c.sig, c.verdict, c.code, c.checked, c.src, r.id AS blob
     FROM blob_ref r JOIN blob b ON b.id = r.id JOIN chg c ON c.n = r.n
     WHERE r.kind = 'parcel' AND b.state = 'whole' AND c.verdict = 'ok'
       AND NOT EXISTS (SELECT 1 FROM parcel p WHERE p.id = r.id) ORDER BY r.n`,
  );
  const self = home.rosters.self().node;
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    if (seen.has(row.blob) || !isMeantFor(self, row.blob, decodeRow(row))) return [];
    seen.add(row.blob);
    return [{ id: row.blob, n: row.n, src: row.src }];
  });
}

const isMeantFor = (node: string, id: string, { header, payload }: DecodedChange): boolean =>
  header.w.some(({ g }) => {
    const value = payload?.d[g];
    const parcel = value?.parcel as ParcelRef | null | undefined;
    if (parcel?.id !== id) return false;
    return g === 'transfer' ? value?.to === node : groupName(g) === 'share' && elementId(g) === node;
  });

/** Null: it is not for our key, damaged, or holds anything but changes of the record it was named for. Nothing is changed then. */
async function openOne(services: BlobPorts, home: OpenHome, id: string, n: number): Promise<Touched | null> {
  const { raw } = home.store;
  const named = get<{ agg: Uint8Array; src: Uint8Array | null }>(raw, 'SELECT agg, src FROM chg WHERE n = ?', n);
  const keys = get<{ age_identity: string }>(raw, 'SELECT age_identity FROM self');
  if (!named || !keys) throw new Error('a parcel without the change that names it');
  const bytes = await decrypt(services, id, keys.age_identity);
  const changes = bytes === null ? null : readLines(bytes);
  if (changes === null || !changes.every((change) => isOf(change, named.agg))) return null;
  const checked = checkSignatures(changes, home.changes.verifierOf);
  if (checked.some(({ signed }) => signed === 'bad')) return null;
  return applyChanges(raw, home.changes, ({ apply }) => {
    for (const { change, header, signed } of checked) {
      if (signed !== 'bad') apply(change, { source: named.src, checked: signed, header });
    }
  });
}

async function decrypt(services: BlobPorts, id: string, identity: string): Promise<Uint8Array | null> {
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of openAge(identity, readSealed(services, id))) pieces.push(piece);
    return concatBytes(...pieces);
  } catch (error) {
    if (error instanceof AgeError) return null;
    throw error;
  }
}

/** The lines before the padding; null when it is anything else. */
function readLines(bytes: Uint8Array): SignedChange[] | null {
  if (!bytesEqual(bytes.subarray(0, magic.length), magic)) return null;
  const changes: SignedChange[] = [];
  let at = magic.length;
  while (at < bytes.length && bytes[at] !== 0) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0) return null;
    const change = parseChangeLine(bytes.subarray(at, end));
    if (!change.ok) return null;
    changes.push(change.value);
    at = end + 1;
  }
  return bytes.subarray(at).every((byte) => byte === 0) ? changes : null;
}

function isOf(change: SignedChange, agg: Uint8Array): boolean {
  const header = parseHeader(change.headerBytes);
  return header.ok && header.value.aud === 'restricted' && header.value.agg === toBase64Url(agg);
}
