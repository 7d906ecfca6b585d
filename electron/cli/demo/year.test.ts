/**
 * @file A year of one office as the directorate reads it: every list and every page of community policing there says what
 * the office recorded, and leaves out what stays at the office, nothing else.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BothEnds, createBothEnds } from '#electron/cli/testing/both-ends.ts';
import { type DemoYear, makeYear, yearSettings } from '#electron/cli/testing/demo-year.ts';
import { contract } from '#shared/contract/contract.ts';
import { type DemoHome, openDemoHome } from './demo-home.ts';
import { demoPassphrase, demoUser } from './found-homes.ts';
import type { LifeEvent, LifeEventOf } from './life-types.ts';
import { createRandom } from './random.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jisr-year-'));
const today = '2026-10-02';
let year: DemoYear;
let office: DemoHome;
let directorate: DemoHome;
let ends: BothEnds;

beforeAll(async () => {
  year = await makeYear(path.join(folder, 'demo'));
  office = await open('office');
  directorate = await open('directorate');
  ends = createBothEnds(office, directorate);
}, 120_000);
afterAll(async () => {
  await office?.close();
  await directorate?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(kind: 'directorate' | 'office'): Promise<DemoHome> {
  const settings = { ...yearSettings, homeFolder: year.homeOf(kind), witnessFolder: year.witnessFolder };
  const home = await openDemoHome(settings, createRandom(kind));
  home.setDay(today, 6);
  await home.call('session.unlock', { user: demoUser, passphrase: demoPassphrase });
  return home;
}

const eventsOf = <K extends LifeEvent['kind']>(kind: K): LifeEventOf<K>[] =>
  (year.plan.offices[0]?.events ?? []).filter((event): event is LifeEventOf<K> => event.kind === kind);

const page = { search: '', offset: 0, limit: 200 };
const forum = { forumId: null };
/** Elements of a record have no order. */
const inOrder = <K extends string>(items: readonly Readonly<Record<K, string>>[], key: K): string[] =>
  items.map((item) => item[key]).toSorted();
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).toSorted();

describe('the year', () => {
  it('is as large as a year of an office', () => {
    const meetings = eventsOf('meeting-recorded').length;
    expect(eventsOf('forum-founded')).toHaveLength(4);
    expect(meetings).toBeGreaterThanOrEqual(48);
    expect(eventsOf('plan-endorsed')).toHaveLength(2);
    expect(eventsOf('plan-reviewed')).toHaveLength(2);
    expect(eventsOf('training-held')).toHaveLength(6);
    expect(new Set(eventsOf('mapping-held').map(({ fields }) => fields.round)).size).toBe(3);
    expect(eventsOf('asset-recorded').length).toBeGreaterThanOrEqual(4);
    expect(eventsOf('handed-over').length).toBeGreaterThan(0);
    expect(year.report).toMatchObject({ digestsAgree: true, conflicts: 1 });
  });
});

