/**
 * @file Where the corpus is played: a directorate that already holds one bundle of an office, and everything an insider
 * of that office could lay hands on to make the next one, sound or not.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalize, type JsonObject, type JsonValue } from '#core/changes/canonical.ts';
import { buildChange, type ChangeHeader, changeId, parseHeader, type SignedChange } from '#core/changes/change.ts';
import { uuidToWire } from '#core/changes/ids.ts';
import { get } from '#core/changes/statements.ts';
import { collect, generateAgeIdentity, oneAfterAnother, openAge, sealAge } from '#core/crypto/age.ts';
import { concatBytes, toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { createSigner, type Signer } from '#core/crypto/ed25519.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { type BundleHeader, headerContext } from '#core/exchange/bundle-format.ts';
import { type BundleInput, changeSections, sectionOfLines, writeBundle } from '#core/exchange/bundle-writer.ts';
import { linkStep } from '#core/exchange/link.ts';
import { planBundle } from '#core/exchange/write-out.ts';
import { framed, takeApart } from '#core/testing/bundles.ts';
import { sampleDispute, sampleForum } from '#core/testing/samples.ts';
import { carry, enrol, initHome, testPassphrase, testUser } from '#core/testing/test-app.ts';
import { createPlayed, type Played } from './played-app.ts';
import { type RosterKit, rosterKitOf } from './roster-kit.ts';

/** One change to make: an edit of the office's forum unless told otherwise. */
export type Edit = {
  readonly header?: Partial<ChangeHeader>;
  readonly d?: JsonObject;
  readonly kind?: string;
  readonly signer?: Signer;
};

export type CorpusKit = {
  readonly directorate: Keys;
  readonly office: Keys;
  readonly second: Keys;
  /** Records of the office that the directorate knows: id as on the wire, ownership head, head of `status` and `identity`. */
  readonly forum: KnownRecord;
  /** What the office would write next: sound, two forums. */
  readonly input: BundleInput;
  readonly changes: readonly SignedChange[];
  /** The sound file, and its plaintext. */
  readonly file: Uint8Array;
  readonly plaintext: Uint8Array;
  /** The same changes with a section behind them that nobody knows: several chunks of age. */
  readonly longPlaintext: Uint8Array;
  /** The office's first file, which the directorate holds. */
  readonly first: Uint8Array;
  readonly rosters: RosterKit;
  /** A sound bundle of the office, or with other parts. */
  bundle(over?: Partial<BundleInput>): Promise<Uint8Array>;
  /** The office's next bundle with these changes instead of its own. */
  bundleOf(changes: readonly SignedChange[]): Promise<Uint8Array>;
  /** The office's next bundle, as if it stood at another position of its link. */
  windowAt(a: number, bn: number): Promise<Uint8Array>;
  /** A sound change of the office, the `nth` after its last, or one with other words. */
  change(edit?: Edit, nth?: number): SignedChange;
  /** As `change`, for headers and payloads that the builder refuses. */
  rawChange(header: JsonObject, payload: JsonValue | null, signer?: Signer): SignedChange;
  headerOf(edit?: Edit, nth?: number): ChangeHeader;
  /** The sound plaintext with another header, signed again by the office. */
  forge(change: (header: BundleHeader) => unknown, rest?: Uint8Array): Promise<Uint8Array>;
  /** Header bytes as they are, signed by the office. */
  signedHeader(bytes: Uint8Array): Promise<Uint8Array>;
  /** Any plaintext in an age file for the directorate. */
  seal(plaintext: Uint8Array): Promise<Uint8Array>;
};

export type Keys = {
  readonly node: string;
  readonly dev: string;
  readonly device: Uint8Array;
  readonly user: string;
  readonly signer: Signer;
  readonly identity: string;
  readonly recipient: string;
};

export type KnownRecord = {
  readonly agg: string;
  readonly own: string;
  readonly heads: Readonly<Record<string, readonly string[]>>;
};

export type Stage = { readonly folder: string; readonly kit: CorpusKit; close(): void };

