/**
 * @file Mutations of a sound bundle, taken in by the real code: never a crash, never a hang, bounded memory, and a file
 * that is refused leaves nothing. Half of them damage what is inside and seal it again, as an insider could.
 *
 *     node electron/core/testing/corpus/fuzz.ts --count 5000 --seed 1
 *
 * Prints one line of JSON; exit 1 and the number of the mutation where something went wrong.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { canonicalize, type JsonValue } from '#core/changes/canonical.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { headerContext } from '#core/exchange/bundle-format.ts';
import { compressSection, decompressSection } from '#core/exchange/zstd.ts';
import { framed, takeApart } from '#core/testing/bundles.ts';
import { EXCHANGE_CODES } from '#shared/errors/exchange-codes.ts';
import { createDraw, type Draw, mutateBytes, mutateJson } from './mutate.ts';
import type { Played } from './played-app.ts';
import { type CorpusKit, createStage, openCopy, type Stage, takeIn } from './stage.ts';

export type FuzzResult = {
  readonly count: number;
  readonly seed: number;
  readonly refused: number;
  readonly used: number;
  readonly codes: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  readonly peakMiB: number;
  readonly ms: number;
};

export async function fuzz(count: number, seed: number, report: (line: string) => void): Promise<FuzzResult> {
  const stage = await createStage();
  const started = performance.now();
  const codes: Record<string, number> = {};
  let app = await openCopy(stage);
  const totals = { refused: 0, used: 0, slowestMs: 0, peakMiB: 0 };
  try {
    for (let n = 0; n < count; n++) {
      const draw = createDraw(seed * 1_000_003 + n);
      const file = await mutation(stage.kit, draw);
      const before = { state: stateOf(app), links: linksOf(app) };
      const begun = performance.now();
      const { verdict, code } = await takeIn(app, file);
      totals.slowestMs = Math.max(totals.slowestMs, performance.now() - begun);
      totals.peakMiB = Math.max(totals.peakMiB, process.memoryUsage().rss / 2 ** 20);
      codes[code ?? verdict] = (codes[code ?? verdict] ?? 0) + 1;
      if (code !== undefined && !(code in EXCHANGE_CODES)) throw keep(stage, n, seed, file, `unknown code ${code}`);
      if (verdict === 'refused') {
        totals.refused++;
        const moved = isUnsigned(code) && linksOf(app) !== before.links;
        if (moved || stateOf(app) !== before.state)
          throw keep(stage, n, seed, file, `refused with ${code}, and yet something changed`);
      } else {
        totals.used++;
        app = await renewed(stage, app, n, seed, file);
      }
      if (n % 500 === 499) report(`${n + 1} of ${count}, ${Math.round(totals.peakMiB)} MiB`);
    }
    return { count, seed, codes, ...totals, ms: Math.round(performance.now() - started) };
  } finally {
    await app.close();
    stage.close();
  }
}

/**
 * What was used of a damaged file must be sound. A change that an insider left out of a chain is told, and a signature
 * that a later header vouched for is found out when each is looked at by itself: the second time nothing is left of it.
 * The next mutation meets a fresh copy again.
 */
async function renewed(stage: Stage, app: Played, n: number, seed: number, file: Uint8Array): Promise<Played> {
  const broken = async (told: readonly string[]): Promise<string[]> => {
    const { checks } = await app.call('exchange.verify', {});
    return checks.filter(({ name, ok }) => !ok && !told.includes(name)).map(({ name }) => name);
  };
  const found = [...(await broken(['chains', 'signatures'])), ...(await broken(['chains']))];
  if (found.length > 0) throw keep(stage, n, seed, file, `used, and then ${found.join(', ')} did not verify`);
  await app.close();
  return openCopy(stage);
}

function keep(stage: Stage, n: number, seed: number, file: Uint8Array, what: string): Error {
  const folder = join(stage.folder, '..', 'jisr-fuzz-found');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${seed}-${n}.cpb`);
  writeFileSync(path, file);
  return new Error(`mutation ${n} of seed ${seed}: ${what} (${path})`);
}

/** Records and rosters; the acks of a signed header may count although no change of its file is used. */
function stateOf(app: Played): string {
  const raw = app.home().store.raw;
  const tables = ['chg', 'head', 'sup', 'val', 'record', 'roster', 'inc', 'notice'];
  return tables.map((table) => raw.prepare(`SELECT count(*) AS n FROM ${table}`).pluck().get()).join(' ');
}

/** Where the links stand: what is refused before its signature was verified must not move them. */
const linksOf = (app: Played): string =>
  JSON.stringify(app.home().store.raw.prepare('SELECT hex(dev), acked, in_k, in_bn, hex(in_h) FROM peer').all());

const isUnsigned = (code: string | undefined): boolean => code?.startsWith('bundle/') === true;

async function mutation(kit: CorpusKit, draw: Draw): Promise<Uint8Array> {
  if (draw() < 0.5) return mutateBytes(draw, kit.file);
  const kind = draw();
  if (kind < 0.4) return kit.seal(mutateBytes(draw, kit.plaintext));
  return kind < 0.6 ? otherHeader(kit, draw) : otherSection(kit, draw);
}

async function otherHeader(kit: CorpusKit, draw: Draw): Promise<Uint8Array> {
  const { header, rest } = takeApart(kit.plaintext);
  return kit.seal(signed(kit, mutateJson(draw, header as unknown as JsonValue), rest));
}

/** Damages the raw lines of changes, and tells their lengths and hashes truly. */
async function otherSection(kit: CorpusKit, draw: Draw): Promise<Uint8Array> {
  const { header, rest } = takeApart(kit.plaintext);
  const [control, changes] = header.sections;
  if (!control || !changes) throw new Error('no section to damage');
  const raw = decompressSection(rest.subarray(control.clen, control.clen + changes.clen), changes.rlen);
  if (!raw.ok) throw new Error('the sound section does not open');
  const damaged = mutateBytes(draw, raw.value);
  const compressed = compressSection(damaged);
  const entry = {
    ...changes,
    clen: compressed.length,
    csha: toBase64Url(sha256(compressed)),
    rlen: damaged.length,
    rsha: toBase64Url(sha256(damaged)),
  };
  const after = rest.subarray(control.clen + changes.clen);
  const body = Buffer.concat([rest.subarray(0, control.clen), compressed, after]);
  return kit.seal(signed(kit, { ...header, sections: [control, entry, ...header.sections.slice(2)] }, body));
}

function signed(kit: CorpusKit, header: unknown, rest: Uint8Array): Uint8Array {
  const bytes = Buffer.from(canonicalText(header as JsonValue));
  return framed(bytes, kit.office.signer(headerContext, bytes), rest);
}

/** A damaged header need not be canonical any more. */
function canonicalText(header: JsonValue): string {
  try {
    return Buffer.from(canonicalize(header)).toString('utf8');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return JSON.stringify(header);
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
  const result = await fuzz(Number(values.count ?? 5000), Number(values.seed ?? 1), (line) =>
    process.stderr.write(`fuzz: ${line}\n`),
  );
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
