import type { WriteFault } from '#core/changes/write.ts';
import type { HomeContext } from '#core/context.ts';
import { type OpenRecord, openRecord } from '#core/features/records/read-record.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** Node of the directorate of this tree: reference data counts only when it is its own. Null before enrolment. */
export function directorateOf({ home: { rosters } }: HomeContext): string | null {
  const self = rosters.self();
  if (self.kind === 'directorate') return self.node;
  return rosters.current()?.nodes.find(({ kind }) => kind === 'directorate')?.id ?? null;
}

/** Reference data is written at the directorate alone. */
export const atDirectorate = ({ home }: HomeContext): Result<null, AppError<'node/not-the-directorate'>> =>
  home.rosters.self().kind === 'directorate' ? ok(null) : err(refusal('node/not-the-directorate', {}));

export type ReferenceType = 'rule' | 'partner' | 'place';

/** The directorate's record of this type; one that an office wrote is none. */
export async function referenceRecord(context: HomeContext, id: string, at: ReferenceType): Promise<OpenRecord | null> {
  const record = await openRecord(context, id, at);
  return record !== null && record.owner === directorateOf(context) ? record : null;
}

/** The same at the directorate itself, to be written to. */
export async function ownReference(
  context: HomeContext,
  id: string,
  at: ReferenceType,
): Promise<Result<OpenRecord, AppError<'node/not-the-directorate' | 'record/not-found'>>> {
  const here = atDirectorate(context);
  if (!here.ok) return here;
  const record = await referenceRecord(context, id, at);
  return record === null ? err(refusal('record/not-found', {})) : ok(record);
}

/** Its owner was asked for before, and the permission belongs to the role that writes it. */
export function writtenBy<F extends WriteFault>(
  written: Result<null, F>,
): Result<null, Exclude<F, { readonly code: 'record/not-yours' }>> {
  if (written.ok) return written;
  if (written.error.code === 'record/not-yours') throw new Error('reference data of the directorate is not its own');
  return err(written.error as Exclude<F, { readonly code: 'record/not-yours' }>);
}
