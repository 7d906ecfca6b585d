/**
 * @file A forum is founded, chooses its chair, ends and begins again, all by the keyboard; and its page shows who comes,
 * what is owed and what it lacks.
 */
import { v7 as uuidv7 } from 'uuid';
import type { ForumFields } from '#shared/contract/forums.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { addDays } from '#shared/text/calendar.ts';
import { enrol, initHome } from './harness/demo.ts';
import { type DemoWords, demoWords } from './harness/demo-words.ts';
import { ask } from './harness/direct.ts';
import type { Installation } from './harness/host.ts';
import { go, pick, reach, type } from './harness/keyboard.ts';
import { journeyLanguages, rightToLeftLanguages } from './harness/languages.ts';
import { lookClosely, open } from './harness/picture.ts';
import { expect, test } from './harness/test.ts';
import type { Desk, Place } from './screens/desk.ts';

for (const language of rightToLeftLanguages) {
  const words = demoWords[language];

  test.describe(`forums in ${language}`, () => {
    test.use({ language });

    test('a forum is founded, elects its chair, ends and begins again by the keyboard', async ({
      installed,
      sitDown,
    }) => {
      test.setTimeout(180_000);
      const office = await installed();
      await setUp(await installed(), office, words, language);
      const desk = await sitDown(office);
      const { keyboard } = desk.page;
      await open(desk, '/forums/new');
      await type(desk, desk.field('forums:field.name'), words.forums[0] ?? '');
      await choose(desk, desk, 'forums:field.place', desk.words.place('IQG15Q05'));
      await choose(desk, desk, 'forums:field.status', desk.words.code('forum_status', 'established'));
      await type(desk, desk.field('forums:field.foundedOn'), '٣/٢/٢٠٢٥');
      await addMembers(desk, words);
      await elect(desk, words);
      await lookClosely(desk, 'forum-new');
      await keyboard.press('Control+KeyS');

      const members = desk.section('forums:section.members');
      await expect(members.root.getByRole('row', { name: words.members[0] ?? '' })).toContainText(
        desk.words.code('forum_role', 'chair'),
      );
      await expect(desk.section('forums:section.elections').sentence('forums:candidate.elected')).toHaveCount(1);

      await go(desk, desk.button('forums:turn.end'));
      await turn(desk, desk.dialog('forums:turn.endTitle'), '٢٠/١١/٢٠٢٦', words.reason);
      await expect(desk.sentence('forums:notice.dissolved')).toBeVisible();
      await lookClosely(desk, 'forum-ended');
      await go(desk, desk.button('forums:turn.revive'));
      const revival = desk.dialog('forums:turn.reviveTitle');
      await turn(desk, revival, '١٩/١١/٢٠٢٦', words.next);
      // It cannot have been revived before it ended.
      await expect(revival.field('forums:turn.on')).toHaveAttribute('aria-invalid', 'true');
      await reach(desk, revival.field('forums:turn.on'));
      await keyboard.press('Control+KeyA');
      await keyboard.type('٢٣/١١/٢٠٢٦');
      await keyboard.press('Control+Enter');
      await expect(desk.sentence('forums:notice.dissolved')).toHaveCount(0);
      await expect(desk.button('forums:turn.end')).toBeVisible();
    });
  });
}

