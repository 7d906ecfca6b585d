import type { HomeContext } from '#core/context.ts';
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
