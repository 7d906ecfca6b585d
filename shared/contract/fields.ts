/** @file Field schemas that every feature uses; limits follow docs/bundle-format.md. */
import { isInIraq } from '#shared/domain/position.ts';
import { isCalendarDate } from '#shared/text/dates.ts';
import { z } from './zod.ts';

export const RecordId = z.uuid();
export const ElementId = z.uuid();
/** First 16 bytes of a change id, base64url. */
export const HeadId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export const Heads = z.record(z.string().max(100), z.array(HeadId).max(64));
export type Heads = z.infer<typeof Heads>;

/** A day people entered, `YYYY-MM-DD`; never taken from the PC's clock. */
export const CalendarDate = z.string().refine(isCalendarDate, { error: 'field/impossible-date' });

/** A moment, UTC ISO 8601. */
export const Moment = z.string().max(30);

const text = (max: number) => z.string().trim().max(max, { error: 'field/too-long' });
/** One line: titles, venues. */
export const Line = text(300).min(1, { error: 'field/required' });
export const OptionalLine = text(300);
/** Several sentences. */
export const Passage = text(20_000);
export const PersonName = text(200).min(1, { error: 'field/required' });
export const Phone = text(40);
export const LoginName = z.string().trim().min(1, { error: 'field/required' }).max(60, { error: 'field/too-long' });
/** Judged by the passphrase policy in core; here only its size. */
export const Passphrase = z.string().max(1000, { error: 'field/too-long' });
export const Reason = text(2000).min(1, { error: 'field/required' });

/** A code of one of the shipped lists. */
export const code = <const T extends readonly [string, ...string[]]>(list: T) =>
  z.enum(list, { error: 'field/unknown-code' });
export const PlaceCode = z.string().regex(/^IQ[A-Z0-9-]{0,20}$/, { error: 'field/unknown-code' });

/** In millionths of a degree; in Iraq. */
export const Position = z
  .strictObject({ lat: z.int(), lon: z.int() }, { error: 'field/bad-position' })
  .refine(isInIraq, { error: 'field/outside-iraq' });
/** As a record holds it: what another office sent may lie anywhere. */
export const PositionRead = z.object({ lat: z.int(), lon: z.int() });

/** Stands for a path the person chose in a dialog, a staged upload or an argument; never a path (docs/adr/0002). */
export const FileToken = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

export const Paging = {
  search: z.string().max(200).default(''),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
};

export const pageOf = <R extends z.ZodType>(row: R) => z.object({ rows: z.array(row), total: z.int() });

/** What every record carries beside its own fields. */
export const RecordFrame = {
  id: RecordId,
  owner: z.object({ node: z.uuid(), name: z.string(), mine: z.boolean() }),
  heads: Heads,
  /** Groups that hold more than one current value. */
  conflicts: z.array(z.string()),
  /** Records beneath it that hold some: meetings of a forum. */
  conflictsBelow: z.int(),
  /** Groups whose content stays at the owning office. */
  withheld: z.array(z.string()),
  voided: z.object({ reason: z.string(), at: Moment, by: z.string() }).nullable(),
  /** What this user may do with it here. `correct`: writes a correction of another node's record. */
  may: z.object({ edit: z.boolean(), correct: z.boolean(), void: z.boolean() }),
  /** It holds what only a newer program understands: to be read here, not written to. */
  needsUpdate: z.boolean(),
  /** This office has offered it to another one: until that answers it is read here alone. */
  offeredAway: z.boolean(),
  updatedAt: Moment,
};
