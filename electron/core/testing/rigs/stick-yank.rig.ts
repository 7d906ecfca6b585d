/**
 * @file A stick pulled out at random moments while files are written to it and read from it. Whatever the moment: no
 * final name ever holds anything but a whole file, and what was reported as done is there after re-plugging.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, enrol, initHome } from '#core/testing/test-app.ts';
import { type Carrier, startCarrier } from './carrier.ts';
import type { CarrierAnswer } from './carrier-child.ts';
import { createExfatStick, type ExfatStick } from './exfat-stick.ts';
import { createRandom, seedFromEnvironment } from './seed.ts';
import { whyNot } from './why-not.ts';

const obstacle = whyNot([
  'root',
  'fuse',
  'loop',
  { command: 'mount.exfat-fuse' },
  { command: 'mkfs.exfat' },
  { command: 'fsck.exfat' },
  { command: 'losetup' },
]);
const yanksEach = 10;
const seed = seedFromEnvironment();

if (obstacle !== null) {
  it(obstacle, () => {
    expect(obstacle).toContain('needs');
  });
} else {
  describe(`a stick that is pulled out (JISR_RIG_SEED=${seed})`, () => pullOut());
}

function pullOut(): void {
  const random = createRandom(seed);
  let base = '';
  let stick: ExfatStick | undefined;
  let office: Carrier | undefined;
  let directorate: Carrier | undefined;
  /** Names of all files that the office was told are on the stick. */
  const done: string[] = [];

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'jisr-yank-'));
    const folders = { office: join(base, 'office'), directorate: join(base, 'directorate') };
    mkdirSync(folders.office);
    mkdirSync(folders.directorate);
    const homes = {
      office: await createTestApp({ folder: folders.office }),
      directorate: await createTestApp({ folder: folders.directorate }),
    };
    await initHome(homes.directorate, 'directorate');
    await initHome(homes.office, 'office');
    await enrol(homes.directorate, homes.office);
    await homes.office.close();
    await homes.directorate.close();
    stick = createExfatStick(base, join(base, 'sticks', 'STICK'));
    mkdirSync(join(base, 'sticks'));
    for (const folder of Object.values(folders)) symlinkSync(join(base, 'sticks'), join(folder, 'sticks'));
    office = startCarrier(folders.office);
    directorate = startCarrier(folders.directorate);
    // They stand ready before the first yank.
    await Promise.all([office.run('digest'), directorate.run('digest')]);
  }, 60_000);

  afterAll(async () => {
    try {
      await office?.end();
      await directorate?.end();
    } finally {
      stick?.remove();
      rmSync(base, { recursive: true, force: true });
    }
  }, 60_000);

  const atHand = () => {
    if (!stick || !office || !directorate) throw new Error('the rig did not start');
    return { stick, office, directorate };
  };

  /** Pulls the stick while `work` runs; the work must notice within five seconds. */
  async function yankDuring(work: (carrier: typeof atHand) => Promise<readonly CarrierAnswer[]>, atMostMs: number) {
    const { stick: here } = atHand();
    here.plugIn();
    const working = work(atHand);
    await wait(random() * atMostMs);
    here.yank();
    const noticed = await Promise.race([working, wait(5000).then(() => null)]);
    expect(noticed, 'the work went on for five seconds without a stick').not.toBeNull();
    here.check();
    return noticed ?? [];
  }

  for (let round = 1; round <= yanksEach; round++) {
    it(`keeps its promises when pulled while it is written to, ${round} of ${yanksEach}`, async () => {
      const said = await yankDuring((hand) => hand().office.run('write'), 500);
      expect(said.at(-1)).toEqual({ did: 'ended', code: 'file/stick-gone' });
      for (const answer of said) if (answer.did === 'wrote') done.push(answer.file);
      const hand = atHand();
      hand.stick.plugIn();
      const names = bundlesOn(hand.stick);
      expect(done.filter((name) => !names.includes(name))).toEqual([]);
      const [inspected] = await hand.directorate.run('inspect');
      const files = inspected?.did === 'inspected' ? inspected.files : {};
      expect(Object.entries(files).filter(([, verdict]) => verdict !== 'readable')).toEqual([]);
      hand.stick.yank();
    }, 30_000);
  }

  for (let round = 1; round <= yanksEach; round++) {
    it(`keeps its promises when pulled while it is read, ${round} of ${yanksEach}`, async () => {
      const said = await yankDuring((hand) => hand().directorate.run('takeIn'), 700);
      const ended = said.at(-1);
      expect(['file/stick-gone', 'file/not-found']).toContain(ended?.did === 'ended' ? ended.code : null);
      const verdicts = said.flatMap((answer) => (answer.did === 'took' ? answer.verdicts : []));
      expect(verdicts.filter((verdict) => !readable.includes(verdict))).toEqual([]);
    }, 30_000);
  }

  it('brings all that was reported as done to the other side', async () => {
    const hand = atHand();
    expect(done.length).toBeGreaterThan(0);
    hand.stick.plugIn();
    const [took] = await hand.directorate.run('takeAll');
    const verdicts = took?.did === 'took' ? took.verdicts : [];
    expect(verdicts.length).toBeGreaterThanOrEqual(done.length);
    expect(verdicts.filter((verdict) => !['applied', 'nothing-new'].includes(verdict))).toEqual([]);
    const [verified] = await hand.directorate.run('verify');
    expect(verified).toEqual({ did: 'verified', ok: true });
    hand.stick.yank();
  }, 60_000);
}

/** Pulled early enough, a stick has no folder of ours yet. */
function bundlesOn({ mountPoint }: ExfatStick): string[] {
  const folder = join(mountPoint, 'JISR');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.cpb')) : [];
}

/** What a report may say of a file whose stick is pulled while it is read. */
const readable = ['applied', 'nothing-new', 'file/stick-gone', 'file/cannot-read', 'file/not-found'];