describe('lists at the directorate', () => {
  it('hold every record of the year', async () => {
    const recorded = {
      forums: eventsOf('forum-founded').map(({ forum: id }) => id),
      meetings: eventsOf('meeting-recorded').map(({ meeting }) => meeting),
      issues: eventsOf('issue-raised').map(({ issue }) => issue),
      plans: eventsOf('plan-drafted').map(({ plan }) => plan),
      trainings: eventsOf('training-planned').map(({ training }) => training),
      mappings: eventsOf('mapping-held').map(({ mapping }) => mapping),
      sites: eventsOf('site-recorded').map(({ site }) => site),
      assets: eventsOf('asset-recorded').map(({ asset }) => asset),
    };
    const listed = {
      forums: await ends.expectSame('forums.list', [page]),
      meetings: await ends.expectSame('meetings.list', [{ ...page, ...forum }]),
      issues: await ends.expectSame('issues.list', [
        { ...page, ...forum, today, group: null, show: 'all', plan: null },
      ]),
      plans: await ends.expectSame('plans.list', [{ ...page, ...forum, today, inForce: false }]),
      trainings: await ends.expectSame('trainings.list', [{ ...page, ...forum, edition: null, followUpDueOn: null }]),
      mappings: await ends.expectSame('mappings.list', [{ ...page, ...forum }]),
      sites: await ends.expectSame('sites.list', [{ ...page, kinds: 'all' }]),
      assets: await ends.expectSame('assets.list', [{ ...page, family: 'all', siteId: null }]),
    };
    for (const [kind, [answer]] of Object.entries(listed)) {
      const ids = recorded[kind as keyof typeof recorded];
      expect(answer?.total, kind).toBe(ids.length);
      expect(idsOf(answer?.rows ?? []), kind).toEqual(ids.toSorted());
    }
  });

  it('of actions count what was agreed, kept and is late as the office does', async () => {
    const every = {
      ...page,
      today,
      show: 'all',
      ...forum,
      office: null,
      issueId: null,
      plan: null,
      before: null,
    } as const;
    const voided = new Set(eventsOf('meeting-voided').map(({ meeting }) => meeting));
    const agreed = [...eventsOf('meeting-recorded'), ...eventsOf('meeting-edited')]
      .filter(({ meeting }) => !voided.has(meeting))
      .flatMap(({ fields }) => fields.actions.map(({ id }) => id));
    const [list] = await ends.expectSame('actions.list', [every]);
    expect(list?.total).toBe(new Set(agreed).size);
    const told = list?.rows.filter(({ status }) => status === 'done').slice(0, 5) ?? [];
    expect(told).toHaveLength(5);
    await ends.expectSame(
      'actions.get',
      told.map(({ actionId }) => ({ actionId, today })),
    );
    const [promises] = await ends.expectSame('actions.promises', [{ today, from: null, to: null, ...forum }]);
    expect(promises?.total.kept).toBeGreaterThan(10);
    expect(promises?.forums).toHaveLength(4);
  });

  it('of what serves whom, what is imported, and what may be chosen are the same', async () => {
    const [coverage] = await ends.expectSame('coverage.get', [{}]);
    expect(coverage?.offices.map(({ forums }) => forums)).toEqual([4]);
    expect(coverage?.forums.flatMap(({ findings }) => findings)).toEqual([]);
    await ends.expectSame('sites.choices', [{}]);
    await ends.expectSame('imports.list', [{}]);
    const [groups] = await ends.expectSame('issues.byGroup', [{ ...forum, today }]);
    const total = groups?.groups.reduce((sum, { total: count }) => sum + count, 0);
    expect(total).toBe(eventsOf('issue-raised').length);
    expect(groups?.groups.some(({ unheard }) => unheard > 0)).toBe(true);
    const month = await ends.expectSame('meetings.calendar', [{ from: '2026-03-01', to: '2026-03-31', ...forum }]);
    expect(month[0]?.length).toBeGreaterThanOrEqual(4);
  });
});

