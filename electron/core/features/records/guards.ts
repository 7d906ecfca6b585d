/** @file Refusals that every command on a record shares. */
import type { Compartment } from '#shared/domain/permissions.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { HomeContext } from '#core/context.ts';
import { textIn } from '#core/changes/record-values.ts';
import type { MovableType, RecordType } from '#core/changes/registry.ts';
import { type OpenRecord, openRecord, recordTypeOf } from './read-record.ts';

/** The record, unless it is missing, unseen or void, or this office has offered it to another one. */
export async function openForChange<T extends RecordType>(
  context: HomeContext,
  id: string,
  at: T,
): Promise<Result<OpenRecord, ChangeRefused<T>>> {
  const record = await openUnlessVoid(context, id, at);
  if (!record.ok) return err(record.error as ChangeRefused<T>);
  return isOfferedAway(record.value) ? err(refusal('record/offered-away', {}) as ChangeRefused<T>) : record;
}

/** As `openForChange`, for a record of whatever type this person may see. */
export async function openAnyForChange(
  context: HomeContext,
  id: string,
): Promise<Result<OpenRecord, ChangeRefused<RecordType>>> {
  const at = await recordTypeOf(context, id);
  return at === null ? err(refusal('record/not-found', {})) : openForChange(context, id, at);
}

/** Who may void a record of this office, and take that back. */
export const mayVoid = (context: HomeContext, { at, mine }: { readonly at: string; readonly mine: boolean }): boolean =>
  mine && leads(context, at);

/** Who answers for records of this type: approves or supervises, corrects, hands over. */
export const leads = ({ session }: HomeContext, at: string): boolean =>
  session.access.permissions.has(at === 'dispute' ? 'hlp.supervise' : 'policing.approve');

/** Until the other office answers, the owner changes nothing. */
export const isOfferedAway = ({ mine, values }: OpenRecord): boolean =>
  mine && textIn(values.one('transfer'), 'state') === 'offered';

type ChangeRefused<T extends RecordType> = AppError<
  'record/not-found' | 'record/voided' | ([Extract<T, MovableType>] extends [never] ? never : 'record/offered-away')
>;

/** The record, unless it is missing, unseen or void. */
export async function openUnlessVoid(
  context: HomeContext,
  id: string,
  at: RecordType,
): Promise<Result<OpenRecord, AppError<'record/not-found' | 'record/voided'>>> {
  const record = await openRecord(context, id, at);
  if (!record) return err(refusal('record/not-found', {}));
  return record.voided ? err(refusal('record/voided', {})) : ok(record);
}

/** A home records only what its node is there for, and nothing before it is enrolled. */
export function canRecord(
  context: HomeContext,
  service: Compartment,
): Result<null, AppError<'node/not-enrolled' | 'node/service-not-offered'>> {
  const self = context.home.rosters.self();
  if (self.roster === 0) return err(refusal('node/not-enrolled', {}));
  return self.services.includes(service) ? ok(null) : err(refusal('node/service-not-offered', { service }));
}
