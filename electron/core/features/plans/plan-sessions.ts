/** @file Sessions that a plan names: meetings of its forum and security mappings, as far as their records are here. */
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import { attendedIn, rollIn } from '#core/changes/minutes.ts';
import { type RecordValues, textIn } from '#core/changes/record-values.ts';
import { isRecordType } from '#core/changes/registry.ts';
import type { HomeContext } from '#core/context.ts';
import { openRecord } from '#core/features/records/read-record.ts';
import { byDate } from './plan-scores.ts';
import type { PlanFields } from '#shared/contract/plan-fields.ts';
import { type Quorum, quorumOf, wasHeld } from '#shared/domain/meeting-rules.ts';
import type { Consultation } from '#shared/domain/plan-status.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

export type Session = Consultation & { readonly id: string };

/** The sessions linked to a plan, oldest first; of one whose record is not here, or is void, only the link is known. */
export async function consultationsOf(context: HomeContext, values: RecordValues): Promise<Session[]> {
  const linked = values.elements('consultation').map(({ id, value }) => ({ id, kind: textIn(value, 'kind') }));
  const meetings = await meetingsBy(
    context,
    linked.filter(({ kind }) => kind === 'meeting').map(({ id }) => id),
  );
  const sessions: Session[] = [];
  for (const { id, kind } of linked) {
    const known = kind === 'meeting' ? meetings.get(id) : await mappingOf(context, id);
    sessions.push({ id, kind, type: known?.type ?? '', date: known?.date ?? '' });
  }
  return sessions.toSorted(byDate);
}

/** Those that were held: what is only planned has no voices in it. */
export const heldSessions = (sessions: readonly Session[]): readonly Session[] =>
  sessions.filter(({ date }) => date !== '');

/** Every session that is newly linked must be here: a held meeting of the forum, or a mapping. */
export async function checkSessions(
  context: HomeContext,
  forumId: string,
  consultations: PlanFields['consultations'],
  before?: RecordValues,
): Promise<Result<null, AppError<'plan/unknown-session'>>> {
  const known = new Set(before?.elements('consultation').map(({ id }) => id));
  const added = consultations.filter(({ id }) => !known.has(id));
  const meetings = await meetingsBy(
    context,
    added.filter(({ kind }) => kind === 'meeting').map(({ id }) => id),
  );
  for (const { id, kind } of added) {
    const isThere = kind === 'meeting' ? meetings.get(id)?.forum === forumId : (await mappingOf(context, id)) !== null;
    if (!isThere) return err(refusal('plan/unknown-session', {}));
  }
  return ok(null);
}

export type HeldMeeting = { readonly date: string; readonly type: string; readonly quorum: Quorum | null };

/** A meeting of this forum that took place; null for any other. */
export async function heldMeetingOf(context: HomeContext, forumId: string, id: string): Promise<HeldMeeting | null> {
  const record = await openRecord(context, id, 'meeting');
  if (!record || record.voided || textIn(record.values.one('place'), 'forum') !== forumId) return null;
  const session = record.values.one('session');
  if (!wasHeld(textIn(session, 'status'))) return null;
  const type = textIn(session, 'type');
  const quorum = quorumOf(type, rollIn(record.values), attendedIn(record.values));
  return { date: textIn(session, 'date'), type, quorum };
}

type Known = { readonly type: string; readonly date: string; readonly forum: string };

async function meetingsBy({ db }: HomeContext, ids: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('record', 'record.id', 'meeting.id')
    .select(['meeting.id', 'meeting.type', 'meeting.date', 'meeting.status', 'meeting.forum'])
    .where('meeting.id', 'in', ids.map(uuidToBytes))
    .where('record.voided', '=', 0)
    .execute();
  const held = rows.filter(({ status }) => wasHeld(status));
  return new Map(held.map(({ id, type, date, forum }) => [bytesToUuid(id), { type, date, forum: bytesToUuid(forum) }]));
}

async function mappingOf(context: HomeContext, id: string): Promise<Omit<Known, 'forum'> | null> {
  // Until security mappings are recorded here, their records come from a newer program alone.
  const at: string = 'mapping';
  if (!isRecordType(at)) return null;
  const record = await openRecord(context, id, at);
  if (!record || record.voided) return null;
  const session = record.values.one('session');
  return { type: textIn(session, 'group'), date: textIn(session, 'date') };
}
