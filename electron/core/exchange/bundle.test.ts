import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalize, type JsonValue } from '#core/changes/canonical.ts';
import { changeLine, type SignedChange } from '#core/changes/change.ts';
import { collect, oneAfterAnother, openAge } from '#core/crypto/age.ts';
import { toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import {
  bundleBytes,
  chainOfChanges,
  createTestDevice,
  headerParts,
  readerContext,
  readThrough,
  type TestDevice,
  takeApart,
} from '#core/testing/bundles.ts';
import { bundleFileName } from './bundle-format.ts';
import { readBundle, type VerifiedSection } from './bundle-reader.ts';
import { changeSections, sectionOfLines, writeBundle } from './bundle-writer.ts';
import { padmeLength } from './padme.ts';

const officeNode = '0198c0de-0000-7000-8000-000000000001';
const hubNode = '0198c0de-0000-7000-8000-000000000002';
let office: TestDevice;
let hub: TestDevice;
let changes: readonly SignedChange[];
let file: Uint8Array;
let plaintext: Uint8Array;

beforeAll(async () => {
  office = await createTestDevice(officeNode);
  hub = await createTestDevice(hubNode);
  changes = chainOfChanges(office, 120);
  file = await bundleBytes({ from: office, to: hub, changes, sectionBytes: 20_000 });
  plaintext = await collect(openAge(hub.identity, oneAfterAnother(file)));
});

const read = (bytes: Uint8Array) => readThrough(bytes, readerContext(hub, office));
const codeOf = async (bytes: Uint8Array) => (await read(bytes)).code;
const changesOf = (sections: readonly VerifiedSection[]) =>
  sections.flatMap((s) => (s.t === 'changes' ? s.changes : []));
const same = (a: readonly SignedChange[], b: readonly SignedChange[]) =>
  a.length === b.length && a.every((change, i) => Buffer.compare(changeLine(change), changeLine(b[i] ?? change)) === 0);

describe('a bundle', () => {
  it('comes back as it was written', async () => {
    const { sections, open, code } = await read(file);
    expect(code).toBe('complete');
    expect(sections[0]).toMatchObject({ t: 'control', index: 0, control: { time: 1_760_000_000_000 } });
    expect(same(changesOf(sections), changes)).toBe(true);
    expect(open?.end()).toMatchObject({ verdict: 'complete', changes: 120, withheld: 12, linkFollows: true });
    expect(sections.length).toBe(open?.header.sections.length);
    const last = sections.at(-1);
    const [end] = last?.t === 'changes' ? last.linkHashes.slice(-1) : [];
    expect(end && toBase64Url(end)).toBe(open?.header.Hb);
    expect(last?.t === 'changes' && last.last).toBe(120);
  });

  it('may carry no change at all, and is as long as one with ten', async () => {
    const empty = await bundleBytes({ from: office, to: hub, changes: [] });
    const few = await bundleBytes({ from: office, to: hub, changes: changes.slice(0, 10) });
    expect(await codeOf(empty)).toBe('complete');
    expect(few.length).toBe(empty.length);
  });

  it('is padded to a Padmé length and sealed to four stanzas', async () => {
    for (const count of [0, 7, 63, 120]) {
      const bytes = await bundleBytes({ from: office, to: hub, changes: changes.slice(0, count) });
      const inside = await collect(openAge(hub.identity, oneAfterAnother(bytes)));
      expect(padmeLength(inside.length)).toBe(inside.length);
      expect(Buffer.from(bytes).toString('latin1').match(/\n-> /g)).toHaveLength(4);
    }
  });

  it('opens with the age command', () => {
    const opened = spawnSync('bash', ['-c', 'age -d -i <(printf %s "$KEY")'], {
      input: file,
      env: { ...process.env, KEY: hub.identity },
      maxBuffer: 1 << 28,
    });
    expect(Buffer.compare(opened.stdout, plaintext)).toBe(0);
  });

  it('has a name that says the receiver and nothing else', () => {
    const device = new Uint8Array(16).fill(0xab);
    expect(bundleFileName(device, Uint8Array.of(1, 2, 255))).toBe('CP-abab-0102ff.cpb');
  });

  it('is refused by its writer when the parts do not fit', async () => {
    const parts = { ...headerParts(office, hub, changes), b: 5 };
    const input = { parts, control: { time: 1 }, sections: changeSections(changes), signer: office.signer };
    await expect(writeBundle({ ...input, recipients: [hub.recipient] }, () => {})).rejects.toThrow(RangeError);
  });

  it('is cut at change boundaries: 2 MiB and 20 000 changes a section', () => {
    const one = changes[0] as SignedChange;
    const many = function* () {
      for (let i = 0; i < 20_001; i++) yield { ...one, payloadBytes: null, headerBytes: utf8('{}') };
    };
    expect([...changeSections(many())].map(({ n }) => n)).toEqual([20_000, 1]);
    const large = { ...one, payloadBytes: new Uint8Array(200_000).fill(0x20) };
    const sections = [...changeSections(Array.from({ length: 30 }, () => large))];
    expect(sections.map(({ n }) => n)).toEqual([10, 10, 10]);
    expect(Math.max(...sections.map(({ raw }) => raw.length))).toBeLessThanOrEqual(2 << 20);
  });
});

describe('damage', () => {
  /** What was given out must be a beginning of what was sent, in whole sections. */
  const expectPrefix = async (damaged: Uint8Array) => {
    const { sections, code } = await read(damaged);
    const given = changesOf(sections);
    expect(same(given, changes.slice(0, given.length))).toBe(true);
    return { given: given.length, code };
  };

  it('one flipped byte, anywhere: nothing that was not verified is given out', async () => {
    const { sections } = takeApart(plaintext).header;
    const boundaries = sections.slice(1).map((_, i) => sections.slice(1, i + 2).reduce((sum, { n }) => sum + n, 0));
    const step = Math.max(1, Math.floor(file.length / 250));
    const places = [
      ...Array(700).keys(),
      ...Array.from({ length: 250 }, (_, i) => (i * step + (i % step)) % file.length),
    ];
    for (const at of places.filter((place) => (place < 700 ? place % 3 === 0 : true))) {
      const damaged = file.slice();
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      const { given, code } = await expectPrefix(damaged);
      expect(code).not.toBe('complete');
      expect([0, ...boundaries]).toContain(given);
    }
  });

  it('cut at 200 random places: the sections before the cut, or a refusal', async () => {
    for (let i = 0; i < 200; i++) {
      const at = Math.floor((file.length * (i + (randomBytes(1)[0] ?? 0) / 256)) / 200);
      const { code } = await expectPrefix(file.slice(0, at));
      expect(['bundle/truncated', 'bundle/not-age']).toContain(code);
    }
  });

  it('a cut late in a long file leaves its first sections', async () => {
    const long = chainOfChanges(office, 1500);
    const bytes = await bundleBytes({ from: office, to: hub, changes: long, sectionBytes: 40_000 });
    const { open, sections } = await readThrough(
      bytes.slice(0, Math.floor(bytes.length * 0.7)),
      readerContext(hub, office),
    );
    expect(open?.end()).toMatchObject({ verdict: 'cut', code: 'bundle/truncated' });
    expect(changesOf(sections).length).toBeGreaterThan(300);
  });

  it('a cut exactly where a chunk of age ends: the sections that are whole by then', async () => {
    const long = chainOfChanges(office, 1500);
    const bytes = await bundleBytes({ from: office, to: hub, changes: long, sectionBytes: 40_000 });
    // Header, its MAC line, nonce; then chunks of 64 KiB, each with a tag.
    const start = bytes.indexOf(10, Buffer.from(bytes).indexOf('\n--- ') + 1) + 1 + 16;
    const [chunk, given] = [64 * 1024 + 16, new Set<number>()];
    for (let edge = start + chunk; edge < bytes.length; edge += chunk) {
      const { sections, code } = await readThrough(bytes.slice(0, edge), readerContext(hub, office));
      expect(code).toBe('bundle/truncated');
      const whole = changesOf(sections);
      expect(same(whole, long.slice(0, whole.length))).toBe(true);
      given.add(whole.length);
    }
    expect(given.size).toBeGreaterThan(2);
  });

  it('a zero-filled block', async () => {
    for (const start of [0, 300, 4096, 40_000]) {
      expect((await expectPrefix(file.slice().fill(0, start, start + 512))).code).not.toBe('complete');
    }
  });

  it('an error of the stick is thrown, not taken for damage', async () => {
    async function* pulledOut() {
      yield file.slice(0, 30_000);
      throw new Error('EIO');
    }
    await expect(
      (async () => {
        const open = await readBundle(pulledOut(), readerContext(hub, office));
        if (open.ok) for await (const _section of open.value.sections());
      })(),
    ).rejects.toThrow('EIO');
  });
});

describe('memory', () => {
  it('holds one section at a time', async () => {
    const text = (i: number) => ({ id: toBase64Url(randomBytes(1500)), i }) as JsonValue;
    function* sections() {
      for (let s = 0; s < 24; s++) {
        yield sectionOfLines(
          'refdata',
          Array.from({ length: 1000 }, (_, i) => canonicalize(text(i))),
        );
      }
    }
    const bytes = await bundleBytes({ from: office, to: hub, changes: [], sections: sections() });
    expect(bytes.length).toBeGreaterThan(30 << 20);
    const open = await readBundle(oneAfterAnother(bytes), readerContext(hub, office));
    const before = process.memoryUsage().rss;
    let peak = before;
    if (open.ok) for await (const _section of open.value.sections()) peak = Math.max(peak, process.memoryUsage().rss);
    expect(open.ok && open.value.end().verdict).toBe('complete');
    expect(peak - before).toBeLessThan(150 << 20);
  });
});
