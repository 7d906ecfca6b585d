/**
 * @file Parcels: what is restricted in one record, or in one and those that hang on it, sealed to the devices of an office that may read it, so that relays
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
import { elementId, groupName, type RecordType, specOf } from '#core/changes/registry.ts';
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
 * Seals what is restricted in these records to every device of `node` and keeps it as a blob; null when there is nothing.
 * Inside the transaction of the change that names it.
 */
export async function buildParcel(
  services: BlobPorts,
  home: OpenHome,
  records: readonly string[],
  node: string,
): Promise<Result<ParcelRef | null, AppError<'file/no-space' | 'file/cannot-write' | 'blob/size'>>> {
  const rows = records.flatMap((record) => restrictedChanges(home, record));
  const lines = rows.map((row) => concatBytes(changeLine(toSigned(row)), newline));
  const roster = home.rosters.current();
  const recipients = roster ? devicesOf(roster, node).map(({ cert }) => cert.recipient) : [];
  if (lines.length === 0 || recipients.length === 0) return ok(null);
  const bytes = lines.reduce((sum, line) => sum + line.length, magic.length);
  const padding = new Uint8Array(padmeLength(bytes) - bytes);
  const sealed = sealAge(recipients, oneAfterAnother(magic, ...lines, padding), { padStanzas: limits.paddedStanzas });
  const kept = await putSealed(services, home, sealed);
  if (kept.ok) return kept;
  const { error } = kept;
  // A folder that is gone cannot be written to.
  return err(error.code === 'file/no-space' || error.code === 'blob/size' ? error : refusal('file/cannot-write', {}));
}

/** The blobs of a record's restricted papers, to be named beside the parcel that holds their keys. */
export function papersOf({ store }: OpenHome, record: { id: string; at: RecordType }): readonly ParcelRef[] {
  const rows = paperGroups(record.at).flatMap((group) =>
    all<{ v: string }>(
      store.raw,
      "SELECT v FROM val WHERE agg = ? AND grp >= ? AND grp < ? AND state = 'value' ORDER BY grp",
      uuidToBytes(record.id),
      `${group}:`,
      `${group};`,
    ),
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
  for (const { id, n, src, ros } of waitingParcels(home)) {
    const touched = await openOne(services, home, id, n);
    // One that was sealed before this computer had a certificate is for its sisters: nothing is wrong with it.
    if (!touched && ros >= ownCertificateFrom(home))
      raiseNotice(home.store.raw, { kind: 'blob-bad', peer: src, detail: { number: 1 }, at });
    run(home.store.raw, 'INSERT INTO parcel (id, verdict) VALUES (?, ?)', id, touched ? 'opened' : 'bad');
    for (const area of touched?.areas ?? []) areas.add(area);
  }
  return areas;
}

const paperGroups = (at: RecordType): string[] =>
  Object.entries(specOf(at)?.groups ?? {}).flatMap(([name, group]) =>
    group.class === 'restricted' && Object.values(group.fields).includes('blob') ? [name] : [],
  );

/** A payload holds no more. */
const mostPapers = 1500;
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

type Waiting = {
  readonly id: string;
  readonly n: number;
  readonly src: Uint8Array | null;
  /** Roster version by whose devices it was sealed. */
  readonly ros: number;
};

/** The roster version from which on others seal to this computer. */
const ownCertificateFrom = ({ rosters }: OpenHome): number =>
  rosters.current()?.devicesById.get(toBase64Url(rosters.self().device))?.cert.from ?? 0;

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
    const change = decodeRow(row);
    if (seen.has(row.blob) || !isMeantFor(self, row.blob, change)) return [];
    seen.add(row.blob);
    return [{ id: row.blob, n: row.n, src: row.src, ros: change.header.ros }];
  });
}

const isMeantFor = (node: string, id: string, { header, payload }: DecodedChange): boolean =>
  header.w.some(({ g }) => {
    const value = payload?.d[g];
    const parcel = value?.parcel as ParcelRef | null | undefined;
    if (parcel?.id !== id) return false;
    return g === 'transfer' ? value?.to === node : groupName(g) === 'share' && elementId(g) === node;
  });

/** Null: it is not for our key, damaged, or holds anything but changes of the records it was named for. Nothing is changed then. */
async function openOne(services: BlobPorts, home: OpenHome, id: string, n: number): Promise<Touched | null> {
  const { raw } = home.store;
  const named = get<ChgRow>(raw, `SELECT ${chgColumns} FROM chg WHERE n = ?`, n);
  const keys = get<{ age_identity: string }>(raw, 'SELECT age_identity FROM self');
  if (!named || !keys) throw new Error('a parcel without the change that names it');
  const bytes = await decrypt(services, id, keys.age_identity);
  const changes = bytes === null ? null : readLines(bytes);
  const records = recordsNamed(decodeRow(named));
  if (changes === null || !changes.every((change) => isOf(change, records))) return null;
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

/** The record that is offered or shared, and those that the offer takes along. */
function recordsNamed({ header, payload }: DecodedChange): ReadonlySet<string> {
  const along = payload?.d.transfer?.with;
  return new Set([header.agg, ...(Array.isArray(along) ? (along as readonly string[]) : [])]);
}

function isOf(change: SignedChange, records: ReadonlySet<string>): boolean {
  const header = parseHeader(change.headerBytes);
  return header.ok && header.value.aud === 'restricted' && records.has(header.value.agg);
}
