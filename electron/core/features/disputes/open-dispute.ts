import type { Handler } from '#core/context.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { canRecord } from '#core/features/records/guards.ts';
import { changedLocal } from '#core/features/records/local-values.ts';
import { takeSerial } from '#core/features/records/take-serial.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { formatCaseNumber, provisionalSeries } from '#shared/domain/case-number.ts';
import { err, ok } from '#shared/lib/result.ts';
import { refusal } from '#shared/errors/codes.ts';
import { disputeToGroups, disputeToLocal } from './dispute-groups.ts';
import { stageGroups } from './stage-groups.ts';
import { checkDistrict, flagClasses } from './dispute-checks.ts';

/** Whoever opens a dispute mediates it until a supervisor assigns others. */
export const openDispute: Handler<'disputes.open'> = async (context, { fields }) => {
  const allowed = canRecord(context, 'hlp');
  if (!allowed.ok) return allowed;
  const district = await checkDistrict(context, fields.district);
  if (!district.ok) return district;
  const self = context.home.rosters.self();
  if (context.trx === null || self.code === null) return err(refusal('node/not-enrolled', {}));
  // The register's year is the year people work in, as the intake date says; the PC's clock has no part in it.
  const year = Number(fields.intakeDate.slice(0, 4));
  const series = self.series ?? provisionalSeries(self.incarnation);
  const serial = await takeSerial(context.trx, year, series);
  const number = formatCaseNumber({ office: self.code, year, series, serial });
  const id = context.services.ports.newId();
  const classOf = flagClasses(context);
  createdBy(
    context.write({
      record: id,
      at: 'dispute',
      kind: 'case.opened',
      creates: true,
      groups: [
        { group: 'number', value: { number, year, series, serial } },
        ...stageGroups(context, { from: '', to: 'intake', date: fields.intakeDate }),
        { group: `mediator:${context.session.access.user}`, value: { assigned: true } },
        ...newGroups(disputeToGroups(fields, classOf, null)),
      ],
      local: changedLocal(new Map(), disputeToLocal(fields, new Map(), classOf)),
    }),
  );
  return ok({ id, number });
};
