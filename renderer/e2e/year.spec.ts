/**
 * @file A year of one office, in the window of the office and of its directorate: every page of community policing with
 * the many records of a real year on it. What the pages say is held by `electron/cli/demo/year.test.ts`; here by eye.
 */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import type { DemoYearHomes } from '#electron/cli/testing/demo-year-homes.ts';
import { ask } from './harness/direct.ts';
import { type Installation, newFolder } from './harness/host.ts';
import { journeyLanguages } from './harness/languages.ts';
import { look, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';

for (const language of journeyLanguages) {
  test.describe(`a year in ${language}`, () => {
    test.use({ language });

    test('stands on every page, at the office and at its directorate', async ({ installed, sitDown }) => {
      test.setTimeout(400_000);
      const made = make(newFolder());
      for (const kind of ['office', 'directorate'] as const) {
        const folder = newFolder();
        cpSync(made[kind], path.join(folder, 'home'), { recursive: true });
        cpSync(made.witness, path.join(folder, 'witness'), { recursive: true });
        const home = await installed(folder);
        await ask(home, 'session.unlock', { user: made.user, passphrase: made.passphrase });
        await ask(home, 'settings.setLanguage', { language, digits: 'latin' });
        const desk = await sitDown(home);
        const { pages, names } = await contentsOf(home);
        expect(pages.length).toBeGreaterThan(30);
        for (const page of pages) {
          await open(desk, page);
          await look(desk, `year-${kind}${page.replace(/[0-9a-f-]{30,}/g, 'one').replaceAll('/', '-')}`, names);
        }
      }
    });
  });
}

function make(folder: string): DemoYearHomes {
  const script = path.join(import.meta.dirname, '../../electron/cli/testing/demo-year-homes.ts');
  return JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' })) as DemoYearHomes;
}

/** The demo's last day. */
const today = '2026-10-02';
const whole = { search: '', offset: 0, limit: 50 };

type Contents = { readonly pages: readonly string[]; readonly names: readonly string[] };

/** Addresses of the lists, and of a record of each kind with all that hangs on it; people whose names are Latin. */
async function contentsOf(home: Installation): Promise<Contents> {
  const ofAll = { ...whole, forumId: null };
  const forums = (await ask(home, 'forums.list', whole)).rows;
  const meetings = (await ask(home, 'meetings.list', ofAll)).rows;
  const plans = (await ask(home, 'plans.list', { ...ofAll, today })).rows;
  const issues = (await ask(home, 'issues.list', { ...ofAll, today })).rows;
  const mappings = (await ask(home, 'mappings.list', ofAll)).rows;
  const trainings = (await ask(home, 'trainings.list', ofAll)).rows;
  const sites = (await ask(home, 'sites.list', whole)).rows;
  const assets = (await ask(home, 'assets.list', whole)).rows;
  const actions = (await ask(home, 'actions.list', { ...ofAll, today })).rows;
  const idOf = (rows: readonly { readonly id: string }[]) => rows[0]?.id ?? '';
  const forum = `/forums/${idOf(forums)}`;
  const women = meetings.find(({ type }) => type === 'women_session') ?? meetings[0];
  const trained = await ask(home, 'trainings.get', { trainingId: idOf(trainings) });
  const names = [...trained.participants, ...trained.trainers].flatMap(({ name }) => name ?? []);
  const pages = [
    '/',
    ...['/forums', forum, ...['meetings', 'issues', 'promises', 'plans', 'mappings', 'trainings'].map(partOf(forum))],
    ...['/meetings', '/meetings/calendar', `/meetings/${idOf(meetings)}`, `/meetings/${women?.id}`],
    ...['/issues', `/issues/${idOf(issues)}`, '/actions', `/actions/${actions[0]?.actionId}`, '/promises'],
    ...['/plans', ...plans.flatMap(({ id }) => [`/plans/${id}`, `/plans/${id}/compare`])],
    ...['/mappings', ...mappings.slice(0, 3).map(({ id }) => `/mappings/${id}`)],
    ...['/trainings', `/trainings/${idOf(trainings)}`, `/trainings/${idOf(trainings)}/results`],
    ...['/sites', `/sites/${idOf(sites)}`, '/assets', ...assets.slice(0, 3).map(({ id }) => `/assets/${id}`)],
    ...['/coverage', '/figures', '/exchange', '/audit'],
  ];
  return { pages, names };
}

const partOf = (forum: string) => (part: string) => `${forum}/${part}`;
