import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum, sampleMeeting, sampleMember } from '#core/testing/samples.ts';
import { sheetOf } from '#core/testing/sheets/make-xlsx.ts';
import { stage } from '#core/testing/stage.ts';
import type { InputOf, OutputOf } from '#shared/contract/contract.ts';
import { SHEET_FIELDS, SHEET_KINDS, type SheetKind } from '#shared/domain/sheet-fields.ts';
import { LANGUAGES } from '#shared/text/languages.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

type Rows = readonly (readonly (string | number)[])[];
type Doubles = InputOf<'imports.run'>['doubles'];

/** A sheet with these headers, mapped as the program guesses. */
async function prepare(kind: SheetKind, rows: Rows, forumId: string | null = null) {
  const file = await stage(place.office, sheetOf(rows));
  const looked = await place.office.call('imports.look', { kind, file });
  const columns = looked.columns.flatMap(({ column, field }) => (field === null ? [] : [{ column, field }]));
  return { kind, file, forumId, columns };
}

const check = (source: Awaited<ReturnType<typeof prepare>>) => place.office.call('imports.check', source);

async function bringIn(source: Awaited<ReturnType<typeof prepare>>, doubles: Doubles = { all: 'skip', rows: [] }) {
  const { digest } = await check(source);
  return place.office.call('imports.run', { ...source, name: 'x.xlsx', digest, doubles });
}

const undo = (importId: string) => place.office.call('imports.undo', { importId, reason: 'taken back' });
const newForum = (names: readonly string[] = []) =>
  place.office.call('forums.create', { fields: sampleForum({ members: names.map(sampleMember) }) });
const faultsOf = ({ faults }: OutputOf<'imports.check'>) =>
  faults.map(({ row, column, field, code }) => `${column}${row} ${field} ${code}`);

const memberHead = ['Full name', 'الهاتف', 'ڕەگەز', 'Group represented', 'Role in the forum', 'Member since'];

