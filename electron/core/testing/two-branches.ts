/** @file A tree of two departments with an office under each: what goes from one office to the other passes three relays. */
import { type BulkApp, createBulkApp } from './bulk-app.ts';
import { carry, enrol, initHome } from './test-app.ts';

export type TwoBranches = {
  readonly directorate: BulkApp;
  readonly north: BulkApp;
  readonly south: BulkApp;
  /** Under `north`. */
  readonly from: BulkApp;
  /** Under `south`. */
  readonly to: BulkApp;
  readonly node: (app: BulkApp) => string;
  /** Carries a file over each link on the way, in this order. */
  readonly pass: (...way: readonly BulkApp[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function createTwoBranches(): Promise<TwoBranches> {
  const [directorate, north, south, from, to] = [
    await createBulkApp(),
    await createBulkApp(),
    await createBulkApp(),
    await createBulkApp(),
    await createBulkApp(),
  ];
  const node = (app: BulkApp): string => app.home().rosters.self().node;
  const pass: TwoBranches['pass'] = async (...way) => {
    for (const [i, next] of way.slice(1).entries()) await carry(way[i] as BulkApp, next, node(next));
  };
  await initHome(directorate, 'directorate');
  await initHome(north, 'department', 'north');
  await initHome(south, 'department', 'south');
  await initHome(from, 'office', 'from');
  await initHome(to, 'office', 'to');
  await enrol(directorate, north);
  await enrol(directorate, south);
  await enrol(directorate, from, node(north));
  await enrol(directorate, to, node(south));
  await pass(directorate, north, from);
  await pass(directorate, south, to);
  await pass(north, directorate);
  const all = [directorate, north, south, from, to];
  const close = async (): Promise<void> => {
    for (const app of all) await app.close();
  };
  return { directorate, north, south, from, to, node, pass, close };
}
