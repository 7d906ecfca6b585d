/** @file Security Safety Plans with the days of their life, as the forum entered them. */
import type { Kysely } from 'kysely';
import { bytesToUuid } from '#core/changes/ids.ts';
import { firstScores, reviewsIn } from '#core/changes/plan-scores.ts';
import { nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { Tables } from '#core/db/tables.ts';
import type { Tags } from '#shared/domain/indicators/item.ts';
import type { PlanFact } from '#shared/domain/indicators/plans.ts';
import { HELD_MEETING_STATUSES } from '#shared/domain/meeting-rules.ts';
import { noScore, scoreOf } from '#shared/domain/plan-score.ts';
import { type Consultation, dueDateOf } from '#shared/domain/plan-status.ts';
import type { ForumTags } from './read-meetings.ts';
import { readRecords } from './read-values.ts';

const groups = [
  'place',
  'identity',
  'endorsement',
  'move',
  'review',
  'consultation',
  'problem',
  'score',
  'action',
  'actionState',
];

export async function readPlans(
  db: Kysely<Tables>,
  forums: ForumTags,
  groupOf: (code: string) => string,
): Promise<PlanFact[]> {
  const records = await readRecords(db, { at: 'plan', groups });
  const sessions = await knownSessions(db);
  return [...records.values()].flatMap(({ values }) => {
    const forum = textIn(values.one('place'), 'forum');
    const tags = forums.get(forum);
    if (!tags) return [];
    return [
      {
        forum,
        tags,
        endorsedOn: nullableTextIn(values.one('endorsement'), 'date'),
        moves: movesIn(values),
        reviews: reviewsIn(values).map(({ date }) => date),
        consultations: values.elements('consultation').flatMap(({ id }) => sessions.get(id) ?? []),
        problems: problemsIn(values, tags, groupOf),
        actions: actionsIn(values, tags, groupOf),
      },
    ];
  });
}

const movesIn = (values: RecordValues) =>
  values
    .elements('move')
    .map(({ id, value }) => ({ id, to: textIn(value, 'to'), date: textIn(value, 'date') }))
    .toSorted((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));

function problemsIn(values: RecordValues, tags: Tags, groupOf: (code: string) => string) {
  const drafted = textIn(values.one('identity'), 'draftedOn');
  const firsts = firstScores(values);
  const reviews = reviewsIn(values);
  return values.elements('problem').map(({ id, value }) => ({
    scorings: [
      { date: drafted, score: scoreOf(firsts.get(id) ?? noScore) },
      ...reviews.flatMap(({ date, scores }) =>
        scores.filter(({ problem }) => problem === id).map((score) => ({ date, score: scoreOf(score) })),
      ),
    ],
    tags: { ...tags, safety_issue_group: groupOf(textIn(value, 'issue')) },
  }));
}

const actionsIn = (values: RecordValues, tags: Tags, groupOf: (code: string) => string) =>
  values.elements('action').map(({ id, value }) => {
    const state = values.one(`actionState:${id}`);
    const problem = values.one(`problem:${textIn(value, 'problem')}`);
    return {
      due: dueDateOf({ due: textIn(value, 'due'), newDue: nullableTextIn(state, 'newDue') }),
      status: textIn(state, 'status') || 'not_started',
      doneOn: nullableTextIn(state, 'doneOn'),
      tags: {
        ...tags,
        ssp_action_type: textIn(value, 'type'),
        ssp_responsible: textIn(value, 'responsible'),
        safety_issue_group: groupOf(textIn(problem, 'issue')),
      },
    };
  });

/** Held meetings and mappings that plans name, by id. */
async function knownSessions(db: Kysely<Tables>): Promise<ReadonlyMap<string, Consultation>> {
  const meetings = await db
    .selectFrom('meeting')
    .innerJoin('record', 'record.id', 'meeting.id')
    .select(['meeting.id', 'meeting.type', 'meeting.date'])
    .where('record.voided', '=', 0)
    .where('meeting.status', 'in', HELD_MEETING_STATUSES)
    .where('meeting.type', 'in', ['women_session', 'youth_session'])
    .execute();
  const mappings = await db
    .selectFrom('mapping')
    .innerJoin('record', 'record.id', 'mapping.id')
    .select(['mapping.id', 'mapping.people as type', 'mapping.date'])
    .where('record.voided', '=', 0)
    .execute();
  const known = new Map<string, Consultation>();
  for (const { id, type, date } of meetings) known.set(bytesToUuid(id), { kind: 'meeting', type, date });
  for (const { id, type, date } of mappings) known.set(bytesToUuid(id), { kind: 'mapping', type, date });
  return known;
}