for (const language of journeyLanguages) {
  const words = demoWords[language];

  test.describe(`pages of forums in ${language}`, () => {
    test.use({ language });

    test('what cannot be is told at the field, and nothing typed is lost', async ({ installed, sitDown }) => {
      const office = await installed();
      await setUp(await installed(), office, words, language);
      const { id } = await ask(office, 'forums.create', { fields: forumOf(words) });
      const desk = await sitDown(office);
      await open(desk, `/forums/${id}/edit`);
      const second = desk.section('forums:section.members').rowNamed(words.members[1] ?? '');
      await second.choose('forums:member.role', 'forum_role', 'chair');
      await desk.page.keyboard.press('Control+KeyS');
      await expect(second.sentence('errors:field.second-chair')).toBeVisible();
      await lookClosely(desk, 'forum-refused');
      // The same fault made again is told again.
      await second.choose('forums:member.role', 'forum_role', 'member');
      await expect(second.sentence('errors:field.second-chair')).toHaveCount(0);
      await second.choose('forums:member.role', 'forum_role', 'chair');
      await desk.page.keyboard.press('Control+KeyS');
      await expect(second.sentence('errors:field.second-chair')).toBeVisible();
      await second.choose('forums:member.role', 'forum_role', 'member');
      await desk.page.keyboard.press('Control+KeyS');
      await expect(desk.section('forums:section.members').root.getByRole('table')).toBeVisible();
    });

    test('its page shows who comes, what is owed and what it lacks', async ({ installed, sitDown }) => {
      test.setTimeout(180_000);
      const office = await installed();
      await setUp(await installed(), office, words, language);
      const forumId = await lively(office, words);
      const desk = await sitDown(office);
      await open(desk, `/forums/${forumId}`);
      const attendance = desk.section('forums:section.attendance');
      await expect(attendance.root.getByRole('img')).toBeVisible({ timeout: 30_000 });
      await expect(attendance.root.getByRole('row')).toHaveCount(13);
      const composition = desk.section('forums:section.composition');
      await expect(composition.sentence('forums:advice.noDisplaced')).toBeVisible();
      await expect(desk.section('forums:section.glance').root).toContainText(words.actions[0] ?? '');
      await expect(desk.sentence('forums:notice.terms')).toBeVisible();
      await lookClosely(desk, 'forum-page');
      await open(desk, `/forums/${forumId}/edit`);
      await lookClosely(desk, 'forum-form');
      await open(desk, '/forums');
      await lookClosely(desk, 'forum-list');
    });
  });
}

async function setUp(
  directorate: Installation,
  office: Installation,
  words: DemoWords,
  language: Desk['words']['language'],
): Promise<void> {
  await initHome(directorate, 'directorate', words, language);
  await initHome(office, 'office', words, language);
  await enrol(directorate, office);
}

async function choose(desk: Desk, place: Place, key: string, label: string): Promise<void> {
  await reach(desk, place.field(key));
  await pick(desk, label);
  await expect(place.field(key)).toHaveValue(label);
}

async function addMembers(desk: Desk, words: DemoWords): Promise<void> {
  const members = desk.section('forums:section.members');
  for (const [index, sex] of (['female', 'male'] as const).entries()) {
    await go(desk, members.button('forums:member.add'));
    const row = members.lastRow();
    await expect(row.field('forums:member.name')).toBeFocused();
    await desk.page.keyboard.type(words.members[index] ?? '');
    await choose(desk, row, 'forums:member.sex', desk.words.code('sex', sex));
    await choose(desk, row, 'forums:member.ageBand', desk.words.code('age_band', 'age_30_44'));
    const category = sex === 'female' ? 'women_representative' : 'mukhtar';
    await choose(desk, row, 'forums:member.category', desk.words.code('forum_member_category', category));
  }
}

/** The first member against somebody from outside; the result goes into the list of members by a button. */
async function elect(desk: Desk, words: DemoWords): Promise<void> {
  const { keyboard } = desk.page;
  const elections = desk.section('forums:section.elections');
  await go(desk, elections.button('forums:election.add'));
  await expect(elections.field('forums:election.on')).toBeFocused();
  await keyboard.type('١٠/٢/٢٠٢٥');
  await type(desk, elections.field('forums:election.voters'), '١٢');
  const winner = elections.lastRow();
  await choose(desk, winner, 'forums:candidate.member', words.members[0] ?? '');
  await type(desk, winner.field('forums:candidate.votes'), '٨');
  await reach(desk, winner.field('forums:candidate.elected'));
  await keyboard.press('Space');
  await go(desk, elections.button('forums:candidate.add'));
  const other = elections.lastRow();
  await type(desk, other.field('forums:candidate.name'), words.members[4] ?? '');
  await choose(desk, other, 'forums:member.sex', desk.words.code('sex', 'male'));
  await type(desk, other.field('forums:candidate.votes'), '4');
  await go(desk, elections.button('forums:election.take'));
  await expect(elections.sentence('forums:election.pending')).toHaveCount(0);
}

