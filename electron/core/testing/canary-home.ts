/**
 * @file A script: makes an office full of canaries, under a directorate, in the folder it is given, and tells what was
 * planted as JSON. For journeys, whose process does not load the database.
 */
import { createBulkApp } from './bulk-app.ts';
import { type Planted, plantCanaries } from './canaries.ts';
import { enrol, initHome } from './test-app.ts';

/** `bundle`: number of a file that was written for the node `directorate`. */
export type CanaryHome = Planted & { readonly directorate: string; readonly bundle: number };

const [folder = ''] = process.argv.slice(2);
const [directorate, office] = [await createBulkApp(), await createBulkApp({ folder })];
await initHome(directorate, 'directorate');
await initHome(office, 'office');
await enrol(directorate, office);
const planted = await plantCanaries(office);
const peer = directorate.home().rosters.self().node;
const { bundleNumber } = await office.call('exchange.write', { to: office.app.grantPath(folder, 'folder'), peer });
await office.close();
await directorate.close();
process.stdout.write(JSON.stringify({ ...planted, directorate: peer, bundle: bundleNumber } satisfies CanaryHome));
