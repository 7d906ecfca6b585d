import type { Handler } from '#core/context.ts';
import { atDirectorate, writtenBy } from '#core/features/reference/directorate.ts';
import { createdBy, addedBy } from '#core/features/records/write-results.ts';
import { isInBounds } from '#shared/domain/rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { rulesOf } from './rules-store.ts';

/** A value from a day on. It is added beside the earlier ones, since meetings keep the value of their own day. */
export const setRule: Handler<'rules.set'> = async (context, { key, since, value }) => {
  const here = atDirectorate(context);
  if (!here.ok) return here;
  if (!isInBounds(key, value)) return err(refusal('rule/out-of-bounds', {}));
  const known = (await rulesOf(context.db, context.home.rosters.self().node)).filter((rule) => rule.key === key);
  if (known.some(({ periods }) => periods.some((period) => period.since === since))) {
    return err(refusal('rule/day-taken', {}));
  }
  const period = { group: `period:${context.services.ports.newId()}`, value: { since, value } };
  const [first] = known;
  if (first) {
    const written = context.write({ record: first.recordId, at: 'rule', kind: 'rule.set', groups: [period] });
    const added = writtenBy(addedBy(written));
    return added.ok ? ok({ id: first.recordId }) : added;
  }
  const id = context.services.ports.newId();
  const groups = [{ group: 'rule', value: { key } }, period];
  createdBy(context.write({ record: id, at: 'rule', kind: 'rule.created', creates: true, groups }));
  return ok({ id });
};