describe('members from a sheet', () => {
  it('join the forum, by codes and labels of any language', async () => {
    const { id: forumId } = await newForum(['Amina Salih']);
    const source = await prepare(
      'members',
      [
        memberHead,
        ['Layla Hasan', '٠٧٧١٥٥٥٤٤٣٣', 'أنثى', 'women_representative', 'Secretary', 45_000],
        ['Karwan Aziz', '0770 999 8877', 'نێر', 'Mukhtar', 'ئەندام', '15/03/2024'],
      ],
      forumId,
    );
    const report = await check(source);
    expect(report).toMatchObject({ counts: { new: 2, doubles: 0, faulty: 0 }, faultsTotal: 0 });
    const done = await bringIn(source);
    expect(done).toMatchObject({ made: 2, altered: 0, left: 0 });
    const { members } = await place.office.call('forums.get', { forumId });
    expect(members.map(({ name, sex, role, since, status }) => [name, sex, role, since, status])).toEqual([
      ['Amina Salih', expect.anything(), expect.anything(), expect.anything(), 'active'],
      ['Layla Hasan', 'female', 'secretary', '2023-03-15', 'active'],
      ['Karwan Aziz', 'male', 'member', '2024-03-15', 'active'],
    ]);
  });

  it('are judged row by row, with the cell and what is wrong', async () => {
    const { id: forumId } = await newForum();
    const source = await prepare(
      'members',
      [
        memberHead,
        ['Layla Hasan', '', 'sometimes', 'Mukhtar', 'member', '31/02/2024'],
        ['', '', 'male', 'Mukhtar', 'chair', ''],
        ['Azad Omar', 1e16, 'male', 'Mukhtar', 'chair', ''],
        ['Sara Ali', '', 'female', 'Mukhtar', 'chair', ''],
        ['Rezan Ali', '', 'female', 'Mukhtar', 'chair', ''],
        ['Example: somebody', '', 'female', 'Mukhtar', '', ''],
      ],
      forumId,
    );
    const report = await check(source);
    expect(faultsOf(report)).toEqual([
      'C2 sex field/unknown-code',
      'F2 since field/impossible-date',
      'A3 name field/required',
      'B4 phone field/digits-lost',
      'E6 role field/second-chair',
    ]);
    expect(report.counts).toEqual({ new: 1, doubles: 0, same: 0, faulty: 4, examples: 1 });
    expect(await bringIn(source)).toMatchObject({ made: 1, left: 5 });
  });

  it('that are there already are proposed as the same, by name or telephone', async () => {
    const { id: forumId } = await newForum();
    const head = ['name', 'phone', 'sex', 'category', 'institution'];
    await bringIn(
      await prepare(
        'members',
        [head, ['أحمد علي', '07701112233', 'male', 'mukhtar', ''], ['Sara', '', 'female', 'media', '']],
        forumId,
      ),
    );
    const source = await prepare(
      'members',
      [
        head,
        ['احمد على', '', 'male', 'mukhtar', 'Council'],
        ['Somebody', '+964 770 111 2233', 'male', 'mukhtar', ''],
        ['Sara', '', 'female', 'media', ''],
      ],
      forumId,
    );
    const report = await check(source);
    expect(report.counts).toMatchObject({ new: 0, doubles: 2, same: 1 });
    expect(report.doubles).toMatchObject([
      { row: 2, of: { title: 'أحمد علي' }, differs: ['name', 'institution'], mayUpdate: true },
      { row: 3, of: { title: 'أحمد علي' } },
    ]);
    expect(
      await place.office.refused('imports.run', {
        ...source,
        name: 'x',
        digest: report.digest,
        doubles: { all: 'skip', rows: [] },
      }),
    ).toBe('import/nothing-to-do');
    await bringIn(source, { all: 'skip', rows: [{ row: 2, choice: 'update' }] });
    const { members } = await place.office.call('forums.get', { forumId });
    expect(members.map(({ name, phone, institution }) => [name, phone, institution])).toEqual([
      ['احمد على', '07701112233', 'Council'],
      ['Sara', null, ''],
    ]);
  });

  it('are taken back, but for those somebody changed or marked since', async () => {
    const { id: forumId } = await newForum(['Amina Salih']);
    const head = ['name', 'sex', 'category', 'institution'];
    const source = await prepare(
      'members',
      [
        head,
        ['One', 'female', 'media', ''],
        ['Two', 'male', 'media', ''],
        ['Three', 'male', 'media', ''],
        ['Amina Salih', 'female', 'media', 'Press'],
      ],
      forumId,
    );
    const { id } = await bringIn(source, { all: 'update', rows: [] });
    const forum = await place.office.call('forums.get', { forumId });
    const { name, place: where, servingOffice, foundedOn, establishedBy, members } = forum;
    const [amina, one, two] = members;
    await place.office.call('forums.edit', {
      forumId,
      fields: {
        name,
        place: where,
        servingOffice,
        foundedOn,
        establishedBy,
        status: 'active',
        members: members.map((member) => (member.name === 'One' ? { ...member, institution: 'x' } : member)) as never,
      },
      heads: forum.heads,
    });
    await place.office.call('meetings.create', { forumId, fields: sampleMeeting([two?.id ?? '']) });
    expect(await undo(id)).toMatchObject({
      voided: 1,
      setBack: 1,
      kept: expect.arrayContaining([
        { recordId: forumId, title: one?.name, why: 'changed' },
        { recordId: forumId, title: two?.name, why: 'in-use' },
      ]),
    });
    const after = await place.office.call('forums.get', { forumId });
    expect(after.members.map((member) => member.name)).toEqual(['Amina Salih', 'One', 'Two']);
    expect(after.members[0]).toMatchObject({ institution: '', category: amina && sampleMember('x').category });
    await expectRefusal(place.office, 'imports.undo', 'import/undone', { importId: id, reason: 'again' });
  });

  it('that were only added to go back to what they were', async () => {
    const { id: forumId } = await newForum(['Amina Salih']);
    const { sex, category } = sampleMember('x');
    const source = await prepare(
      'members',
      [
        ['name', 'sex', 'category', 'institution'],
        ['Amina Salih', sex, category, 'Press'],
      ],
      forumId,
    );
    const { id } = await bringIn(source, { all: 'update', rows: [] });
    expect(await undo(id)).toMatchObject({ voided: 0, setBack: 1, kept: [] });
    expect((await place.office.call('forums.get', { forumId })).members).toMatchObject([{ institution: '' }]);
  });

  it('do not join a forum beyond its hundred, nor one of nobody', async () => {
    const { id: forumId } = await newForum();
    const rows = Array.from({ length: 102 }, (_, n) => [`Member ${n}`, 'female', 'media']);
    const source = await prepare('members', [['name', 'sex', 'category'], ...rows], forumId);
    const report = await check(source);
    expect(faultsOf(report)).toEqual(['102 null field/too-many-members', '103 null field/too-many-members']);
    expect(await place.office.refused('imports.check', { ...source, forumId: null })).toBe('record/not-found');
  });
});

