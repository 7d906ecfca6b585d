import type { HandlersOf } from '#core/context.ts';
import { ok } from '#shared/lib/result.ts';
import { recordTrail } from './record-trail.ts';

export const auditHandlers: HandlersOf<'audit'> = {
  'audit.record': recordTrail,
  'audit.list': async ({ db }, { offset, limit }) => {
    const rows = await db
      .selectFrom('audit')
      .leftJoin('user_account', 'user_account.id', 'audit.user')
      .select(['n', 'at', 'method', 'outcome', 'record', 'display_name'])
      .orderBy('n', 'desc')
      .offset(offset)
      .limit(limit)
      .execute();
    const { total } = await db
      .selectFrom('audit')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return ok({
      rows: rows.map((row) => ({
        n: row.n,
        at: row.at,
        user: row.display_name ?? '',
        method: row.method,
        outcome: row.outcome,
        recordId: row.record,
      })),
      total,
    });
  },
};
