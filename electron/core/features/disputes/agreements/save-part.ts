/** @file How every act on a settlement is written: the groups that really change, and nothing over what is kept elsewhere. */
import type { JsonObject } from '#core/changes/canonical.ts';
import type { RecordValues } from '#core/changes/record-values.ts';
import type { GroupChange, WriteFault } from '#core/changes/write.ts';
import type { HomeContext } from '#core/context.ts';
import { changedGroups, isBlank } from '#core/features/records/group-changes.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

type Part = {
  readonly disputeId: string;
  readonly heads: Readonly<Record<string, readonly string[]>>;
  /** What the person did. */
  readonly kind: string;
  readonly values: RecordValues;
  /** Wanted fields by group; the others stay as they are. */
  readonly wanted: Readonly<Record<string, JsonObject>>;
  /** Groups of names and texts that are written only to say something, or over what was said. */
  readonly texts?: Readonly<Record<string, JsonObject>>;
  /** Beside these: elements that go, or change by the same act. */
  readonly more?: readonly GroupChange[];
};

/** Writes what changes; nothing at all where all is as it was. */
export function savePart(context: HomeContext, part: Part): Result<null, WriteFault> {
  const { disputeId, heads, kind, values, wanted, texts = {}, more = [] } = part;
  const told = Object.entries(texts).filter(([group, text]) => !isBlank(text) || values.all.has(group));
  const all = [...Object.entries(wanted), ...told]
    .filter(([group]) => !values.isWithheld(group))
    .map(([group, value]) => [group, { ...values.one(group), ...value }] as const);
  const groups = [...changedGroups(values, new Map(all), []), ...more];
  if (groups.length === 0) return ok(null);
  return context.write({ record: disputeId, at: 'dispute', kind, groups, heads });
}

/** Faults of an input that only the record shows, at the fields they belong to. */
export const badFields = (
  ...fields: readonly { readonly path: string; readonly code: string }[]
): Result<never, AppError<'call/bad-input'>> => err(refusal('call/bad-input', { fields }));
