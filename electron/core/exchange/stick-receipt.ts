/**
 * @file The receipt we leave on a stick (docs/bundle-format.md, section 6.3): how far this device had come when it last
 * wrote there. A receipt of our own that knows more than our database proves that the database went back.
 */
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject, JsonValue } from '#core/changes/canonical.ts';
import { all, get, run } from '#core/changes/statements.ts';
import type { Services } from '#core/context.ts';
import { fromBase64Url, toBase64Url, toHex } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { writeFileAtomically } from '#core/files/atomic-write.ts';
import type { OpenHome } from '#core/home/open-home.ts';
import { ok } from '#shared/lib/result.ts';
import { beginIncarnation } from './incarnations.ts';
import { readPeer, readPeers } from './peer-state.ts';
import { signLine, splitSignedLine } from './signed-line.ts';

/** Names of ours in `folder`, our folder on a stick. */
export const receiptName = (device: Uint8Array): string => `receipt-${toHex(device).slice(0, 4)}`;

/**
 * Leaves a receipt in our folder of a stick, in the place of the last one. The bundle beside it is worth as much
 * without it: a stick that refuses loses nothing.
 */
export async function leaveReceipt(home: OpenHome, folder: string): Promise<void> {
  const { raw } = home.store;
  const { device } = home.rosters.self();
  const bns = Object.fromEntries(readPeers(raw).map(({ dev, bn }) => [toBase64Url(dev), bn]));
  const { inc, seq } = currentIncarnation(raw);
  const receipt: Receipt = { v: 1, dev: toBase64Url(device), inc: toBase64Url(inc), bns, seq };
  const line = signLine(receipt, receiptContext, home.signer);
  await writeFileAtomically(join(folder, receiptName(device)), line, { readBack: true });
}

/**
 * Reads our receipt in that folder, if there is one. Where it proves that this database went back, a new incarnation
 * begins (exchange/incarnations.ts raises the notice) and true is answered; once for each incarnation that a receipt
 * shows. Receipts of others, and what only looks like one, count for nothing.
 */
export async function heedReceipt(services: Services, home: OpenHome, folder: string): Promise<boolean> {
  const receipt = await readOwnReceipt(home, folder);
  if (!receipt) return false;
  const at = new Date(services.ports.now()).toISOString();
  const heeded = await inTransaction(home.store, async () => {
    if (!provesRollback(home.store.raw, receipt)) return ok(false);
    noteShown(home.store.raw, receipt.inc);
    beginIncarnation(home.store.raw, home.rosters, { why: 'receipt', at });
    return ok(true);
  }).finally(() => home.rosters.reload());
  return heeded.ok && heeded.value;
}

type Receipt = {
  readonly v: 1;
  readonly dev: string;
  readonly inc: string;
  /** Number of the last bundle written, by device it was for. */
  readonly bns: Readonly<Record<string, number>>;
  /** Changes of the incarnation. */
  readonly seq: number;
};

const receiptContext = 'cp1-receipt\n';
/** A directorate with ten thousand links needs less. */
const maxReceiptBytes = 512 * 1024;

async function readOwnReceipt(home: OpenHome, folder: string): Promise<Receipt | null> {
  const { device } = home.rosters.self();
  const dev = toBase64Url(device);
  const verifier = home.changes.verifierOf(dev);
  const line = await readSmall(join(folder, receiptName(device)));
  const split = line && splitSignedLine(line, maxReceiptBytes);
  if (!split || !verifier || !split.isSignedBy(receiptContext, verifier)) return null;
  return isReceipt(split.value) && split.value.dev === dev ? split.value : null;
}

async function readSmall(path: string): Promise<Uint8Array | null> {
  try {
    const about = await lstat(path);
    return about.isFile() && about.size <= maxReceiptBytes ? await readFile(path) : null;
  } catch {
    return null;
  }
}

function isReceipt(value: JsonValue): value is Receipt & JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { v, dev, inc, bns, seq } = value as JsonObject;
  return (
    v === 1 &&
    typeof dev === 'string' &&
    typeof inc === 'string' &&
    fromBase64Url(inc)?.length === 8 &&
    typeof seq === 'number' &&
    typeof bns === 'object' &&
    bns !== null &&
    !Array.isArray(bns) &&
    Object.values(bns).every((bn) => typeof bn === 'number')
  );
}

/**
 * A receipt of the incarnation in force knows more than we do; or it is of one that we have never had. An incarnation
 * before the one in force proves nothing new: what was lost of it is told anew since the next one began.
 */
function provesRollback(raw: SqliteDatabase, { inc, bns, seq }: Receipt): boolean {
  const bytes = Buffer.from(inc, 'base64url');
  const current = currentIncarnation(raw);
  if (bytes.equals(current.inc)) {
    const isBehind = ([dev, bn]: [string, number]): boolean => {
      const peer = readPeer(raw, Buffer.from(dev, 'base64url'));
      return peer !== undefined && bn > peer.bn;
    };
    return seq > current.seq || Object.entries(bns).some(isBehind);
  }
  const known = all<{ inc: Uint8Array }>(raw, 'SELECT inc FROM inc').some((row) => bytes.equals(row.inc));
  return !known && !shownBefore(raw).includes(inc);
}

function currentIncarnation(raw: SqliteDatabase): { readonly inc: Uint8Array; readonly seq: number } {
  const row = get<{ inc: Uint8Array; seq: number }>(raw, 'SELECT inc, seq FROM inc ORDER BY ordinal DESC LIMIT 1');
  if (!row) throw new Error('a home without an incarnation');
  return row;
}

/** Incarnations that this database never had and that a receipt has shown it. */
const shownBefore = (raw: SqliteDatabase): string[] =>
  JSON.parse(get<{ value: string }>(raw, 'SELECT value FROM setting WHERE name = ?', shownSetting)?.value ?? '[]');

function noteShown(raw: SqliteDatabase, inc: string): void {
  run(
    raw,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    shownSetting,
    JSON.stringify([...shownBefore(raw), inc].slice(-100)),
  );
}

const shownSetting = 'receiptIncarnations';
