import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrainingFields, TrainingResults } from '#shared/contract/trainings.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleParticipant, sampleTraining } from '#core/testing/samples.ts';
import { carry, createTestApp, initHome } from '#core/testing/test-app.ts';
import { noRecord } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

async function newTraining(more: Partial<TrainingFields> = {}) {
  const fields = sampleTraining(more);
  const { id: trainingId } = await place.office.call('trainings.create', { fields });
  const [first, second] = fields.participants.map(({ id }) => id);
  const [monday, tuesday] = fields.days.map(({ id }) => id);
  return { trainingId, fields, first: first ?? '', second: second ?? '', monday: monday ?? '', tuesday: tuesday ?? '' };
}

const heads = (trainingId: string) => place.office.heads(trainingId);
const read = (trainingId: string) => place.office.call('trainings.get', { trainingId });

/** Somebody there on both days. */
const always = (participant: string, ...days: readonly string[]) => ({
  attendance: days.map((day) => ({ day, rows: [{ participant, part: 'whole' as const }] })),
  tests: [],
  left: [],
});

async function record(trainingId: string, fields: Partial<TrainingResults>) {
  return place.office.call('trainings.record', {
    trainingId,
    fields: { attendance: [], tests: [], left: [], ...fields },
    heads: await heads(trainingId),
  });
}

describe('a training', () => {
  it('is read as it was written, with what follows from it', async () => {
    const { trainingId, fields } = await newTraining();
    const view = await read(trainingId);
    const { participants, trainers, days, ...course } = fields;
    expect(view).toMatchObject({ ...course, minutes: 600, followUpDue: '2026-05-11', mayCertify: true, forumName: '' });
    expect(view.days).toMatchObject(days);
    expect(view.trainers).toMatchObject([{ name: trainers[0]?.name, named: false, openName: null }]);
    expect(view.participants.map(({ name }) => name)).toEqual(participants.map(({ name }) => name));
    expect(view.participants.every(({ result }) => result === 'no_show')).toBe(true);
  });

  it('knows rows without a name from rows whose name is kept at the office', async () => {
    const { office, directorate } = place;
    const anonymous = { ...sampleParticipant('x'), anonymous: true, name: null };
    const named = { ...sampleParticipant('هدى كاظم'), disability: 'yes' as const };
    const trainers = [
      { id: uuidv7(), name: 'رنا سعيد', sex: 'female' as const, institution: '', named: true },
      { id: uuidv7(), name: 'علي حسن', sex: 'male' as const, institution: '' },
    ];
    const { trainingId } = await newTraining({ participants: [anonymous, named], trainers });
    await signIn(office, 'first');
    await carry(office, directorate);
    const above = await directorate.call('trainings.get', { trainingId });
    expect(above.participants).toMatchObject([
      { anonymous: true, name: null },
      { anonymous: false, name: null, phone: null, disability: null, institution: named.institution },
    ]);
    expect(above.trainers).toMatchObject([
      { name: null, openName: 'رنا سعيد' },
      { name: null, openName: null },
    ]);
    expect(above).toMatchObject({
      may: { edit: false, correct: true },
      mayCertify: false,
      reason: '',
      followUpNote: '',
    });
    await signIn(office, 'policing_officer');
  });

  it('asks for its forum, its other topic and its reason', async () => {
    const { office } = place;
    const forum = sampleTraining({ forum: noRecord });
    await expectRefusal(office, 'trainings.create', 'training/unknown-forum', { fields: forum });
    const made = await newTraining({ forum: place.ids.forum });
    expect(await read(made.trainingId)).toMatchObject({ forum: place.ids.forum });
    const wrong = sampleTraining({ edition: 'women', topics: ['other'] });
    const answer = await office.answer('trainings.create', { fields: wrong });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'call/bad-input',
        params: {
          fields: [
            { path: 'fields.otherTopic', code: 'field/required' },
            { path: 'fields.reason', code: 'field/required' },
          ],
        },
      },
    });
    const said = await newTraining({ edition: 'women', reason: 'مترجم' });
    expect(await read(said.trainingId)).toMatchObject({ reason: 'مترجم' });
  });

  it('writes only what was changed, and lets go of what hung on what was taken out', async () => {
    const { office } = place;
    const { trainingId, fields, first, second, monday, tuesday } = await newTraining();
    const both = [first, second].map((participant) => ({ participant, part: 'whole' as const }));
    await record(trainingId, {
      attendance: [
        { day: monday, rows: both },
        { day: tuesday, rows: both },
      ],
      tests: [{ participant: second, pre: 10, post: 20 }],
    });
    const edit = async (change: Partial<TrainingFields>) =>
      (
        await office.call('trainings.edit', {
          trainingId,
          fields: { ...fields, ...change },
          heads: await heads(trainingId),
        })
      ).changedGroups;
    expect(await edit({})).toEqual([]);
    expect(await edit({ title: 'x' })).toEqual(['course']);
    expect(await edit({ title: 'x', reason: 'y' })).toEqual(['reason']);
    expect(await edit({ title: 'x', reason: '' })).toEqual(['reason']);
    const changed = await edit({ participants: fields.participants.slice(0, 1), days: fields.days.slice(0, 1) });
    expect(changed.toSorted()).toEqual(
      [
        'course',
        `attendance:${tuesday}`,
        `day:${tuesday}`,
        `participant:${second}`,
        `participantName:${second}`,
        `participantCare:${second}`,
        `preTest:${second}`,
        `postTest:${second}`,
      ].toSorted(),
    );
    expect(await read(trainingId)).toMatchObject({
      minutes: 300,
      participants: [{ minutes: 300, result: 'completed' }],
    });
  });

  it('is not found, not edited when void, and not over what somebody else saved', async () => {
    const { office } = place;
    const { trainingId, fields } = await newTraining();
    await expectRefusal(office, 'trainings.get', 'record/not-found', { trainingId: place.ids.forum });
    const before = await heads(trainingId);
    await office.call('trainings.edit', { trainingId, fields: { ...fields, title: 'الأول' }, heads: before });
    const late = { ...fields, title: 'x' };
    await expectRefusal(office, 'trainings.edit', 'record/changed', { trainingId, fields: late, heads: before });
    await office.call('records.void', { recordId: trainingId, reason: 'x', heads: await heads(trainingId) });
    const now = await heads(trainingId);
    await expectRefusal(office, 'trainings.edit', 'record/voided', { trainingId, fields: late, heads: now });
  });

  it('is recorded by an enrolled office that offers the service alone', async () => {
    const fields = sampleTraining();
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    await expectRefusal(fresh, 'trainings.create', 'node/not-enrolled', { fields });
    await fresh.close();
    await expectRefusal(place.directorate, 'trainings.create', 'node/service-not-offered', { fields });
  });
});

