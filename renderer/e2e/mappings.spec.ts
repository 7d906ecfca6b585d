/**
 * @file A session of security mapping by the keyboard alone, right to left: a few women first, whose answers nobody is
 * shown; then enough of them; closed, and read at the directorate, where the answers never come.
 */
import type { CodeListKey } from '#shared/domain/generated/code-lists.ts';
import { enrol, initHome } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { ask, carry } from './harness/direct.ts';
import { go, pick, reach, type } from './harness/keyboard.ts';
import { open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import type { Desk, Place } from './screens/desk.ts';

test('holds a session, closes it, and tells the directorate figures alone', async ({
  installed,
  sitDown,
  language,
}) => {
  test.setTimeout(180_000);
  const directorate = await installed();
  const office = await installed();
  await initHome(directorate, 'directorate', demoWords[language], language);
  await initHome(office, 'office', demoWords[language], language);
  await enrol(directorate, office);
  const desk = await sitDown(office);

  await go(desk, desk.link('common:nav.mappings').first());
  await go(desk, desk.button('mappings:list.new').first());
  await enterSession(desk);
  await enterPeople(desk, '4');
  await enterSheet(desk);
  await enterActor(desk);
  await desk.page.keyboard.press('Control+KeyS');

  const trust = desk.section('mappings:section.trust');
  await expect(trust.sentence('mappings:map.few', { count: 5 })).toBeVisible();
  await expect(desk.section('mappings:section.people').root).toContainText('<5');
  await expect(trust.root.getByRole('img', { name: desk.t('mappings:network.picture') })).toHaveCount(0);

  await go(desk, desk.button('common:action.edit'));
  const count = desk.field('mappings:people.count');
  await reach(desk, count);
  await desk.page.keyboard.press('Control+KeyA');
  await desk.page.keyboard.type('٩');
  await desk.page.keyboard.press('Control+KeyS');
  await expect(trust.root.getByRole('img', { name: desk.t('mappings:network.picture') })).toBeVisible();
  await expect(desk.section('mappings:section.answers').root).not.toContainText(/[1-4]\b/);

  await go(desk, desk.button('mappings:close.open'));
  const dialog = desk.dialog('mappings:close.title');
  await expect(dialog.field('mappings:field.closedOn')).toBeFocused();
  await desk.page.keyboard.type('09/02/2026');
  await desk.page.keyboard.press('Control+Enter');
  const tooEarly = dialog.sentence('errors:mapping.closed-before-held');
  await expect(tooEarly).toHaveCount(1);
  await expect(dialog.root.getByRole('alert')).toHaveCount(0);
  await desk.page.keyboard.press('Control+KeyA');
  await desk.page.keyboard.type('11/02/2026');
  await expect(tooEarly).toHaveCount(0);
  await desk.page.keyboard.press('Control+Enter');
  await expect(desk.button('mappings:reopen.open')).toBeVisible();
  await expect(desk.button('common:action.edit')).toHaveCount(0);

  await carry(office, directorate);
  const above = await sitDown(directorate);
  const [row] = (await ask(directorate, 'mappings.list', {})).rows;
  await open(above, `/mappings/${row?.id}`);
  await expect(above.section('mappings:section.people').root).toContainText('9');
  await expect(
    above.section('mappings:section.trust').sentence('mappings:map.keptAt', { office: demoWords[language].office }),
  ).toBeVisible();
  await expect(above.button('common:action.edit')).toHaveCount(0);
});

async function enterSession(desk: Desk): Promise<void> {
  await choose(desk, desk, 'mappings:field.place', desk.words.place('IQG15Q05'));
  await type(desk, desk.field('mappings:field.date'), '10/02/2026');
  await chooseCode(desk, desk, 'mappings:field.group', 'mapping_group', 'women_adult');
  await type(desk, desk.field('mappings:field.round'), '1');
  await type(desk, desk.field('mappings:field.facilitators'), '2');
  await type(desk, desk.field('mappings:field.womenFacilitators'), '2');
}

/** The sex is that of the group already. */
async function enterPeople(desk: Desk, count: string): Promise<void> {
  await go(desk, desk.button('mappings:people.add'));
  const line = desk.section('mappings:section.people').lastRow();
  await chooseCode(desk, line, 'mappings:sheet.ageBand', 'age_band', 'age_30_44');
  await type(desk, line.field('mappings:people.count'), count);
}

async function enterSheet(desk: Desk): Promise<void> {
  await go(desk, desk.button('mappings:sheet.add'));
  const line = desk.section('mappings:section.sheets').lastRow();
  await chooseCode(desk, line, 'mappings:sheet.ageBand', 'age_band', 'age_30_44');
  await chooseCode(desk, line, 'mappings:sheet.displacement', 'displacement_status', 'resident');
  await chooseCode(desk, line, 'mappings:question.safeDay', 'perception_scale', 'high');
  await chooseCode(desk, line, 'mappings:question.safeNight', 'perception_scale', 'very_low');
}

async function enterActor(desk: Desk): Promise<void> {
  await go(desk, desk.button('mappings:trust.add'));
  const line = desk.section('mappings:section.trust').lastRow();
  await chooseCode(desk, line, 'mappings:trust.actor', 'trust_actor', 'community_police');
  await chooseCode(desk, line, 'mappings:trust.turnTo', 'perception_scale', 'high');
  await chooseCode(desk, line, 'mappings:trust.influence', 'perception_scale', 'medium');
  await choose(desk, line, 'mappings:trust.effect', desk.t('mappings:effect.helps'));
  await choose(desk, line, 'mappings:trust.reachable', desk.t('common:word.yes'));
}

const chooseCode = (desk: Desk, at: Place, key: string, list: CodeListKey, code: string) =>
  choose(desk, at, key, desk.words.code(list, code));

async function choose(desk: Desk, at: Place, key: string, label: string): Promise<void> {
  await reach(desk, at.field(key));
  await pick(desk, label);
}
