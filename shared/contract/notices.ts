import { NOTICE_KINDS } from '#shared/domain/notice-kinds.ts';
import { Moment } from './fields.ts';
import { command, query } from './method.ts';
import { z } from './zod.ts';

export const Notice = z.object({
  id: z.int(),
  /** Its sentences stand under `notices:kind.<kind>`: `title`, `what`, `safe`, `now`. */
  kind: z.enum(NOTICE_KINDS),
  /** Node and device it is about; our own where nobody else is meant. */
  node: z.uuid().nullable(),
  device: z.string(),
  /** Parameters of the sentences, each of them always filled. */
  name: z.string(),
  date: Moment,
  number: z.int(),
  at: Moment,
  seen: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

export const noticeMethods = {
  /** Newest first. */
  'notices.list': query({
    permission: 'exchange.read',
    input: z.strictObject({ all: z.boolean().default(false).describe('also those that were dismissed') }),
    output: z.array(Notice),
    errors: [],
  }),
  'notices.dismiss': command({
    permission: 'exchange.run',
    input: { noticeId: z.int() },
    output: z.null(),
    errors: ['notice/not-found'],
  }),
} as const;