describe('equipment from a sheet', () => {
  const head = [
    'Make and model',
    'Kind',
    'Serial number',
    'Plate number',
    'Governorate or district',
    'Status',
    'Value',
    'Currency',
    'Acquired on',
  ];

  it('keeps serials as they stand, without noise of numbers, and tells what a sheet may have lost', async () => {
    const source = await prepare('assets', [
      head,
      ['Radio', 'radio_set', 4512.1, '', 'IQG10Q03', 'In use', 1250.5, 'USD', '2025-01-02'],
      ['Hilux', 'vehicle_pickup', '0045', '١٢٣٤٥ بغداد', 'IQG10Q03', 'قيد الاستخدام', '', '', ''],
    ]);
    const report = await check(source);
    expect(faultsOf(report)).toEqual([]);
    expect(report.notes).toEqual([{ row: 2, column: 'C', field: 'serial', code: 'number-as-mark', count: 1 }]);
  });

  it('is judged as the form judges it', async () => {
    const source = await prepare('assets', [
      head,
      ['A', 'computer', 'S-1', '', 'Nowhere', 'in_use', '', '', ''],
      ['B', 'other', 'S-2', '', 'IQG10Q03', 'handed_over', '5', '', ''],
      ['C', 'other', '', '', 'IQG10Q03', 'lost_stolen', '', '', 2026],
    ]);
    expect(faultsOf(await check(source))).toEqual([
      'E2 place field/unknown-place',
      '3 kindNote field/required',
      'H3 currency field/required',
      'F3 status field/handed-over-by-act',
      'I4 acquiredOn field/bad-date',
    ]);
  });
});

