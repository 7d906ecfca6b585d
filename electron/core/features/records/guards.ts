/** @file Refusals that every command on a record shares. */
import type { Compartment } from '#shared/domain/permissions.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { HomeContext } from '#core/context.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { RecordType } from '#core/changes/registry.ts';
import { type OpenRecord, openRecord } from './read-record.ts';

/** The record, unless it is missing, unseen or void. */
export async function openForChange(
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
): Result<null, AppError<'node/not-enrolled' | 'node/service-not-offered' | 'node/revoked'>> {
  const self = context.home.rosters.self();
  if (self.roster === 0) return err(refusal('node/not-enrolled', {}));
  if (isRevokedHere(context)) return err(refusal('node/revoked', {}));
  return self.services.includes(service) ? ok(null) : err(refusal('node/service-not-offered', { service }));
}

/** What this device writes would count nowhere. */
export const isRevokedHere = ({ home }: HomeContext): boolean =>
  home.changes.goodOf(toBase64Url(home.rosters.self().device)) !== null;
