/** @file A training by the keyboard alone, right to left: planned, held, certified, followed up. */
import { initHome, enrol } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { go, pick, reach, type } from './harness/keyboard.ts';
import { expect, test } from './harness/test.ts';
import type { Desk, Place } from './screens/desk.ts';

const title = 'إدارة المنتدى';
const people = ['هدى كاظم', 'سالم جبار'] as const;

test('holds a training by the keyboard alone', async ({ installed, sitDown, language }) => {
  test.setTimeout(120_000);
  const directorate = await installed();
  const office = await installed();
  await initHome(directorate, 'directorate', demoWords[language], language);
  await initHome(office, 'office', demoWords[language], language);
  await enrol(directorate, office);
  const desk = await sitDown(office);
  const { page } = desk;

  await go(desk, desk.link('common:nav.trainings').first());
  await go(desk, desk.button('trainings:list.new').first());
  await enterCourse(desk);
  await enterDay(desk, 'trainings:day.add', '10/02/2026');
  await enterDay(desk, 'trainings:day.add', '11/02/2026');
  await enterParticipant(desk, people[0], 'female');
  await enterParticipant(desk, people[1], 'male');
  await page.keyboard.press('Control+KeyS');
  await sayWhy(desk);
  await expect(desk.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(desk.section('trainings:section.course').root).toContainText('مترجم');

  await go(desk, desk.button('trainings:results.open'));
  await markAttendance(desk);
  await page.keyboard.press('Control+KeyS');
  const table = page.getByRole('region', { name: desk.t('trainings:participant.table') });
  const [first, second] = people.map((name) => table.getByRole('row', { name }));
  await expect(first ?? table).toContainText(desk.words.code('training_result', 'completed'));
  await expect(second ?? table).toContainText(desk.words.code('training_result', 'partial'));

  await go(desk, desk.button('trainings:certificate.issue'));
  await expect(desk.dialog('trainings:certificate.issueTitle').field('trainings:certificate.date')).toBeFocused();
  await page.keyboard.type('12/02/2026');
  await page.keyboard.press('Control+Enter');
  await expect(first ?? table).toContainText(desk.words.code('training_result', 'certificate'));
  await expect(first ?? table).toContainText(/-2026-C/);

  await go(desk, desk.button('trainings:followUp.open'));
  await type(desk, desk.field('trainings:followUp.date'), '12/05/2026');
  const answer = page.getByLabel(desk.t('trainings:followUp.outcomeOf', { name: people[0] }));
  await reach(desk, answer);
  await page.keyboard.press('ArrowDown');
  await expect(answer).toHaveValue('using');
  await page.keyboard.press('Control+KeyS');
  await expect(desk.section('trainings:followUp.title').sentence('trainings:outcome.using')).toBeVisible();
  await expect(table).toContainText(desk.t('trainings:outcome.using'));
});

async function enterCourse(desk: Desk): Promise<void> {
  await type(desk, desk.field('trainings:field.title'), title);
  await desk.page.keyboard.press('Enter');
  await expect(desk.field('trainings:field.status')).toBeFocused();
  await pickAnother(desk, 2);
  await reach(desk, desk.field('trainings:field.topics'));
  await desk.page.keyboard.type('المنتدى');
  await expect(desk.page.getByRole('option').first()).toBeVisible();
  await desk.page.keyboard.press('ArrowDown');
  await desk.page.keyboard.press('Enter');
  await reach(desk, desk.field('trainings:field.mode'));
  await pick(desk, desk.words.code('training_mode', 'workshop'));
  await reach(desk, desk.field('trainings:field.audience'));
  await pick(desk, desk.words.code('training_audience', 'forum_members'));
  await reach(desk, desk.field('trainings:field.edition'));
  await pickAnother(desk, 1);
  await reach(desk, desk.field('trainings:field.place'));
  await pick(desk, desk.words.place('IQG15Q05'));
  await type(desk, desk.field('trainings:field.venue'), 'قاعة البلدية');
}

/** A man in a training kept for women is unlikely: the form asks why, and leads to the field. */
async function sayWhy(desk: Desk): Promise<void> {
  const { page } = desk;
  await expect(page.getByText(desk.t('trainings:count.men', { count: 1 }))).toBeVisible();
  await go(desk, page.getByRole('alert').getByRole('button'));
  await expect(desk.field('common:label.reason')).toBeFocused();
  await page.keyboard.type('مترجم');
  await page.keyboard.press('Control+KeyS');
}

/** A list that holds an answer is opened by the arrows. */
async function pickAnother(desk: Desk, steps: number): Promise<void> {
  const { keyboard } = desk.page;
  await keyboard.press('ArrowDown');
  await expect(desk.page.getByRole('option').first()).toBeVisible();
  for (let step = 0; step < steps; step++) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
}

async function enterDay(desk: Desk, add: string, date: string): Promise<void> {
  await go(desk, desk.button(add));
  const row = lastRowOf(desk, 'trainings:section.days');
  await expect(row.field('trainings:day.date')).toBeFocused();
  await desk.page.keyboard.type(date);
  await reach(desk, row.field('trainings:day.hours'));
  await pick(desk, desk.t('trainings:count.hours', { count: 5 }));
}

async function enterParticipant(desk: Desk, name: string, sex: 'female' | 'male'): Promise<void> {
  await go(desk, desk.button('trainings:participant.add'));
  const row = lastRowOf(desk, 'trainings:section.participants');
  await expect(row.field('trainings:participant.name')).toBeFocused();
  await desk.page.keyboard.type(name);
  await reach(desk, row.field('trainings:person.sex'));
  await pick(desk, desk.words.code('sex', sex));
  await reach(desk, row.field('trainings:person.ageBand'));
  await pick(desk, desk.words.code('age_band', 'age_25_29'));
  await reach(desk, row.field('trainings:person.displacement'));
  await pick(desk, desk.words.code('displacement_status', 'resident'));
}

/** The first was there all the time, the second on the first day; both took both tests but one. */
async function markAttendance(desk: Desk): Promise<void> {
  const { page } = desk;
  const date = (day: string) => desk.t('trainings:results.fillOf', { date: day });
  await go(desk, page.getByRole('button', { name: date('2026-02-10'), exact: true }));
  const secondDay = page.getByLabel(desk.t('trainings:results.partOf', { name: people[0], date: '2026-02-11' }));
  await reach(desk, secondDay);
  await page.keyboard.press('ArrowDown');
  await expect(secondDay).toHaveValue('whole');
  await type(desk, desk.field('trainings:results.preOf', { name: people[0] }), '40');
  await type(desk, desk.field('trainings:results.postOf', { name: people[0] }), '٧٥');
}

const lastRowOf = (desk: Desk, section: string): Place => desk.section(section).lastRow();
