/** @file `jisr demo`: founds the homes, lives the plan, carries the bundles, and compares what all of them hold. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CliError } from '#electron/cli/command.ts';
import { readDemoKeys } from '#core/demo-keys.ts';
import { type CoreSettings, createNodePorts } from '#core/ports.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type Carrier, createCarrier } from './carry.ts';
import { DemoRefusal } from './demo-home.ts';
import {
  demoPassphrase,
  demoUser,
  type Founded,
  foundHome,
  giveAllRoles,
  type Ground,
  joinDirectorate,
  takeDonors,
  type Plot,
} from './found-homes.ts';
import { planLife } from './life.ts';
import type { LifePlan } from './life-types.ts';
import { liveCorrection, liveEvent } from './live-event.ts';
import { addDays, addMonths } from './random.ts';

export type DemoOptions = {
  /** Must be empty or not there yet. */
  readonly folder: string;
  readonly offices: number;
  readonly months: number;
  readonly seed: number;
  readonly settings: CoreSettings;
  readonly progress: (done: number, total: number) => void;
  readonly interrupted: AbortSignal;
};

export type DemoReport = {
  readonly homes: readonly { readonly node: string; readonly kind: string; readonly dir: string }[];
  readonly user: string;
  readonly passphrase: string;
  /** Records the directorate holds at the end: its own and those of all offices. */
  readonly records: number;
  readonly bundles: number;
  readonly bytes: number;
  /** Groups with more than one value, at the directorate. */
  readonly conflicts: number;
  /** The open part of each office's records is the same at the office and at the directorate. */
  readonly digestsAgree: boolean;
};

/** Every demo life ends here, so that the same seed gives the same days in any year. */
const endsOn = '2026-10-01';

/** Refused with `file/exists` where the folder holds anything. What is half done is taken away again. */
export async function runDemo(options: DemoOptions): Promise<Result<DemoReport, CliError>> {
  const there = await readdir(options.folder).catch(() => []);
  if (there.length > 0) return err({ code: 'file/exists', params: {} });
  await mkdir(join(options.folder, 'bundles'), { recursive: true });
  const founded: Founded[] = [];
  let whole = false;
  try {
    const report = await live(options, founded);
    whole = true;
    return ok(report);
  } catch (error) {
    if (error instanceof Stopped) return err({ code: 'cli/interrupted', params: {} });
    if (error instanceof DemoRefusal) return err(error.error);
    throw error;
  } finally {
    for (const { home } of founded) await home.close();
    if (!whole) await rm(options.folder, { recursive: true, force: true });
  }
}

/** The life that a demo of this size lives; it ends on the same day whatever its length. */
export const demoPlan = ({ seed, offices, months }: Pick<DemoOptions, 'seed' | 'offices' | 'months'>): LifePlan =>
  planLife({ seed, offices, months, startDate: startOf(months) });

const startOf = (months: number): string => addMonths(endsOn, -months);

class Stopped extends Error {}

async function live(options: DemoOptions, founded: Founded[]): Promise<DemoReport> {
  const { folder, offices, months, seed, settings } = options;
  const plan = demoPlan({ seed, offices, months });
  const ground: Ground = { folder, seed, day: addDays(startOf(months), -3), settings };
  const [directorate, ...joined] = await found(options, ground, plan, founded);
  if (!directorate) throw new Error('a demo without a directorate');
  const carrier = createCarrier(directorate.home, joined, join(folder, 'bundles'));
  await livePlan(options, plan, directorate, joined, carrier);
  const counted = await count(directorate, joined);
  const homes = [];
  for (const one of [directorate, ...joined]) {
    await one.home.close();
    homes.push(await moveIn(folder, settings, one));
  }
  return { homes, user: demoUser, passphrase: demoPassphrase, ...counted, ...carrier.carried() };
}

