/**
 * @file Every screen once in every language at 1366 x 768, with data: direction, words, cut text. A picture of each is
 * kept in test-results/screens.
 */
import { LANGUAGES } from '#shared/text/languages.ts';
import type { Desk } from '#renderer/e2e/screens/desk.ts';
import { ask } from './harness/direct.ts';
import { type Demo, demoPassphrase, demoUser, initHome, makeDemo } from './harness/demo.ts';
import { demoWords } from './harness/demo-words.ts';
import { look, lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';

for (const language of LANGUAGES) {
  test.describe(`screens in ${language}`, () => {
    test.use({ language });

    test('before the first log-in', async ({ installed, sitDown }) => {
      const home = await installed();
      const desk = await sitDown(home);
      await lookAt(desk, 'first-run');
      for (const kind of ['office', 'department', 'directorate'] as const) {
        await desk.page.getByRole('button', { name: desk.t(`session:setup.${kind}Text`) }).click();
        await lookAt(desk, `set-up-${kind}`);
        await desk.button('common:action.cancel').click();
      }
      await desk.page.getByRole('button', { name: desk.t('backup:restore.text') }).click();
      await desk.page.getByRole('radio', { name: desk.t('backup:restore.byCode') }).check();
      await lookAt(desk, 'set-up-restore');
      await desk.button('common:action.cancel').click();
      await initHome(home, 'office', demoWords[language], language);
      await desk.page.reload();
      await visit(desk, '/', 'home-not-enrolled');
      await visit(desk, '/enrolment', 'enrolment');
      for (const [path, name] of [
        ['/forums', 'forums'],
        ['/meetings', 'meetings'],
        ['/issues', 'issues'],
        ['/actions', 'actions'],
        ['/promises', 'promises'],
        ['/trainings', 'trainings'],
        ['/sites', 'sites'],
        ['/assets', 'assets'],
        ['/mappings', 'mappings'],
        ['/coverage', 'coverage'],
        ['/import/meetings', 'import-meetings'],
        ['/import/trainings', 'import-trainings'],
        ['/import/assets', 'import-assets'],
        ['/disputes', 'disputes'],
        ['/exchange', 'exchange'],
        ['/conflicts', 'conflicts'],
      ] as const) {
        await visit(desk, path, `${name}-empty`);
      }
      await visit(desk, '/backup', 'backup');
      await desk.button('backup:act').click();
      await lookAt(desk, 'backup-write');
      await desk.page.keyboard.press('Escape');
      await desk.button('common:action.lock').click();
      await lookAt(desk, 'log-in');
      await desk.fill('session:userName', demoUser);
      await desk.fill('session:passphrase', `${demoPassphrase}?`);
      await desk.button('session:unlock.act').click();
      await expect(desk.page.getByRole('alert')).toBeVisible();
      await lookAt(desk, 'log-in-refused');
      await desk.button('session:unlock.forgotten').click();
      await lookAt(desk, 'recover');
    });

    test('at an office and its directorate', async ({ installed, sitDown }) => {
      test.setTimeout(300_000);
      const directorate = await installed();
      const office = await installed();
      const demo = await makeDemo(directorate, office, language);
      await walkOffice(await sitDown(office), demo);
      await walkDirectorate(await sitDown(directorate), demo);
      expect((await ask(office, 'exchange.status', {})).conflicts).toBeGreaterThan(0);
    });
  });
}

async function walkOffice(desk: Desk, demo: Demo): Promise<void> {
  const forum = `/forums/${demo.forumId}`;
  const meeting = `/meetings/${demo.meetingId}`;
  const dispute = `/disputes/${demo.disputeId}`;
  await visit(desk, '/', 'home');
  await visit(desk, '/forums', 'forums');
  await visit(desk, forum, 'forum');
  await desk.button('common:history.title').click();
  await expect(desk.page.getByRole('article').nth(1)).toBeVisible();
  await lookAt(desk, 'forum-history');
  await desk.page.keyboard.press('Escape');
  await desk.button('common:action.void').click();
  await lookAt(desk, 'void');
  await desk.page.keyboard.press('Escape');
  await desk.button('forums:turn.end').click();
  await lookAt(desk, 'forum-end');
  await desk.page.keyboard.press('Escape');
  await visit(desk, `${forum}/edit`, 'forum-edit');
  await visit(desk, `${forum}/meetings`, 'forum-meetings');
  await visit(desk, `${forum}/meetings/new`, 'meeting-new');
  await visit(desk, '/meetings', 'meetings');
  await visit(desk, '/meetings/calendar', 'meetings-calendar');
  await desk.page.getByText(desk.t('meetings:calendar.list'), { exact: true }).click();
  await lookAt(desk, 'meetings-calendar-list');
  await visit(desk, meeting, 'meeting');
  await visit(desk, `${meeting}/edit`, 'meeting-edit');
  await desk.page
    .getByRole('button', { name: desk.t('fields:date.pick', { label: desk.t('meetings:field.date') }) })
    .click();
  await expect(desk.page.getByRole('button', { name: desk.t('common:date.nextMonth') })).toBeVisible();
  await lookAt(desk, 'calendar');
  await visitMinutes(desk, meeting);
  await visitIssues(desk, demo);
  await visitPlans(desk, demo);
  await visitMappings(desk, demo);
  await visitTrainings(desk, demo);
  await visitHoldings(desk, demo);
  await visit(desk, '/disputes', 'disputes');
  await visit(desk, dispute, 'dispute');
  await desk.button('disputes:move.open').click();
  await lookAt(desk, 'dispute-move');
  await desk.page.keyboard.press('Escape');
  await desk.button('disputes:step.add').click();
  await lookAt(desk, 'dispute-step');
  await desk.page.keyboard.press('Escape');
  await desk.button('disputes:mediators.assign').click();
  await lookAt(desk, 'dispute-mediators');
  await desk.page.keyboard.press('Escape');
  await visit(desk, `${dispute}/edit`, 'dispute-edit');
  await visit(desk, '/disputes/new', 'dispute-new');
  await visit(desk, '/transfers', 'transfers');
  await visit(desk, '/enrolment', 'enrolment-done');
  await visit(desk, '/help/lost-computer', 'help-lost-computer');
  await visit(desk, '/exchange', 'exchange');
  await visit(desk, '/exchange/write', 'exchange-write');
  await visit(desk, '/exchange/take-in', 'exchange-take-in');
  await visit(desk, '/conflicts', 'conflicts');
  await visit(desk, '/users', 'users');
  await visit(desk, '/users/new', 'user-new');
  await visit(desk, `/users/${demo.secondUserId}`, 'user');
  await visit(desk, '/settings', 'settings');
  await visit(desk, '/reference', 'reference');
  await visit(desk, '/reference/rules', 'rules');
  await visit(desk, '/reference/partners', 'partners');
  await visit(desk, `/reference/partners/${demo.reference.partnerId}`, 'partner');
  await visit(desk, '/reference/places', 'places');
  await visit(desk, `/reference/places/${demo.reference.placeId}`, 'place');
  await visit(desk, '/audit', 'audit');
  await desk.page
    .getByRole('button', { name: desk.t('about:audit.trail.open') })
    .first()
    .click();
  await expect(desk.page.getByRole('dialog').getByRole('article').first()).toBeVisible();
  await lookAt(desk, 'audit-record');
  await desk.page.keyboard.press('Escape');
  await visit(desk, '/about', 'about');
  await visit(desk, '/nowhere', 'nothing-here');
}

/** Approved, corrected, and read as they first were. */
async function visitMinutes(desk: Desk, meeting: string): Promise<void> {
  await open(desk, meeting);
  await desk.button('meetings:approve.act').click();
  await lookAt(desk, 'meeting-approve');
  await desk.page.keyboard.press('Control+KeyS');
  await expect(desk.heading('meetings:version.section')).toBeVisible();
  await lookAt(desk, 'meeting-approved');
  await visit(desk, `${meeting}/edit`, 'meeting-correct');
  await open(desk, meeting);
  await desk.button('meetings:version.readNumber', { number: 1 }).click();
  await expect(desk.page.getByRole('dialog')).toBeVisible();
  await lookAt(desk, 'meeting-version');
  await desk.page.keyboard.press('Escape');
}

async function visitIssues(desk: Desk, { forumId, issues }: Demo): Promise<void> {
  await visit(desk, '/issues', 'issues');
  await visit(desk, `/forums/${forumId}/issues`, 'forum-issues');
  await visit(desk, `/forums/${forumId}/issues/new`, 'issue-new');
  await visit(desk, `/issues/${issues.unheardId}`, 'issue-unheard');
  await visit(desk, `/issues/${issues.answeredId}`, 'issue');
  await visit(desk, `/issues/${issues.secretId}`, 'issue-sensitive');
  await visit(desk, `/issues/${issues.secretId}/edit`, 'issue-edit');
  await visit(desk, '/actions', 'actions');
  await visit(desk, `/actions/${issues.actionId}`, 'action');
  await desk.button('actions:page.tell').click();
  await lookAt(desk, 'action-tell');
  await desk.page.keyboard.press('Escape');
  await visit(desk, '/promises', 'promises');
  await visit(desk, `/forums/${forumId}/promises`, 'forum-promises');
}

async function visitHoldings(desk: Desk, { holdings }: Demo): Promise<void> {
  const site = `/sites/${holdings.siteId}`;
  const asset = `/assets/${holdings.assetId}`;
  await visit(desk, '/sites', 'sites');
  await visit(desk, site, 'site');
  await visit(desk, `${site}/edit`, 'site-edit');
  await visit(desk, '/assets', 'assets');
  await visit(desk, '/assets/new', 'asset-new');
  await visit(desk, asset, 'asset');
  await visit(desk, `${asset}/edit`, 'asset-edit');
  await visit(desk, `/holdings/${holdings.assetId}/hand-over`, 'hand-over');
  await visit(desk, `/holdings/${holdings.assetId}/check`, 'holding-check');
  await visit(desk, `/holdings/${holdings.assetId}/report`, 'holding-incident');
  await visit(desk, '/coverage', 'coverage');
}

async function visitPlans(desk: Desk, demo: Demo): Promise<void> {
  const plan = `/plans/${demo.planId}`;
  await visit(desk, '/plans', 'plans');
  await visit(desk, `/forums/${demo.forumId}/plans`, 'forum-plans');
  await visit(desk, `/forums/${demo.forumId}/plans/new`, 'plan-new');
  await visit(desk, plan, 'plan');
  await desk.button('plans:move.open').click();
  await lookAt(desk, 'plan-move');
  await desk.page.keyboard.press('Escape');
  await desk.page
    .getByRole('button', { name: desk.t('plans:progress.act') })
    .first()
    .click();
  await lookAt(desk, 'plan-progress');
  await desk.page.keyboard.press('Escape');
  await visit(desk, `${plan}/edit`, 'plan-revise');
  await visit(desk, `${plan}/review`, 'plan-review');
  await visit(desk, `${plan}/compare`, 'plan-compare');
}

async function visitMappings(desk: Desk, demo: Demo): Promise<void> {
  await visit(desk, '/mappings', 'mappings');
  await visit(desk, `/forums/${demo.forumId}/mappings`, 'forum-mappings');
  await visit(desk, '/mappings/new', 'mapping-new');
  await visit(desk, `/mappings/${demo.mappings.mappingId}`, 'mapping');
  await visit(desk, `/mappings/${demo.mappings.fewId}`, 'mapping-few');
  await desk.button('mappings:close.open').click();
  await lookAt(desk, 'mapping-close');
  await desk.page.keyboard.press('Escape');
  await visit(desk, `/mappings/${demo.mappings.fewId}/edit`, 'mapping-edit');
  await visit(desk, `/mappings/rounds/${demo.mappings.place}`, 'mapping-rounds');
}

async function visitTrainings(desk: Desk, demo: Demo): Promise<void> {
  const training = `/trainings/${demo.trainingId}`;
  await visit(desk, '/trainings', 'trainings');
  await visit(desk, '/trainings/new', 'training-new');
  await visit(desk, training, 'training');
  await desk.page
    .getByRole('button', { name: desk.t('trainings:certificate.withdraw') })
    .first()
    .click();
  await lookAt(desk, 'training-withdraw');
  await desk.page.keyboard.press('Escape');
  await visit(desk, `${training}/edit`, 'training-edit');
  await visit(desk, `${training}/results`, 'training-results');
  await visit(desk, `${training}/follow-up`, 'training-follow-up');
}

async function walkDirectorate(desk: Desk, demo: Demo): Promise<void> {
  await visit(desk, '/', 'directorate-home');
  await visit(desk, '/offices', 'offices');
  await visit(desk, '/offices/new', 'office-accept');
  await visit(desk, `/forums/${demo.forumId}`, 'directorate-forum');
  await visit(desk, `/forums/${demo.forumId}/edit`, 'directorate-forum-correct');
  await visit(desk, `/meetings/${demo.meetingId}`, 'directorate-meeting');
  await visit(desk, `/issues/${demo.issues.secretId}`, 'directorate-issue');
  await visit(desk, '/promises', 'directorate-promises');
  await visit(desk, `/mappings/${demo.mappings.mappingId}`, 'directorate-mapping');
  await visit(desk, `/mappings/rounds/${demo.mappings.place}`, 'directorate-mapping-rounds');
  await visit(desk, `/plans/${demo.planId}`, 'directorate-plan');
  await visit(desk, `/trainings/${demo.trainingId}`, 'directorate-training');
  await visit(desk, `/assets/${demo.holdings.assetId}`, 'directorate-asset');
  await visit(desk, '/coverage', 'directorate-coverage');
  await visit(desk, `/disputes/${demo.disputeId}`, 'directorate-dispute');
  await visit(desk, `/disputes/${demo.disputeId}/edit`, 'directorate-dispute-correct');
  await visit(desk, '/exchange', 'directorate-exchange');
  await walkReference(desk, demo);
}

/** Reference data where it is written. */
async function walkReference(desk: Desk, demo: Demo): Promise<void> {
  await visit(desk, '/reference/rules', 'directorate-rules');
  await desk.button('reference:rules.open', { rule: desk.t('reference:rule.officeServiceRadiusKm.label') }).click();
  await lookAt(desk, 'rule-set');
  await desk.page.keyboard.press('Escape');
  await visit(desk, '/reference/partners', 'directorate-partners');
  await visit(desk, '/reference/partners/new', 'partner-new');
  await visit(desk, `/reference/partners/${demo.reference.partnerId}/edit`, 'partner-edit');
  await visit(desk, '/reference/places/new', 'place-new');
  await visit(desk, `/reference/places/${demo.reference.placeId}/edit`, 'place-edit');
}

async function visit(desk: Desk, path: string, name: string): Promise<void> {
  await open(desk, path);
  await lookAt(desk, name);
}

/** Axe finds the same in every language: once is enough. */
const lookAt = (desk: Desk, name: string): Promise<void> =>
  desk.words.language === 'ckb-IQ' ? lookClosely(desk, name) : look(desk, name);