export async function createStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'jisr-corpus-'));
  const directorate = await createPlayed(join(folder, 'directorate'));
  const [office, second] = [await createPlayed(), await createPlayed()];
  await initHome(directorate, 'directorate');
  for (const app of [office, second]) {
    await initHome(app, 'office');
    await enrol(directorate, app);
  }
  await carry(directorate, office, (await office.call('exchange.status', {})).node);
  const forum = (await office.call('forums.create', { fields: sampleForum() })).id;
  await office.call('disputes.open', { fields: sampleDispute() });
  const written = await office.call('exchange.write', { to: office.app.grantPath(folder, 'folder') });
  const first = new Uint8Array(readFileSync(written.file));
  await directorate.call('exchange.takeIn', { files: [directorate.app.grantPath(written.file, 'file')] });
  await carry(directorate, office, (await office.call('exchange.status', {})).node);
  await office.call('forums.create', { fields: sampleForum({ name: 'منتدى ثانٍ' }) });
  await office.call('forums.create', { fields: sampleForum({ name: 'منتدى ثالث' }) });
  const kit = await createKit({ directorate, office, second, forum, first });
  for (const app of [directorate, office, second]) await app.close();
  return { folder, kit, close: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Opens a copy of the directorate as it stands before the office's next bundle. */
export async function openCopy(stage: Stage): Promise<Played> {
  const copy = mkdtempSync(join(stage.folder, 'copy-'));
  for (const part of ['home', 'witness']) {
    if (!existsSync(join(stage.folder, 'directorate', part))) continue;
    cpSync(join(stage.folder, 'directorate', part), join(copy, part), { recursive: true, force: true });
  }
  const app = await createPlayed(copy);
  await app.call('session.unlock', { user: testUser, passphrase: testPassphrase });
  return app;
}

export async function takeIn(app: Played, bytes: Uint8Array, name = 'CP-0000-000000.cpb') {
  const file = join(app.folder, name);
  writeFileSync(file, bytes);
  const [report] = await app.call('exchange.takeIn', { files: [app.app.grantPath(file, 'file')] });
  if (!report) throw new Error('no report');
  return report;
}

async function createKit(played: {
  readonly directorate: Played;
  readonly office: Played;
  readonly second: Played;
  readonly forum: string;
  readonly first: Uint8Array;
}): Promise<CorpusKit> {
  const { office, directorate } = played;
  const [here, there, elsewhere] = [keysOf(directorate), keysOf(office), keysOf(played.second)];
  const input = await nextBundle(office, here.device);
  const changes = changesAfter(office, here.device, input.parts.a);
  const file = await fileOf(input);
  const plaintext = await collect(openAge(here.identity, oneAfterAnother(file)));
  const unknown = sectionOfLines('weather', [utf8(Buffer.from(randomBytes(250_000)).toString('base64'))]);
  const long = await fileOf({ ...input, sections: [...changeSections(changes), unknown] });
  const longPlaintext = await collect(openAge(here.identity, oneAfterAnother(long)));
  const forum = await knownRecord(office, played.forum);
  const last = lastKnown(office, here.device, input.parts.a - 1);
  const seal = (bytes: Uint8Array) => collect(sealAge([here.recipient], oneAfterAnother(bytes)));
  const headerOf: CorpusKit['headerOf'] = ({ header, d, kind } = {}, nth = 1) => ({
    ...last.header,
    seq: last.header.seq + nth,
    prev: toBase64Url(last.id),
    agg: forum.agg,
    at: 'forum',
    role: 'policing_officer',
    kind: kind ?? 'forum.edited',
    aud: 'open',
    own: forum.own,
    w: Object.keys(d ?? { status: null }).map((g) => ({ g, p: forum.heads[g] ?? [] })),
    ...header,
  });
  const signedHeader = (bytes: Uint8Array) =>
    seal(framed(bytes, there.signer(headerContext, bytes), takeApart(plaintext).rest));
  return {
    directorate: here,
    office: there,
    second: elsewhere,
    forum,
    input,
    changes,
    file,
    plaintext,
    longPlaintext,
    first: played.first,
    rosters: rosterKitOf(directorate),
    bundle: (over = {}) => fileOf({ ...input, sections: changeSections(changes), ...over }),
    bundleOf: (some) => fileOf(withChanges(input, some)),
    windowAt: (a, bn) => {
      const parts = { ...input.parts, a, bn, Ha: toBase64Url(randomBytes(32)) };
      return fileOf(withChanges({ ...input, parts }, changes));
    },
    headerOf,
    change: (edit = {}, nth = 1) => {
      const { v: _v, pc: _pc, ...header } = headerOf(edit, nth);
      const restricted = header.aud === 'restricted';
      const payload = {
        d: (edit.d ?? { status: { status: 'active' } }) as never,
        ...(restricted ? { k: 'forum.edited' } : {}),
      };
      return buildChange(
        { ...header, kind: restricted ? 'restricted' : header.kind },
        payload,
        edit.signer ?? there.signer,
      ).change;
    },
    rawChange: (header, payload, signer = there.signer) => {
      const headerBytes = canonicalize(header);
      const signature = signer('cp1-change\n', headerBytes);
      return {
        id: changeId(headerBytes),
        headerBytes,
        payloadBytes: payload === null ? null : canonicalize(payload),
        signature,
      };
    },
    forge: (change, rest) => {
      const { header, rest: sound } = takeApart(plaintext);
      const bytes = canonicalize(change(header) as JsonValue);
      return seal(framed(bytes, there.signer(headerContext, bytes), rest ?? sound));
    },
    signedHeader,
    seal,
  };
}

function keysOf(app: Played): Keys {
  const row = get<{
    node: string;
    device: Uint8Array;
    sign_key: Uint8Array;
    age_identity: string;
    age_recipient: string;
  }>(app.home().store.raw, 'SELECT node, device, sign_key, age_identity, age_recipient FROM self');
  if (!row) throw new Error('no keys');
  return {
    node: row.node,
    dev: toBase64Url(row.device),
    device: row.device,
    user: uuidToWire(app.home().session.access.user),
    signer: createSigner(row.sign_key),
    identity: row.age_identity,
    recipient: row.age_recipient,
  };
}

async function nextBundle(office: Played, peer: Uint8Array): Promise<BundleInput> {
  const planned = await inTransaction(office.home().store, async () =>
    planBundle(office.services, office.home(), peer, null),
  );
  if (!planned.ok) throw new Error(planned.error.code);
  return planned.value.input;
}

function changesAfter(office: Played, peer: Uint8Array, a: number): SignedChange[] {
  const rows = office
    .home()
    .store.raw.prepare(
      'SELECT c.id, c.hdr, c.pay, c.sig, l.bare FROM link_out l JOIN chg c ON c.n = l.n WHERE l.peer = ? AND l.k >= ? ORDER BY l.k',
    )
    .all(peer, a) as { id: Uint8Array; hdr: Uint8Array; pay: Uint8Array | null; sig: Uint8Array; bare: number }[];
  return rows.map(({ id, hdr, pay, sig, bare }) => ({
    id,
    headerBytes: hdr,
    payloadBytes: bare === 1 ? null : pay,
    signature: sig,
  }));
}

async function knownRecord(office: Played, record: string): Promise<KnownRecord> {
  const heads = await office.heads(record);
  return { agg: uuidToWire(record), own: heads.owner?.[0] ?? '', heads };
}

/** The newest change of the office that the directorate holds: the next one follows it. */
function lastKnown(
  office: Played,
  peer: Uint8Array,
  k: number,
): { readonly id: Uint8Array; readonly header: ChangeHeader } {
  const row = get<{ id: Uint8Array; hdr: Uint8Array }>(
    office.home().store.raw,
    'SELECT c.id, c.hdr FROM link_out l JOIN chg c ON c.n = l.n WHERE l.peer = ? AND l.k = ?',
    peer,
    k,
  );
  const header = row && parseHeader(row.hdr);
  if (!row || !header?.ok) throw new Error('no last change');
  return { id: row.id, header: header.value };
}

/** The same window with other changes in it: position, count and hash follow. */
function withChanges(input: BundleInput, changes: readonly SignedChange[]): BundleInput {
  const start = Buffer.from(input.parts.Ha, 'base64url');
  const end = changes.reduce<Uint8Array>((hash, { id }) => linkStep(hash, id), start);
  return {
    ...input,
    parts: { ...input.parts, b: input.parts.a - 1 + changes.length, Hb: toBase64Url(end) },
    sections: changeSections(changes),
  };
}

async function fileOf(input: BundleInput): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await writeBundle(input, (piece) => void pieces.push(piece));
  return concatBytes(...pieces);
}

/** A key pair that no roster lists. */
export const strangersRecipient = async (): Promise<string> => (await generateAgeIdentity()).recipient;