async function found(
  { interrupted }: DemoOptions,
  ground: Ground,
  plan: LifePlan,
  founded: Founded[],
): Promise<Founded[]> {
  const homes: Founded[] = [];
  for (const plot of plotsOf(plan)) {
    if (interrupted.aborted) throw new Stopped();
    const home = await foundHome(ground, plot);
    founded.push(home);
    const [directorate] = homes;
    if (directorate) homes.push(await joinDirectorate(ground, directorate, home, plot));
    else {
      await giveAllRoles(home);
      await takeDonors(home, plan.directorate.donors);
      homes.push(home);
    }
  }
  return homes;
}

function plotsOf({ directorate, offices }: LifePlan): Plot[] {
  return [
    {
      index: 0,
      kind: 'directorate',
      name: directorate.name,
      place: directorate.place,
      services: ['policing', 'hlp'],
      language: 'ar-IQ',
    },
    ...offices.map(
      ({ name, place, services, language }, index): Plot => ({
        index: index + 1,
        kind: 'office',
        name,
        place,
        services,
        language,
      }),
    ),
  ];
}

/** From one exchange to the next each home lives by itself; only bundles connect them. */
async function livePlan(
  { progress, interrupted }: DemoOptions,
  plan: LifePlan,
  directorate: Founded,
  offices: readonly Founded[],
  carrier: Carrier,
): Promise<void> {
  const total = plan.offices.reduce((sum, { events }) => sum + events.length, 0);
  let done = 0;
  let after = '';
  for (const evening of plan.exchangeDays) {
    const isNow = ({ day }: { readonly day: string }): boolean => day > after && day <= evening;
    for (const [index, office] of offices.entries()) {
      const opened: string[] = [];
      for (const event of plan.offices[index]?.events.filter(isNow) ?? []) {
        if (interrupted.aborted) throw new Stopped();
        await liveEvent(office.home, event);
        if (event.kind === 'dispute-opened') opened.push(event.dispute);
        done += 1;
        progress(done, total);
      }
      await shareOut(office, opened);
    }
    for (const correction of plan.corrections.filter(isNow)) await liveCorrection(directorate.home, correction);
    await carrier.exchange(evening);
    after = evening;
  }
  await carrier.settle(addDays(after, 1));
}

/** Before the stick goes out, every second new dispute gets the office's mediator beside whoever opened it. */
async function shareOut({ home, user, mediator }: Founded, disputes: readonly string[]): Promise<void> {
  if (mediator === null) return;
  for (const disputeId of disputes.filter((_, index) => index % 2 === 0)) {
    const { voided } = await home.call('disputes.get', { disputeId });
    if (voided) continue;
    await home.call('disputes.assign', { disputeId, mediators: [user, mediator], heads: await home.heads(disputeId) });
  }
}

async function count(
  { home: directorate }: Founded,
  offices: readonly Founded[],
): Promise<Pick<DemoReport, 'records' | 'conflicts' | 'digestsAgree'>> {
  const { records } = await directorate.call('exchange.digest', { class: 'all' });
  const { conflicts } = await directorate.call('exchange.status', {});
  let digestsAgree = true;
  for (const { home, node: owner } of offices) {
    const at = { owner, class: 'open' } as const;
    const [here, there] = [await home.call('exchange.digest', at), await directorate.call('exchange.digest', at)];
    if (here.digest !== there.digest || here.records !== there.records) digestsAgree = false;
  }
  return { records, conflicts, digestsAgree };
}

/** Gives the closed home its lasting folder, and its key to whoever wants to look into the bundles. */
async function moveIn(folder: string, settings: CoreSettings, { node, kind, folder: from }: Founded) {
  const dir = join(folder, node);
  await rename(from, dir);
  const ports = createNodePorts({ ...settings, homeFolder: dir, witnessFolder: join(folder, '.jisr-witness') });
  const keys = await readDemoKeys(ports, demoUser, demoPassphrase);
  const keyFolder = join(folder, 'keys');
  await mkdir(keyFolder, { recursive: true });
  await writeFile(join(keyFolder, `${node}.agekey`), `${keys.identity}\n`, { mode: 0o600 });
  if (kind === 'directorate') {
    await writeFile(join(keyFolder, 'roster.json'), `${JSON.stringify({ root: keys.root, roster: keys.roster })}\n`);
  }
  return { node, kind, dir };
}
