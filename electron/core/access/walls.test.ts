/**
 * @file The walls of the data layer, without dispatch in front of them: what features read and write under each role's
 * views (docs/adr/0007).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { JsonObject } from '#core/changes/canonical.ts';
import { all } from '#core/changes/statements.ts';
import { createWriter, type HomeContext } from '#core/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { handlers } from '#core/handlers.ts';
import {
  createPeopledOffice,
  disputeMarker,
  type Login,
  type PeopledOffice,
  policingMarker,
  signIn,
} from '#core/testing/peopled-office.ts';
import { carry } from '#core/testing/test-app.ts';
import { err } from '#shared/lib/result.ts';
import { guardedTables, seenBy } from './seen.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await makeConflicts();
}, 30_000);
afterAll(() => place.close());

const policing = ['forum', 'meeting', 'issue', 'mapping', 'plan', 'training', 'site', 'asset'];
const sees: Readonly<Record<Login, readonly string[]>> = {
  policing_clerk: policing,
  policing_officer: policing,
  hlp_mediator: ['dispute'],
  second_mediator: ['otherDispute'],
  hlp_supervisor: ['dispute', 'otherDispute'],
  administrator: [],
  merge_clerk: [],
  directorate_analyst: [],
  auditor: [],
  first: [...policing, 'dispute', 'otherDispute'],
};
const logins = Object.keys(sees) as Login[];

describe.each(logins)('under the views of %s', (login) => {
  beforeEach(() => signIn(place.office, login));

  it('every guarded table holds the records of this person and no other', async () => {
    for (const table of guardedTables) {
      const seen = await recordsIn(table);
      expect([table, seen]).toEqual([table, recordsMarkedIn(table).filter(({ id }) => maySee(login, id))]);
    }
  });

  it('reading a record of another compartment finds nothing', async () => {
    const context = contextOf();
    for (const [name, id] of Object.entries(place.ids)) {
      if (!sees.first.includes(name)) continue;
      const seen = sees[login].includes(name);
      const history = await handlers['records.history'](context, { recordId: id });
      expect([name, history.ok]).toEqual([name, seen]);
      expect([name, (await handlers['records.heads'](context, { recordId: id })).ok]).toEqual([name, seen]);
      expect([name, (await openAny(context, name, id)).ok]).toEqual([name, seen]);
    }
  });

  it('lists, search, conflicts, overview and audit tell of nothing else', async () => {
    const texts = JSON.stringify(await everythingTold(contextOf()));
    expect(texts.includes(disputeMarker)).toBe(sees[login].some((name) => name.endsWith('ispute')));
    expect(texts.includes(policingMarker)).toBe(sees[login].includes('forum'));
    expect(texts.includes(place.ids.number)).toBe(sees[login].includes('dispute'));
    expect(texts.includes(place.ids.otherNumber)).toBe(sees[login].includes('otherDispute'));
  });

  it('the counts of the overview are those of records this person sees', async () => {
    const overview = await handlers['home.overview'](contextOf(), { today: '2026-03-01' });
    const of = (kind: string): number => sees[login].filter((name) => name.toLowerCase().endsWith(kind)).length;
    expect(overview).toMatchObject({
      value: { counts: { forums: of('forum'), meetings: of('meeting'), disputes: of('dispute') } },
    });
  });

  it('writing to a record one does not see is refused', async () => {
    for (const [name, at, group] of [
      ['forum', 'forum', 'status'],
      ['dispute', 'dispute', 'stage'],
      ['otherDispute', 'dispute', 'stage'],
    ] as const) {
      const written = await writeTo(place.ids[name], at, group);
      expect([name, written.ok]).toEqual([name, sees[login].includes(name)]);
      if (!written.ok) expect(written.error.code).toBe('record/not-yours');
    }
  });
});

describe('the wall', () => {
  /** Tables without content of records; a new table must be guarded or come with its reason. */
  const unguarded: Readonly<Record<string, string>> = {
    applying: 'a switch',
    roster: 'public to all nodes',
    peer: 'state of links',
    link_out: 'numbers and hashes',
    reject: 'ids and codes',
    parcel: 'ids and verdicts',
    blob: 'ids of sealed files and how much of each is here',
    blob_ref: 'numbers and ids',
    blob_peer: 'state of links',
    link_in: 'numbers and hashes',
    bundle_in: 'numbers of files',
    stray: 'ids of incarnations',
    notice: 'devices, numbers and times',
    spool: 'files and counts',
    self: 'the device; read by carriers alone',
    inc: 'the chain of the device',
    clock: 'a clock',
    serial: 'the last case number of a series',
    user_login: 'log-in names',
    user_account: 'display names of authors, which every screen shows',
    setting: 'settings',
    draft: 'asked for by user',
    command: 'answers, asked for by user',
    sheet_import: 'names of files, people and times',
    sheet_import_item: 'ids, times and numbers of changes',
    paper_copy: 'ids, numbers and times',
    audit: 'ids and codes',
    record_fts: 'words and row numbers, asked for beneath a query on record',
  };

  it('stands before every table with content of records', async () => {
    await signIn(place.office, 'first');
    const tables = all<{ name: string }>(raw(), "SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view')")
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('sqlite_') && !/^record_fts_/.test(name));
    expect(tables.toSorted()).toEqual([...guardedTables, ...Object.keys(unguarded)].toSorted());
  });

  it('stands before every guarded table in joins, under aliases and in nested queries', async () => {
    await signIn(place.office, 'merge_clerk');
    const db = seenBy(home().store.db);
    const query = db
      .selectFrom('val as v')
      .innerJoin('chg', 'chg.id16', 'v.id16')
      .leftJoin('forum', 'forum.id', 'v.agg')
      .where('v.agg', 'in', (eb) => eb.selectFrom('record').select('id'))
      .select(['v.grp', 'forum.name']);
    const { sql } = query.compile();
    for (const table of ['val', 'chg', 'forum', 'record']) {
      expect(sql).toContain(`"seen_${table}"`);
      expect(sql).not.toContain(`"${table}"`);
    }
  });

  it('refuses to be written through', async () => {
    await signIn(place.office, 'first');
    const db = seenBy(home().store.db);
    await expect(db.deleteFrom('record').execute()).rejects.toThrow(/cannot modify seen_record/);
  });

  it('is not walked around by features: those that take the connection itself read no record with it', () => {
    // audit/record-trail.ts reads headers of changes, never what they say; backup/ copies the whole database, encrypted;
    // attachments/ asks how much of a sealed file is here; sticks/ counts what waits; imports/
    // remembers its answer; indicators/ counts for people who read no record, with small numbers hidden.
    const carriers =
      /^(session|settings|enrolment|exchange|notices|backup|attachments\/attachments-handlers\.ts|sticks\/waiting-contents\.ts|users\/own-users\.ts|audit\/record-trail\.ts|imports\/run-import\.ts|indicators\/compute-figures\.ts)/;
    const folder = join(import.meta.dirname, '../features');
    const around = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .filter((file) => /\bstore\.(raw|db)\b|\braw\b\s*[,:)]|main\./.test(readFileSync(join(folder, file), 'utf8')));
    expect(around.filter((file) => !carriers.test(file))).toEqual([]);
  });

  it('falls with the session: nothing can be read through it after locking', async () => {
    await signIn(place.office, 'first');
    const { raw: connection } = home().store;
    await place.office.call('session.lock', {});
    expect(connection.open).toBe(false);
  });
});