describe('pages at the directorate', () => {
  it('show forums, and what their meetings come to', async () => {
    const forums = eventsOf('forum-founded');
    const ids = forums.map(({ forum: forumId }) => ({ forumId }));
    const views = await ends.expectSame('forums.get', ids);
    for (const [index, { fields }] of forums.entries()) {
      const { place, foundedOn, statute, site } = fields;
      expect(views[index]).toMatchObject({ place, foundedOn, statute, site, status: 'active' });
      expect(views[index]?.members.map(({ id }) => id)).toEqual(
        expect.arrayContaining(fields.members.map(({ id }) => id)),
      );
      expect(views[index]?.elections[0]?.candidates).toHaveLength(2);
    }
    const dashboards = await ends.expectSame(
      'forums.dashboard',
      ids.map((id) => ({ ...id, today })),
    );
    for (const { attendance, lastWomenSession } of dashboards) {
      expect(attendance).toHaveLength(12);
      expect(lastWomenSession).not.toBeNull();
    }
    await ends.expectSame(
      'meetings.carriedIn',
      ids.map((id) => ({ ...id, meetingId: null })),
    );
  });

  it('show meetings in every version', async () => {
    const ids = eventsOf('meeting-recorded').map(({ meeting: meetingId }) => ({ meetingId }));
    const views = await ends.expectSame('meetings.get', ids);
    const told = new Map(eventsOf('meeting-edited').map(({ meeting, fields }) => [meeting, fields]));
    for (const view of views) {
      const fields = told.get(view.id);
      if (!fields) continue;
      const { type, date, venue, decisions, startTime } = fields;
      expect(view).toMatchObject({ type, date, venue, startTime, voided: null });
      expect(inOrder(view.decisions, 'text')).toEqual(inOrder(decisions, 'text'));
    }
    const versions = await ends.expectSame('meetings.versions', ids);
    const approved = ids.flatMap(({ meetingId }, index) => {
      const first = versions[index]?.at(-1);
      return first ? [{ meetingId, versionId: first.id }] : [];
    });
    expect(approved.length).toBeGreaterThan(40);
    await ends.expectSame('meetings.version', approved);
  });

  it('show issues and plans, without what is said of sensitive ones', async () => {
    const raised = eventsOf('issue-raised');
    const issues = await ends.expectSame(
      'issues.get',
      raised.map(({ issue: issueId }) => ({ issueId, today })),
    );
    for (const [index, { fields }] of raised.entries()) {
      const { issue, raisedOn, statement, affected } = fields;
      const secret = issues[index]?.sensitive;
      expect(issues[index]).toMatchObject({ issue, raisedOn, affected, statement: secret ? null : statement });
    }
    const drafted = eventsOf('plan-drafted');
    const plans = await ends.expectSame(
      'plans.get',
      drafted.map(({ plan: planId }) => ({ planId })),
    );
    for (const [index, { fields }] of drafted.entries()) {
      const { title, profile, actions } = fields;
      expect(plans[index]).toMatchObject({
        title,
        profile,
        status: 'active',
        missingVoices: { women: false, youth: false },
      });
      expect(inOrder(plans[index]?.actions ?? [], 'what')).toEqual(inOrder(actions, 'what'));
      expect(plans[index]?.reviews).toHaveLength(1);
    }
    await ends.expectSame(
      'plans.version',
      drafted.map(({ plan: planId }) => ({ planId, versionId: null })),
    );
  });

  it('show trainings, sites and equipment', async () => {
    const held = eventsOf('training-held');
    const trainings = await ends.expectSame(
      'trainings.get',
      held.map(({ training: trainingId }) => ({ trainingId })),
    );
    for (const [index, { fields }] of held.entries()) {
      const { title, audience, edition, topics, participants } = fields;
      expect(trainings[index]).toMatchObject({ title, audience, edition, topics, status: 'held' });
      expect(trainings[index]?.participants).toHaveLength(participants.length);
    }
    const sites = eventsOf('site-recorded').map(({ site: siteId }) => ({ siteId }));
    expect(await ends.expectSame('sites.get', sites)).toMatchObject([{ status: 'in_use' }, { status: 'in_use' }]);
    const recorded = eventsOf('asset-recorded');
    const assets = await ends.expectSame(
      'assets.get',
      recorded.map(({ asset: assetId }) => ({ assetId })),
    );
    for (const [index, { fields }] of recorded.entries()) {
      const { name, kind, serial, plate, amount } = fields;
      expect(assets[index]).toMatchObject({ name, kind, serial, plate, amount });
    }
    expect(assets.flatMap(({ incidents }) => incidents.map(({ kind }) => kind)).toSorted()).toEqual([
      'damage',
      'theft',
    ]);
    await ends.expectSame(
      'holdings.get',
      recorded.map(({ asset: recordId }) => ({ recordId })),
    );
  });

  it('show figures of mappings, and nothing that groups drew', async () => {
    const held = eventsOf('mapping-held');
    const mappings = await ends.expectSame(
      'mappings.get',
      held.map(({ mapping: mappingId }) => ({ mappingId })),
    );
    for (const [index, { fields }] of held.entries()) {
      const people = fields.participants.reduce((sum, { count }) => sum + count, 0);
      expect(mappings[index]?.map.state).toBe('kept');
      expect(mappings[index]?.people).toContainEqual({
        dimension: 'all',
        value: '',
        count: people < 5 ? '<5' : people,
      });
    }
    const place = held[0]?.fields.place ?? '';
    const { here, there } = await ends.ask('mappings.rounds', { place, forumId: null });
    expect(there.rounds.map(({ round, sessions, waiting }) => [round, sessions, waiting])).toEqual([
      [3, 2, 0],
      [2, 3, 0],
      [1, 2, 0],
    ]);
    const whole = ({ rounds }: typeof there) =>
      rounds[0]?.answers
        .filter(({ measure, dimension }) => measure === 'safe_night' && dimension === 'all')
        .map(({ high, of }) => ({ high, of }));
    expect(whole(there)).toHaveLength(1);
    expect(whole(there)).toEqual(whole(here));
  });

  it('are all looked at', () => {
    const methods = Object.entries(contract).flatMap(([name, { kind, permission }]) =>
      kind === 'query' && permission === 'policing.read' ? [name] : [],
    );
    expect(methods.filter((name) => !ends.asked.has(name))).toEqual([]);
  });
});
