/** @file The beginning of the demo: homes are made and offices join, by the same files as in life. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoreSettings } from '#core/ports.ts';
import type { Compartment } from '#shared/domain/permissions.ts';
import { ROLES } from '#shared/domain/permissions.ts';
import type { Language } from '#shared/text/languages.ts';
import { type DemoHome, openDemoHome } from './demo-home.ts';
import type { LifePlan } from './life-types.ts';
import { createPeople } from './people.ts';
import { createRandom } from './random.ts';
import { SITES } from './words/places.ts';

/** Signs in at every demo home, with every role. */
export const demoUser = 'demo';
export const demoPassphrase = 'four plain demo words';
const mediatorLogin = 'mediator';

export type Founded = {
  readonly home: DemoHome;
  readonly node: string;
  readonly kind: 'directorate' | 'office';
  /** Where it lies while the demo runs. */
  readonly folder: string;
  readonly user: string;
  /** Of a second person, where disputes are handled. */
  readonly mediator: string | null;
};

export type Plot = {
  readonly index: number;
  readonly kind: 'directorate' | 'office';
  readonly name: string;
  readonly place: string;
  readonly services: readonly Compartment[];
  readonly language: Language;
};

export type Ground = {
  readonly folder: string;
  readonly seed: number;
  /** The day of founding. */
  readonly day: string;
  readonly settings: CoreSettings;
};

const morningUtc = 6;

/** A home with its first user; nothing is recorded in an office before it has joined. */
export async function foundHome(ground: Ground, plot: Plot): Promise<Founded> {
  const random = createRandom(`${ground.seed}/home ${plot.index}`);
  const folder = join(ground.folder, `home-${plot.index}`);
  const settings = { ...ground.settings, homeFolder: folder, witnessFolder: join(ground.folder, '.jisr-witness') };
  const home = await openDemoHome(settings, random.fork('ids'));
  home.setDay(ground.day, morningUtc);
  const { kind, name, place, services, language } = plot;
  const made = await home.call('home.init', {
    kind,
    name,
    place,
    services: [...services],
    user: demoUser,
    displayName: personOf(ground, plot, 'head'),
    passphrase: demoPassphrase,
    language,
  });
  // Whoever runs the demo has seen no recovery key to write down, so no screen may ask for it.
  await home.call('home.confirmRecovery', { code: made.recoveryCode });
  const { user } = await home.call('session.state', {});
  return { home, node: made.node, kind, folder, user: user?.id ?? '', mediator: null };
}

/** The two files of enrolment go from hand to hand, then the office has its people. */
export async function joinDirectorate(
  ground: Ground,
  directorate: Founded,
  office: Founded,
  plot: Plot,
): Promise<Founded> {
  const papers = await mkdtemp(join(ground.folder, 'enrolment-'));
  const request = join(papers, 'request.cpr');
  const answer = join(papers, 'answer.cpa');
  const hub = directorate.home;
  const { home } = office;
  const { fingerprint } = await home.call('enrol.request', { to: home.grantPath(request, 'file') });
  const to = hub.grantPath(answer, 'file');
  await hub.call('enrol.accept', { file: hub.grantPath(request, 'file'), fingerprint, to });
  const { root } = await hub.call('enrol.fingerprints', {});
  await home.call('enrol.install', { file: home.grantPath(answer, 'file'), fingerprint: root ?? '' });
  await rm(papers, { recursive: true });
  await giveAllRoles(office);
  if (!plot.services.includes('hlp')) return office;
  const { id: mediator } = await home.call('users.create', {
    loginName: mediatorLogin,
    displayName: personOf(ground, plot, 'mediator'),
    roles: ['hlp_mediator'],
    passphrase: demoPassphrase,
  });
  return { ...office, mediator };
}

export async function giveAllRoles({ home, user }: Founded): Promise<void> {
  const { user: signedIn } = await home.call('session.state', {});
  const heads = await home.heads(user);
  const displayName = signedIn?.displayName ?? demoUser;
  await home.call('users.edit', { userId: user, displayName, roles: [...ROLES], heads });
}

/** One by one, so that each gets the id the plan has for it. */
export async function takeDonors({ home }: Founded, donors: LifePlan['directorate']['donors']): Promise<void> {
  for (const { key, id } of donors) {
    home.planId(id);
    await home.call('partners.takeProposals', { keys: [key] });
  }
}

function personOf({ seed }: Ground, { index, kind }: Plot, part: string): string {
  const [first] = SITES;
  const site = kind === 'office' ? (SITES[(index - 1) % SITES.length] ?? first) : first;
  if (!site) throw new RangeError('no site');
  const invent = createPeople(createRandom(`${seed}/staff ${index} ${part}`), site);
  return invent(part === 'head' ? 'male' : 'female').name;
}
