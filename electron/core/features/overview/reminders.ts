/**
 * @file What waits on a day, worked out from the records this person may see: nothing of it is stored, and nothing runs
 * beside the program to remind anybody.
 */
import { type Kysely, sql } from 'kysely';
import { bytesToUuid } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import type { HomeContext } from '#core/context.ts';
import { REMINDER_KINDS, type Reminder, type ReminderKind, type Reminders } from '#shared/contract/reminders.ts';
import { RUNNING_ACTION_STATUSES } from '#shared/domain/action-rules.ts';
import { ENDED_ACTION_STATUSES, IN_FORCE_STATUSES, reviewDueOn } from '#shared/domain/plan-status.ts';
import { earliestTerm } from '#shared/domain/forum-term.ts';
import { isForumEnded } from '#shared/domain/forum-status.ts';
import type { RuleValues } from '#shared/domain/rules.ts';
import { addDays, calendarDateOf, isCalendarDate } from '#shared/text/calendar.ts';
import { dormantForums } from './dormant-forums.ts';

/** How far ahead the first screen looks, and how many lines of a kind it has room for. */
const aheadDays = 14;
const shownLines = 5;

type Due = { readonly total: number; readonly rows: readonly Reminder[] };
type Asked = { readonly db: Kysely<Tables>; readonly today: string; readonly rules: RuleValues };

export async function remindersOn(context: HomeContext, today: string): Promise<Reminders> {
  const asked = { db: context.db, today, rules: await rulesInForce(context, today) };
  const found = await Promise.all(REMINDER_KINDS.map(async (kind) => ({ kind, ...(await readers[kind](asked)) })));
  return found.filter(({ total }) => total > 0).map(({ rows, ...kind }) => ({ ...kind, rows: [...rows] }));
}

const readers: Readonly<Record<ReminderKind, (asked: Asked) => Promise<Due>>> = {
  action: actionsDue,
  planAction: planActionsDue,
  meeting: meetingsPlanned,
  minutes: minutesMissing,
  term: termsEnding,
  review: reviewsDue,
  dormant: async (asked) => firstOf(await dormantForums(asked)),
  followUp: followUpsDue,
  check: checksDue,
};

async function actionsDue({ db, today }: Asked): Promise<Due> {
  const found = db
    .selectFrom('meeting_action as a')
    .innerJoin('record', 'record.id', 'a.meeting')
    .where('a.status', 'in', RUNNING_ACTION_STATUSES)
    .where('a.due', '<=', today)
    .where('record.voided', '=', 0);
  const [rows, count] = await Promise.all([
    found
      .innerJoin('meeting', 'meeting.id', 'a.meeting')
      .leftJoin('forum', 'forum.id', 'meeting.forum')
      .select(['a.element', 'a.what', 'a.due', 'forum.name as forumName'])
      .orderBy('a.due')
      .orderBy('a.element')
      .limit(shownLines)
      .execute(),
    found.select(howMany).executeTakeFirstOrThrow(),
  ]);
  return { total: count.n, rows: rows.map((row) => line(row.element, { ...row, name: row.what, day: row.due })) };
}

async function planActionsDue({ db, today }: Asked): Promise<Due> {
  // Written out, so that the index of what has not ended serves it.
  const ended = ENDED_ACTION_STATUSES.map((status) => sql.lit(status));
  const found = db
    .selectFrom('plan_action as a')
    .innerJoin('plan', 'plan.id', 'a.plan')
    .innerJoin('record', 'record.id', 'a.plan')
    .where('a.status', 'not in', ended)
    .where('a.due', '<=', today)
    .where('plan.status', 'in', IN_FORCE_STATUSES)
    .where('record.voided', '=', 0);
  const [rows, count] = await Promise.all([
    found
      .leftJoin('forum', 'forum.id', 'plan.forum')
      .select(['plan.id', 'a.what', 'a.due', 'forum.name as forumName'])
      .orderBy('a.due')
      .orderBy('a.element')
      .limit(shownLines)
      .execute(),
    found.select(howMany).executeTakeFirstOrThrow(),
  ]);
  return {
    total: count.n,
    rows: rows.map((row) => line(bytesToUuid(row.id), { ...row, name: row.what, day: row.due })),
  };
}

function meetingsPlanned({ db, today }: Asked): Promise<Due> {
  const found = meetings(db)
    .where('meeting.status', '=', 'planned')
    .where('meeting.date', '>=', today)
    .where('meeting.date', '<=', addDays(today, aheadDays));
  return meetingLines(found, (date) => date);
}

/** Planned and past, so that nothing was written of it, or held and not approved yet. */
function minutesMissing({ db, today, rules }: Asked): Promise<Due> {
  const found = meetings(db)
    .where('meeting.status', 'in', ['planned', 'held', 'held_no_quorum', 'minutes_draft'])
    .where('meeting.date', '<', today);
  return meetingLines(found, (date) => (isCalendarDate(date) ? addDays(date, rules.minutesApprovalDays) : date));
}