describe('meetings and trainings from a sheet', () => {
  it('meetings are recorded under their forum, and proposed as the same by day and type', async () => {
    const { id: forumId } = await place.office.call('forums.create', {
      fields: sampleForum({ name: 'مەکۆی تاقیکردنەوە' }),
    });
    const rows: Rows = [
      [
        'Forum',
        'Date of the meeting',
        'Type of meeting',
        'Status of the meeting',
        'Began at',
        'Ended at',
        'Guests: women',
        'Agenda',
      ],
      ['مه‌كوی تاقيكردنه‌وه', '05/01/2026', 'regular', 'held', 0.4375, '12:30', 4, 'Lights; Roads'],
      ['مەکۆی تاقیکردنەوە', '2026-02-05', 'Women’s session', 'held', '', '', '', ''],
    ];
    const source = await prepare('meetings', rows);
    const report = await check(source);
    expect(report).toMatchObject({ faults: [], counts: { new: 2 } });
    await bringIn(source);
    const { rows: found } = await place.office.call('meetings.list', { forumId });
    expect(found).toHaveLength(2);
    const again = await check(source);
    expect(again.counts).toMatchObject({ new: 0, same: 2 });
    const first = found.find(({ date }) => date === '2026-01-05');
    expect(await place.office.call('meetings.get', { meetingId: first?.id ?? '' })).toMatchObject({
      startTime: '10:30',
      endTime: '12:30',
      guests: [{ sex: 'female', ageBand: 'unknown', count: 4 }],
      agenda: [{ title: 'Lights' }, { title: 'Roads' }],
    });
  });

  it('a meeting that was updated goes back to what it was; one that was changed since stays', async () => {
    const { id: forumId } = await place.office.call('forums.create', {
      fields: sampleForum({ name: 'Forum of undoing' }),
    });
    const head = ['forum', 'date', 'type', 'status', 'venue', 'next venue'];
    const first = await prepare('meetings', [
      head,
      ['Forum of undoing', '2026-01-05', 'regular', 'held', 'Hall', ''],
      ['Forum of undoing', '2026-02-05', 'regular', 'held', '', ''],
    ]);
    const made = await bringIn(first);
    const second = await prepare('meetings', [
      [...head.slice(0, 5), 'Venue of the next meeting'],
      ['Forum of undoing', '2026-01-05', 'regular', 'held', 'School', 'Market'],
    ]);
    const altered = await bringIn(second, { all: 'update', rows: [] });
    expect(altered).toMatchObject({ made: 0, altered: 1 });
    expect(await undo(altered.id)).toMatchObject({ voided: 0, setBack: 1, kept: [] });
    const { rows } = await place.office.call('meetings.list', { forumId });
    const january = rows.find(({ date }) => date === '2026-01-05');
    expect(await place.office.call('meetings.get', { meetingId: january?.id ?? '' })).toMatchObject({
      venue: 'Hall',
      next: null,
    });
    // Written to twice since it was made: that is told, and the other one goes.
    expect(await undo(made.id)).toMatchObject({ voided: 1, kept: [{ recordId: january?.id, why: 'changed' }] });
  });

  it('trainings are recorded with their days and hours', async () => {
    const source = await prepare('trainings', [
      [
        'Title of the training',
        'Topics',
        'Delivery',
        'Audience',
        'Status of the training',
        'Governorate or district',
        'Days of the training',
        'Hours per day',
      ],
      [
        'First course',
        'community_policing_basics',
        'classroom',
        'police_community',
        'Held',
        'IQG10Q03',
        '2026-01-10; 11/01/2026',
        5,
      ],
      [
        'Second course',
        'community_policing_basics',
        'classroom',
        'police_community',
        'Held',
        'IQG10Q03',
        '2026-01-10',
        '',
      ],
    ]);
    const report = await check(source);
    expect(faultsOf(report)).toEqual(['H3 hours field/bad-value']);
    await bringIn(source);
    const { rows } = await place.office.call('trainings.list', { search: 'First course' });
    expect(rows).toMatchObject([{ firstDay: '2026-01-10', lastDay: '2026-01-11', minutes: 600, status: 'held' }]);
    expect((await check(source)).counts).toMatchObject({ same: 1, faulty: 1 });
  });
});