describe('attendance and tests', () => {
  it('give results, hours and the gain in knowledge', async () => {
    const { trainingId, first, second, monday, tuesday } = await newTraining();
    await record(trainingId, {
      attendance: [
        { day: monday, rows: [first, second].map((participant) => ({ participant, part: 'whole' as const })) },
        { day: tuesday, rows: [{ participant: first, part: 'half' as const }] },
      ],
      tests: [{ participant: first, pre: 40, post: 75 }],
      left: [second],
    });
    const view = await read(trainingId);
    expect(view.participants).toMatchObject([
      { minutes: 450, result: 'partial', pre: 40, post: 75, left: false },
      { minutes: 300, result: 'dropped_out', pre: null, left: true },
    ]);
    expect(view.figures).toMatchObject({
      trained: { total: 1, bySex: { female: 1, male: 0 }, youth: 1 },
      minutes: { total: 750 },
      gain: { both: 1, meanTenths: 350, reachedGoal: 1 },
    });
    await record(trainingId, {});
    expect((await read(trainingId)).participants.map(({ result }) => result)).toEqual(['no_show', 'no_show']);
  });

  it('name people and days of the training, once it has begun', async () => {
    const { office } = place;
    const { trainingId, first, monday } = await newTraining();
    const now = await heads(trainingId);
    const of = (participant: string, day: string) => ({ trainingId, fields: always(participant, day), heads: now });
    await expectRefusal(office, 'trainings.record', 'training/unknown-participant', of(noRecord, monday));
    await expectRefusal(office, 'trainings.record', 'training/unknown-day', of(first, noRecord));
    const planned = await newTraining({ status: 'planned' });
    await expectRefusal(office, 'trainings.record', 'training/not-begun', {
      trainingId: planned.trainingId,
      fields: always(planned.first, planned.monday),
      heads: await heads(planned.trainingId),
    });
  });
});

