import type { Handler } from '#core/context.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import { closingFault } from '#shared/domain/mapping-faults.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { openOwn } from './edit-mapping.ts';
import { countedFigures, figuresToTally, peopleIn } from './mapping-figures.ts';
import { closedOn as closedOnOf, sessionOf } from './mapping-groups.ts';

/** The answers stay; what the directorate gets is counted now, with small numbers hidden. */
export const closeMapping: Handler<'mappings.close'> = async (context, { mappingId, closedOn, heads }) => {
  const record = await openOwn(context, mappingId);
  if (!record.ok) return record;
  const { values } = record.value;
  if (closedOnOf(values) !== null) return err(refusal('mapping/closed', {}));
  const fault = closingFault({ date: sessionOf(values).date, participants: peopleIn(values) }, closedOn);
  if (fault !== null) return err(refusal(fault, {}));
  const { exportSmallCell: below } = await rulesInForce(context);
  const written = context.write({
    record: mappingId,
    at: 'mapping',
    kind: 'mapping.closed',
    groups: [
      { group: 'closing', value: { on: closedOn } },
      { group: 'tally', value: figuresToTally(countedFigures(values, below), below) },
    ],
    heads,
  });
  return written.ok ? ok({ id: mappingId }) : written;
};

/** For a mistake that was found too late; the tally no longer holds until it is closed again. */
export const reopenMapping: Handler<'mappings.reopen'> = async (context, { mappingId, reason, heads }) => {
  const record = await openOwn(context, mappingId);
  if (!record.ok) return record;
  if (closedOnOf(record.value.values) === null) return err(refusal('mapping/not-closed', {}));
  const written = context.write({
    record: mappingId,
    at: 'mapping',
    kind: 'mapping.reopened',
    groups: [
      { group: 'closing', value: { on: null } },
      { group: 'reopened', value: { reason } },
    ],
    heads,
  });
  return written.ok ? ok({ id: mappingId }) : written;
};