describe('an import', () => {
  const rows: Rows = [
    ['name', 'kind', 'serial', 'place', 'status'],
    ['A', 'computer', 'IMP-1', 'IQG10Q03', 'in_use'],
    ['B', 'computer', 'IMP-2', 'IQG10Q03', 'in_use'],
    ['C', 'computer', 'imp 2', 'IQG10Q03', 'in_use'],
  ];

  it('is refused where a record has changed since the check, and repeats its first answer', async () => {
    const source = await prepare('assets', rows);
    const report = await check(source);
    expect(report.doubles).toMatchObject([{ row: 4, of: { recordId: null, row: 3 }, mayUpdate: false }]);
    const input = {
      ...source,
      name: 'x',
      doubles: { all: 'skip' as const, rows: [] },
      commandId: place.office.ports.newId(),
    };
    const first = await place.office.answer('imports.run', { ...input, digest: report.digest });
    expect(first).toMatchObject({ ok: true, value: { made: 2, left: 1 } });
    expect(await place.office.answer('imports.run', { ...input, digest: report.digest })).toEqual(first);
    expect(
      await place.office.refused('imports.run', {
        ...input,
        digest: report.digest,
        commandId: place.office.ports.newId(),
      }),
    ).toBe('import/changed');
    const { rows: listed } = await place.office.call('assets.list', { search: 'IMP' });
    expect(listed).toHaveLength(2);
    const { id } = (first as { value: { id: string } }).value;
    const [changed] = listed;
    await place.office.call('holdings.check', {
      recordId: changed?.id ?? '',
      fields: { date: '2026-02-01', condition: 'good', status: 'in_use' },
      heads: await place.office.heads(changed?.id ?? ''),
    });
    expect(await undo(id)).toEqual({
      voided: 1,
      setBack: 0,
      kept: [{ recordId: changed?.id, title: changed?.name, why: 'changed' }],
      keptTotal: 1,
    });
    const [latest] = await place.office.call('imports.list', { kind: 'assets' });
    expect(latest).toMatchObject({ id, made: 2, undone: { kept: 1 }, mayUndo: false });
  });

  it('writes all or nothing, and stops when asked', async () => {
    const many = Array.from({ length: 400 }, (_, n) => [`Item ${n}`, 'computer', `STOP-${n}`, 'IQG10Q03', 'in_use']);
    const source = await prepare('assets', [rows[0] ?? [], ...many]);
    const { digest } = await check(source);
    const before = place.office.events.length;
    const running = place.office.answer('imports.run', {
      ...source,
      name: 'x',
      digest,
      doubles: { all: 'skip', rows: [] },
    });
    while (!place.office.events.slice(before).some(({ task, done }) => task === 'sheet-import' && Number(done) > 0)) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await place.office.call('imports.cancel', {})).toEqual({ asked: 1 });
    expect(await running).toMatchObject({ ok: false, error: { code: 'import/stopped' } });
    expect((await place.office.call('assets.list', { search: 'STOP' })).total).toBe(0);
  });

  it('needs the columns that every row needs, and who may write', async () => {
    const source = await prepare('assets', rows);
    const columns = source.columns.filter(({ field }) => field !== 'status');
    expect(await place.office.answer('imports.check', { ...source, columns })).toMatchObject({
      error: { code: 'import/column-missing', params: { fields: ['status'] } },
    });
    await signIn(place.office, 'hlp_supervisor');
    expect(await place.office.refused('imports.check', source)).toBe('session/forbidden');
    await signIn(place.office, 'policing_officer');
  });

  it('of somebody else is undone by an officer, not by another clerk', async () => {
    const source = await prepare('assets', [rows[0] ?? [], ['A', 'computer', 'UNDO-1', 'IQG10Q03', 'in_use']]);
    const { id } = await bringIn(source);
    await signIn(place.office, 'policing_clerk');
    await expectRefusal(place.office, 'imports.undo', 'import/not-yours', { importId: id, reason: 'x' });
    const own = await prepare('assets', [rows[0] ?? [], ['A', 'computer', 'UNDO-2', 'IQG10Q03', 'in_use']]);
    const made = await bringIn(own);
    expect(await undo(made.id)).toMatchObject({ voided: 1, kept: [] });
    await signIn(place.office, 'policing_officer');
    expect(await undo(id)).toMatchObject({ voided: 1 });
  });
});

describe('a template', () => {
  it.each(SHEET_KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const)))(
    'of %s in %s is understood whole, and its example is never brought in',
    async (kind, language) => {
      for (const format of ['xlsx', 'csv'] as const) {
        const to = place.office.app.grantPath(place.office.folder, 'folder');
        const { file } = await place.office.call('imports.template', { kind, language, format, to });
        const token = await stage(place.office, readFileSync(join(place.office.folder, file)));
        const { columns, rows } = await place.office.call('imports.look', { kind, file: token });
        expect(columns.map(({ field }) => field)).toEqual(SHEET_FIELDS[kind].map(({ key }) => key));
        expect(rows).toBe(1);
        const chosen = columns.flatMap(({ column, field }) => (field === null ? [] : [{ column, field }]));
        const forumId = kind === 'members' ? place.ids.forum : null;
        const report = await place.office.call('imports.check', { kind, file: token, forumId, columns: chosen });
        expect(report.counts).toEqual({ new: 0, doubles: 0, same: 0, faulty: 0, examples: 1 });
      }
    },
  );
});
