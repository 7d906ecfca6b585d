import type { Handler, HomeContext } from '#core/context.ts';
import { openForChange } from '#core/features/records/guards.ts';
import { takeSerial } from '#core/features/records/take-serial.ts';
import { provisionalSeries } from '#shared/domain/case-number.ts';
import { certificateSeries, formatCertificateNumber } from '#shared/domain/certificate-number.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { spanOf } from '#shared/domain/training.ts';
import { readTraining } from './read-training.ts';

/** Numbers are taken in the order of the rows. One that was withdrawn may be followed by a new one with its own number. */
export const certify: Handler<'trainings.certify'> = async (context, { trainingId, date, heads }) => {
  const record = await openForChange(context, trainingId, 'training');
  if (!record.ok) return record;
  if (!record.value.mine) return err(refusal('record/not-yours', {}));
  const training = readTraining(record.value.values);
  const last = spanOf(training.days)?.last;
  if (training.status !== 'held' || last === undefined) return err(refusal('training/not-held', {}));
  if (date < last) return err(refusal('training/certificate-before-end', { last }));
  // Whoever completed it without holding a certificate: `certificate` is another result.
  const earned = training.participants.filter(({ result }) => result === 'completed');
  if (earned.length === 0) return err(refusal('training/nobody-to-certify', {}));
  const groups = [];
  for (const { id } of earned) {
    const number = await nextNumber(context, Number(date.slice(0, 4)));
    groups.push({ group: `certificate:${id}`, value: { number, date, withdrawn: false } });
  }
  const written = context.write({ record: trainingId, at: 'training', kind: 'training.certified', groups, heads });
  return written.ok ? ok({ id: trainingId, issued: groups.length }) : written;
};

/** The number stays taken, and what was given out can still be found by it. */
export const withdraw: Handler<'trainings.withdraw'> = async (context, input) => {
  const { trainingId, participant, reason, heads } = input;
  const record = await openForChange(context, trainingId, 'training');
  if (!record.ok) return record;
  if (!record.value.mine) return err(refusal('record/not-yours', {}));
  const held = record.value.values.one(`certificate:${participant}`);
  if (held === null || held.withdrawn === true) return err(refusal('training/no-certificate', {}));
  const written = context.write({
    record: trainingId,
    at: 'training',
    kind: 'training.certificate_withdrawn',
    groups: [
      { group: `certificate:${participant}`, value: { ...held, withdrawn: true } },
      { group: `certificateReason:${participant}`, value: { reason } },
    ],
    heads,
  });
  return written.ok ? ok({ id: trainingId }) : written;
};

async function nextNumber(context: HomeContext, year: number): Promise<string> {
  const self = context.home.rosters.self();
  if (context.trx === null || self.code === null) throw new Error('a training of no office');
  const series = self.series ?? provisionalSeries(self.incarnation);
  const serial = await takeSerial(context.trx, year, certificateSeries(series));
  return formatCertificateNumber({ office: self.code, year, series, serial });
}