const home = () => {
  const { open } = place.services.home;
  if (!open) throw new Error('nobody is signed in');
  return open;
};
const raw = () => home().store.raw;

function contextOf(): HomeContext {
  const never = (): never => {
    throw new Error('reads only');
  };
  return {
    services: place.services,
    home: home(),
    session: home().session,
    db: seenBy(home().store.db),
    trx: null,
    write: never,
    refresh: never,
  };
}

const column: Readonly<Record<string, string>> = {
  record: 'id',
  rule: 'id',
  forum: 'id',
  meeting: 'id',
  issue: 'id',
  mapping: 'id',
  plan: 'id',
  plan_session: 'plan',
  plan_problem: 'plan',
  plan_action: 'plan',
  dispute: 'id',
  training: 'id',
  site: 'id',
  asset: 'id',
  meeting_action: 'meeting',
  meeting_issue: 'meeting',
  dispute_mediator: 'dispute',
  partner: 'id',
  place: 'id',
};

type Found = { readonly id: string; readonly n: number };

/** Rows per record of the table as it is, users aside: everybody sees who the authors are. */
const recordsMarkedIn = (table: string): Found[] => rowsPerRecord('main', table);
const recordsIn = async (table: string): Promise<Found[]> => rowsPerRecord('temp', `seen_${table}`);

function rowsPerRecord(schema: string, name: string): Found[] {
  const id = column[name.replace('seen_', '')] ?? 'agg';
  const rows = all<{ id: Uint8Array; n: number }>(
    raw(),
    `SELECT ${id} AS id, count(*) AS n FROM ${schema}.${name} GROUP BY 1 ORDER BY 1`,
  );
  const known = new Set(Object.values(place.ids));
  return rows.map((row) => ({ id: bytesToUuid(row.id), n: row.n })).filter((row) => known.has(row.id));
}

const maySee = (login: Login, id: string): boolean =>
  sees[login].some((name) => place.ids[name as keyof PeopledOffice['ids']] === id);

function openAny(context: HomeContext, name: string, id: string) {
  if (name === 'forum') return handlers['forums.get'](context, { forumId: id });
  if (name === 'meeting') return handlers['meetings.get'](context, { meetingId: id });
  if (name === 'issue') return handlers['issues.get'](context, { issueId: id, today: null });
  if (name === 'mapping') return handlers['mappings.get'](context, { mappingId: id });
  if (name === 'plan') return handlers['plans.get'](context, { planId: id });
  if (name === 'training') return handlers['trainings.get'](context, { trainingId: id });
  if (name === 'site') return handlers['sites.get'](context, { siteId: id });
  if (name === 'asset') return handlers['assets.get'](context, { assetId: id });
  return handlers['disputes.get'](context, { disputeId: id });
}