/** Fills the dialog that ends or revives, and acts. */
async function turn(desk: Desk, dialog: Place, day: string, reason: string): Promise<void> {
  const { keyboard } = desk.page;
  if ((await dialog.field('forums:turn.kind').count()) > 0) {
    await choose(desk, dialog, 'forums:turn.kind', desk.t('forums:turn.dissolved'));
  }
  await type(desk, dialog.field('forums:turn.on'), day);
  await type(desk, dialog.field('common:label.reason'), reason);
  await lookClosely(desk, 'forum-turn');
  await keyboard.press('Control+Enter');
}

const memberOf = (
  name: string,
  sex: 'female' | 'male',
  more: Partial<ForumFields['members'][number]> = {},
): ForumFields['members'][number] => ({
  id: uuidv7(),
  name,
  phone: '0770 123 4567',
  sex,
  ageBand: 'age_30_44',
  category: 'community_notable',
  role: 'member',
  status: 'active',
  since: '2024-10-01',
  displacement: 'resident',
  ...more,
});

function forumOf(words: DemoWords): ForumFields {
  const [chair = '', secretary = '', young = '', police = '', gone = ''] = words.members;
  const first = memberOf(chair, 'female', { role: 'chair', named: true, category: 'women_representative' });
  return {
    name: words.forums[0] ?? '',
    place: 'IQG15Q05',
    servingOffice: words.servingOffice,
    foundedOn: '2024-10-01',
    establishedBy: words.directorate,
    status: 'active',
    members: [
      first,
      memberOf(secretary, 'male', { role: 'secretary', secondary: ['farmer_representative'], termUntil: '2026-12-15' }),
      memberOf(young, 'female', { ageBand: 'age_18_24', category: 'youth_representative' }),
      memberOf(police, 'male', { category: 'community_police', institution: words.office }),
      memberOf(gone, 'male', { status: 'resigned', leftOn: '2026-03-01' }),
    ],
    statute: {
      adoptedOn: '2024-10-15',
      order: '17/2024',
      area: words.venue,
      aims: words.decision,
      usualMeeting: words.venue,
    },
    elections: [
      {
        id: uuidv7(),
        on: '2024-10-01',
        role: 'chair',
        counted: true,
        voters: 18,
        reason: '',
        candidates: [
          { id: uuidv7(), member: first.id, name: null, sex: 'female', votes: 11, elected: true },
          { id: uuidv7(), member: null, name: words.respondent, sex: 'male', votes: 7, elected: false },
        ],
      },
    ],
  };
}

/** A forum with thirteen meetings behind it and one to come. */
async function lively(office: Installation, words: DemoWords): Promise<string> {
  const fields = forumOf(words);
  const { id: forumId } = await ask(office, 'forums.create', { fields });
  const members = fields.members.filter(({ status }) => status === 'active').map(({ id }) => id);
  for (let n = 0; n < 13; n++) {
    const date = addDays('2025-11-05', n * 28);
    const attendance = members.slice(0, 2 + (n % 3)).map((member) => ({ member, status: 'present' as const }));
    const last = n === 12;
    await ask(office, 'meetings.create', {
      forumId,
      fields: {
        ...meetingOf(date, words),
        attendance,
        actions: last
          ? words.actions.map((what, index) => ({
              id: uuidv7(),
              what,
              responsible: 'community_police' as const,
              due: index === 0 ? '2026-11-20' : '2027-01-15',
              status: 'open' as const,
            }))
          : [],
      },
    });
  }
  await ask(office, 'meetings.create', { forumId, fields: { ...meetingOf('2027-01-05', words), status: 'planned' } });
  return forumId;
}

const meetingOf = (date: string, { venue }: DemoWords): MeetingFields => ({
  type: 'regular',
  status: 'held',
  date,
  venue,
  agenda: [],
  attendance: [],
  guests: [],
  issues: [],
  decisions: [],
  actions: [],
});