const meetings = (db: Kysely<Tables>) =>
  db.selectFrom('meeting').innerJoin('record', 'record.id', 'meeting.id').where('record.voided', '=', 0);

async function meetingLines(found: ReturnType<typeof meetings>, dayOf: (date: string) => string): Promise<Due> {
  const [rows, count] = await Promise.all([
    found
      .leftJoin('forum', 'forum.id', 'meeting.forum')
      .select(['meeting.id', 'meeting.type', 'meeting.date', 'forum.name as forumName'])
      .orderBy('meeting.date')
      .orderBy('meeting.id')
      .limit(shownLines)
      .execute(),
    found.select(howMany).executeTakeFirstOrThrow(),
  ]);
  return { total: count.n, rows: rows.map((row) => line(bytesToUuid(row.id), { ...row, day: dayOf(row.date) })) };
}

/** Of each forum, the first of its terms that ends. */
async function termsEnding({ db, today, rules }: Asked): Promise<Due> {
  const rows = await db
    .selectFrom('forum')
    .innerJoin('record', 'record.id', 'forum.id')
    .select(['forum.id', 'forum.name', 'forum.status', 'forum.term_from', 'forum.term_until'])
    .where('record.voided', '=', 0)
    .execute();
  const ending = rows.flatMap((row) => {
    const term = earliestTerm(
      { termFrom: calendarDateOf(row.term_from), termUntil: calendarDateOf(row.term_until) },
      today,
      rules,
    );
    if (term === null || term.state === 'running' || isForumEnded(row.status)) return [];
    return [line(bytesToUuid(row.id), { forumName: row.name, day: term.until })];
  });
  return firstOf(ending);
}

async function reviewsDue({ db, today, rules }: Asked): Promise<Due> {
  const rows = await db
    .selectFrom('plan')
    .innerJoin('record', 'record.id', 'plan.id')
    .leftJoin('forum', 'forum.id', 'plan.forum')
    .select(['plan.id', 'plan.title', 'plan.status', 'plan.endorsed', 'plan.reviewed', 'forum.name as forumName'])
    .where('plan.status', 'in', IN_FORCE_STATUSES)
    .where('record.voided', '=', 0)
    .execute();
  const due = rows.flatMap(({ id, title, status, endorsed, reviewed, forumName }) => {
    const day = reviewDueOn({ status, endorsedOn: endorsed, reviewedOn: reviewed }, rules.sspReviewIntervalDays);
    return day === null || day > addDays(today, aheadDays)
      ? []
      : [line(bytesToUuid(id), { name: title, forumName, day })];
  });
  return firstOf(due);
}

async function followUpsDue({ db, today }: Asked): Promise<Due> {
  const found = db
    .selectFrom('training')
    .innerJoin('record', 'record.id', 'training.id')
    .where('training.follow_up', '<=', addDays(today, aheadDays))
    .where('record.voided', '=', 0);
  const [rows, count] = await Promise.all([
    found
      .leftJoin('forum', 'forum.id', 'training.forum')
      .select(['training.id', 'training.title', 'training.follow_up', 'forum.name as forumName'])
      .orderBy('training.follow_up')
      .orderBy('training.id')
      .limit(shownLines)
      .execute(),
    found.select(howMany).executeTakeFirstOrThrow(),
  ]);
  const lines = rows.map((row) => line(bytesToUuid(row.id), { ...row, name: row.title, day: row.follow_up ?? '' }));
  return { total: count.n, rows: lines };
}

/** Vehicles and equipment in somebody's hands that nobody has looked at for long. */
async function checksDue({ db, today, rules }: Asked): Promise<Due> {
  const rows = await db
    .selectFrom('asset')
    .innerJoin('record', 'record.id', 'asset.id')
    .select(['asset.id', 'asset.kind', 'asset.name', 'asset.handed', 'asset.checked'])
    .where('asset.status', 'in', ['handed_over', 'in_use'])
    .where('record.voided', '=', 0)
    .execute();
  const due = rows.flatMap(({ id, kind, name, handed, checked }) => {
    const last = calendarDateOf([handed, checked].toSorted()[1] ?? null);
    const day = last === null ? null : addDays(last, rules.assetCheckIntervalDays);
    return day === null || day > today ? [] : [line(bytesToUuid(id), { name, type: kind, day })];
  });
  return firstOf(due);
}

type Told = {
  readonly name?: string;
  readonly type?: string;
  readonly forumName?: string | null;
  readonly day: string;
};

const line = (id: string, { name, type, forumName, day }: Told): Reminder => ({
  id,
  name: name ?? '',
  type: type ?? '',
  forumName: forumName ?? '',
  day,
});

const firstOf = (rows: readonly Reminder[]): Due => ({
  total: rows.length,
  rows: rows.toSorted((a, b) => (a.day < b.day || (a.day === b.day && a.id < b.id) ? -1 : 1)).slice(0, shownLines),
});

const howMany = sql<number>`count(*)`.as('n');