const anyAction = {
  today: '2026-03-01',
  show: 'all',
  forumId: null,
  office: null,
  issueId: null,
  plan: null,
  before: null,
} as const;

const anyPlan = { today: '2026-03-01', forumId: null, inForce: false } as const;
const anyIssue = { forumId: null, group: null, show: 'all', plan: null, today: null } as const;
const anyTraining = { forumId: null, edition: null, followUpDueOn: null } as const;

/** Every list and search a screen could ask for. */
async function everythingTold(context: HomeContext): Promise<unknown[]> {
  const told: unknown[] = [];
  for (const search of ['', disputeMarker, policingMarker]) {
    const page = { search, offset: 0, limit: 50 };
    told.push(await handlers['forums.list'](context, page));
    told.push(await handlers['meetings.list'](context, { ...page, forumId: null }));
    told.push(await handlers['issues.list'](context, { ...page, ...anyIssue }));
    told.push(await handlers['actions.list'](context, { ...page, ...anyAction }));
    told.push(await handlers['sites.list'](context, { ...page, kinds: 'all' }));
    told.push(await handlers['mappings.list'](context, { ...page, forumId: null }));
    told.push(await handlers['assets.list'](context, { ...page, family: 'all', siteId: null }));
    told.push(await handlers['plans.list'](context, { ...page, ...anyPlan }));
    told.push(await handlers['trainings.list'](context, { ...page, ...anyTraining }));
    told.push(await handlers['disputes.list'](context, { ...page, stage: null }));
  }
  told.push(await handlers['issues.byGroup'](context, { forumId: null, today: null }));
  told.push(await handlers['actions.promises'](context, { today: '2026-03-01', from: null, to: null, forumId: null }));
  told.push(await handlers['coverage.get'](context, {}));
  told.push(await handlers['forums.dashboard'](context, { forumId: place.ids.forum, today: '2026-03-01' }));
  told.push(await handlers['meetings.calendar'](context, { from: '2026-01-01', to: '2026-12-31', forumId: null }));
  told.push(await handlers['mappings.rounds'](context, { place: 'IQG10', forumId: null }));
  told.push(await handlers['sites.choices'](context, {}));
  told.push(await handlers['records.conflicts'](context, {}));
  told.push(await handlers['home.overview'](context, { today: '2026-03-01' }));
  told.push(await handlers['audit.list'](context, { offset: 0, limit: 200 }));
  return told;
}

/** Writes through the writer that use-cases get, without a use-case; never commits. */
async function writeTo(record: string, at: 'forum' | 'dispute', group: string) {
  const { write } = createWriter(home(), place.services.ports.now);
  const rows = all<{ id: Uint8Array }>(
    raw(),
    'SELECT id16 AS id FROM main.head WHERE agg = ? AND grp = ?',
    uuidToBytes(record),
    group,
  );
  const heads = { [group]: rows.map(({ id }) => Buffer.from(id).toString('base64url')) };
  const stage = { stage: 'closed', since: '', heldFrom: null, outcome: null, holdReason: null, review: null };
  const value: JsonObject = at === 'forum' ? { status: 'active' } : stage;
  let outcome: ReturnType<typeof write> | null = null;
  await inTransaction(home().store, async () => {
    outcome = write({ record, at, kind: 'test.written', groups: [{ group, value }], heads });
    return err({ code: 'undo' });
  });
  if (outcome === null) throw new Error('nothing was written');
  return outcome as ReturnType<typeof write>;
}

/** The same groups changed at the office and at the directorate, neither knowing of the other. */
async function makeConflicts(): Promise<void> {
  const { office, directorate, ids } = place;
  await signIn(office, 'first');
  await carry(office, directorate);
  for (const app of [office, directorate]) {
    const name = `${policingMarker} ${app === office ? 1 : 2}`;
    const { id: _, ...forum } = await app.call('forums.get', { forumId: ids.forum });
    const { place: at, servingOffice, foundedOn, establishedBy, status, members } = forum;
    await app.call('forums.edit', {
      forumId: ids.forum,
      fields: { name, place: at, servingOffice, foundedOn, establishedBy, status, members } as never,
      heads: forum.heads,
    });
    for (const disputeId of [ids.dispute, ids.otherDispute]) {
      const heads = await app.heads(disputeId);
      await app.call('disputes.move', {
        disputeId,
        to: 'screening',
        date: app === office ? '2026-02-20' : '2026-02-21',
        heads,
      });
    }
  }
  await carry(directorate, office);
  expect((await office.call('records.conflicts', {})).length).toBeGreaterThanOrEqual(3);
}