describe('certificates', () => {
  it('go to those who completed it, each with a number, once', async () => {
    const { office } = place;
    const { trainingId, fields, first, second, monday, tuesday } = await newTraining();
    const now = await heads(trainingId);
    const certify = async (date: string) => ({ trainingId, date, heads: await heads(trainingId) });
    await expectRefusal(office, 'trainings.certify', 'training/nobody-to-certify', await certify('2026-02-12'));
    await office.call('trainings.record', { trainingId, fields: always(first, monday, tuesday), heads: now });
    await expectRefusal(office, 'trainings.certify', 'training/certificate-before-end', await certify('2026-02-10'));
    expect(await office.call('trainings.certify', await certify('2026-02-12'))).toMatchObject({ issued: 1 });
    const [holder, other] = (await read(trainingId)).participants;
    expect(holder).toMatchObject({ result: 'certificate', certificate: { date: '2026-02-12', withdrawn: false } });
    expect(holder?.certificate?.number).toMatch(/^[A-Z]{2}\d{3}-2026-C[A-Z0-9]+-[0-9A-Z]$/);
    expect(other?.certificate).toBeNull();
    await expectRefusal(office, 'trainings.certify', 'training/nobody-to-certify', await certify('2026-02-12'));
    expect((await office.call('trainings.list', { search: holder?.certificate?.number ?? '' })).total).toBe(1);
    // What it says is not written otherwise while it holds.
    await expectRefusal(office, 'trainings.record', 'training/not-earned', {
      trainingId,
      fields: always(first, monday),
      heads: await heads(trainingId),
    });
    const gone = { ...fields, participants: fields.participants.filter(({ id }) => id === second) };
    const edit = { trainingId, fields: gone, heads: await heads(trainingId) };
    await expectRefusal(office, 'trainings.edit', 'training/certified', edit);
  });

  it('are withdrawn with a reason, and are given anew with another number', async () => {
    const { office } = place;
    const { trainingId, first, second, monday, tuesday } = await newTraining();
    await record(trainingId, always(first, monday, tuesday));
    const withHeads = async <T extends object>(input: T) => ({ ...input, trainingId, heads: await heads(trainingId) });
    await office.call('trainings.certify', await withHeads({ date: '2026-02-12' }));
    const before = (await read(trainingId)).participants[0]?.certificate?.number;
    const of = (participant: string) => withHeads({ participant, reason: 'خطأ في الاسم' });
    await expectRefusal(office, 'trainings.withdraw', 'training/no-certificate', await of(second));
    await office.call('trainings.withdraw', await of(first));
    expect((await read(trainingId)).participants[0]).toMatchObject({
      result: 'completed',
      certificate: { number: before, withdrawn: true },
    });
    await expectRefusal(office, 'trainings.withdraw', 'training/no-certificate', await of(first));
    await office.call('trainings.certify', await withHeads({ date: '2026-02-13' }));
    const after = (await read(trainingId)).participants[0]?.certificate;
    expect(after).toMatchObject({ withdrawn: false, date: '2026-02-13' });
    expect(after?.number).not.toBe(before);
  });

  it("are an officer's to give, not a clerk's, and not for a training under way", async () => {
    const { office } = place;
    const { trainingId } = await newTraining({ status: 'running' });
    const input = { trainingId, date: '2026-03-01', heads: await heads(trainingId) };
    await expectRefusal(office, 'trainings.certify', 'training/not-held', input);
    await signIn(office, 'policing_clerk');
    expect(await office.refused('trainings.certify', input)).toBe('session/forbidden');
    expect((await read(trainingId)).mayCertify).toBe(false);
    await signIn(office, 'policing_officer');
  });
});

describe('the follow-up', () => {
  it('is due until somebody was asked', async () => {
    const { office } = place;
    const { trainingId, first } = await newTraining({ title: 'متابعة' });
    const due = async (day: string) =>
      (await office.call('trainings.list', { followUpDueOn: day })).rows.some(({ id }) => id === trainingId);
    expect([await due('2026-05-10'), await due('2026-05-11')]).toEqual([false, true]);
    const fields = {
      answers: [{ participant: first, date: '2026-05-12', outcome: 'using' as const }],
      note: 'تقول هدى إنها تكتب المحاضر',
    };
    await office.call('trainings.followUp', { trainingId, fields, heads: await heads(trainingId) });
    expect(await due('2026-06-01')).toBe(false);
    expect(await read(trainingId)).toMatchObject({
      followUpNote: fields.note,
      followUpDue: '2026-05-11',
      participants: [{ followUp: { date: '2026-05-12', outcome: 'using' } }, { followUp: null }],
    });
    const planned = await newTraining({ status: 'planned' });
    await expectRefusal(office, 'trainings.followUp', 'training/not-held', {
      trainingId: planned.trainingId,
      fields: { answers: [] },
      heads: await heads(planned.trainingId),
    });
    await expectRefusal(office, 'trainings.followUp', 'training/unknown-participant', {
      trainingId,
      fields: { answers: [{ participant: noRecord, date: '2026-05-12', outcome: 'using' }] },
      heads: await heads(trainingId),
    });
  });
});

describe('the list of trainings', () => {
  it('tells days, hours, people and women, newest first, by edition and by name', async () => {
    const { office } = place;
    const reached = [{ sex: 'female' as const, ageBand: 'age_18_24' as const, count: 40 }];
    const awareness = { title: 'توعية الأُسرة', mode: 'awareness_session' as const, edition: 'youth' as const, reached };
    const { trainingId } = await newTraining(awareness);
    await newTraining({ title: 'الأقدم', days: [{ id: uuidv7(), date: '2019-01-01', minutes: 60, subject: '' }] });
    const { rows } = await office.call('trainings.list', {});
    expect(rows.at(-1)).toMatchObject({ title: 'الأقدم', firstDay: '2019-01-01', minutes: 60, people: 2, women: 1 });
    const held = await newTraining({ title: 'للمنتدى', forum: place.ids.forum });
    const ofForum = await office.call('trainings.list', { forumId: place.ids.forum, search: 'للمنتدى' });
    expect(ofForum.rows.map(({ id }) => id)).toEqual([held.trainingId]);
    expect((await office.call('trainings.list', { forumId: noRecord })).rows).toEqual([]);
    const young = await office.call('trainings.list', { edition: 'youth' });
    expect(young.rows).toMatchObject([{ id: trainingId, people: 42, women: 41, followUp: null }]);
    expect((await office.call('trainings.list', { search: 'الاسره' })).rows.map(({ id }) => id)).toEqual([trainingId]);
    expect((await read(trainingId)).figures.reached.total).toBe(40);
  });
});
