/** @file The shape of every call, answer and event on every host, whatever the method. */
import { z } from './zod.ts';

/** A call longer than this, as JSON, is refused unread; files come in pieces that stay below it. */
export const maxCallBytes = 1024 * 1024;

export const CallEnvelope = z.strictObject({ method: z.string().max(200), input: z.unknown() });
export type CallEnvelope = z.infer<typeof CallEnvelope>;

export const AnswerEnvelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) }),
  }),
]);
export type AnswerEnvelope = z.infer<typeof AnswerEnvelope>;

export const EventEnvelope = z.looseObject({ type: z.string().max(100) });
export type EventEnvelope = z.infer<typeof EventEnvelope>;
