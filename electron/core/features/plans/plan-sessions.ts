/** @file Sessions that a plan names: meetings of its forum and security mappings, as far as their records are here. */
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import { attendedIn, rollIn } from '#core/changes/minutes.ts';
import { type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { HomeContext } from '#core/context.ts';
import { openRecord } from '#core/features/records/read-record.ts';
import type { PlanFields } from '#shared/contract/plan-fields.ts';
import { type Quorum, quorumOf, wasHeld } from '#shared/domain/meeting-rules.ts';
import type { Consultation } from '#shared/domain/plan-status.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { byDate } from '#shared/text/calendar.ts';

type Session = Consultation & { readonly id: string };

/** The sessions linked to a plan, oldest first; of one whose record is not here, or is void, only the link is known. */
export async function consultationsOf(context: HomeContext, values: RecordValues): Promise<Session[]> {
  const linked = values.elements('consultation').map(({ id, value }) => ({ id, kind: textIn(value, 'kind') }));
  const known = await knownSessions(context, linked);
  return linked
    .map(({ id, kind }) => ({ id, kind, type: known.get(id)?.type ?? '', date: known.get(id)?.date ?? '' }))
    .toSorted(byDate);
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
  const linked = new Set(before?.elements('consultation').map(({ id }) => id));
  const added = consultations.filter(({ id }) => !linked.has(id));
  const known = await knownSessions(context, added);
  const isThere = ({ id, kind }: Link): boolean => {
    const session = known.get(id);
    return session !== undefined && (kind === 'mapping' || session.forum === forumId);
  };
  return added.every(isThere) ? ok(null) : err(refusal('plan/unknown-session', {}));
}

type HeldMeeting = { readonly date: string; readonly type: string; readonly quorum: Quorum | null };

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

type Link = { readonly id: string; readonly kind: string };
type Known = { readonly type: string; readonly date: string; readonly forum: string | null };

/** Held meetings and security mappings, as far as they are here and not void, by id; each kind in one query. */
async function knownSessions({ db }: HomeContext, links: readonly Link[]): Promise<ReadonlyMap<string, Known>> {
  const idsOf = (wanted: string) => links.filter(({ kind }) => kind === wanted).map(({ id }) => uuidToBytes(id));
  const [meetings, mappings] = await Promise.all([
    db
      .selectFrom('meeting')
      .innerJoin('record', 'record.id', 'meeting.id')
      .select(['meeting.id', 'meeting.type', 'meeting.date', 'meeting.status', 'meeting.forum'])
      .where('meeting.id', 'in', idsOf('meeting'))
      .where('record.voided', '=', 0)
      .execute(),
    db
      .selectFrom('mapping')
      .innerJoin('record', 'record.id', 'mapping.id')
      .select(['mapping.id', 'mapping.people as type', 'mapping.date', 'mapping.forum'])
      .where('mapping.id', 'in', idsOf('mapping'))
      .where('record.voided', '=', 0)
      .execute(),
  ]);
  const rows = [...meetings.filter(({ status }) => wasHeld(status)), ...mappings];
  return new Map(
    rows.map(({ id, type, date, forum }) => [bytesToUuid(id), { type, date, forum: forum && bytesToUuid(forum) }]),
  );
}
