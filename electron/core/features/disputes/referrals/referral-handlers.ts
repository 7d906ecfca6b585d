import type { Handler, Handlers } from '#core/context.ts';
import { formHeadsOf, openRecord } from '#core/features/records/read-record.ts';
import type { disputeReferralMethods } from '#shared/contract/dispute-referrals.ts';
import type { ReferralBody } from '#shared/domain/generated/code-lists.ts';
import { bodyTold } from '#shared/domain/referral-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { badFields, savePart } from '#core/features/disputes/agreements/save-part.ts';
import { openCase } from '#core/features/disputes/open-case.ts';
import { consentFor, isHighRisk, referralsIn } from './referral-facts.ts';

const viewReferrals: Handler<'disputes.referrals'> = async (context, { disputeId, today }) => {
  const record = await openRecord(context, disputeId, 'dispute');
  if (!record) return err(refusal('record/not-found', {}));
  const { values } = record;
  const referrals = referralsIn(values).map(async (one) => ({
    ...one,
    consent: await consentFor(context, values, one, one.sent ?? today),
  }));
  return ok({
    heads: await formHeadsOf(context, disputeId),
    referrals: await Promise.all(referrals),
    mayOverride: isHighRisk(values) && context.session.access.hlp === 'all',
  });
};

const saveReferral: Handler<'disputes.saveReferral'> = async (context, { disputeId, element, fields, heads }) => {
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  const before = element === null ? null : referralsIn(values).find(({ id }) => id === element);
  if (before === undefined) return err(refusal('dispute/unknown-referral', {}));
  if (before !== null && before.status !== 'draft') return err(refusal('dispute/referral-sent', {}));
  const id = element ?? context.services.ports.newId();
  const { stopsWork, ...said } = fields;
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: 'referral.drafted',
    wanted: {
      [`referral:${id}`]: { ...toldOf(said.body, 'draft'), stopsWork },
      [`referralText:${id}`]: { ...unsaid, ...said },
    },
  });
  return written.ok ? ok({ id: disputeId, element: id }) : written;
};

/** Behind the consent of those whom it is about; past it only for their lives, and in writing. */
const sendReferral: Handler<'disputes.sendReferral'> = async (context, input) => {
  const { disputeId, element, sent, overrideReason, heads } = input;
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  const referral = referralsIn(values).find(({ id }) => id === element);
  if (referral === undefined) return err(refusal('dispute/unknown-referral', {}));
  if (referral.status !== 'draft') return err(refusal('dispute/referral-sent', {}));
  const answer = await consentFor(context, values, referral, sent);
  const isPast = answer !== 'given';
  if (isPast && overrideReason === '') {
    return err(refusal('dispute/consent-missing', { body: referral.body, status: answer }));
  }
  if (isPast && context.session.access.hlp !== 'all') return err(refusal('dispute/supervisor-only', {}));
  if (isPast && !isHighRisk(values)) return err(refusal('dispute/no-high-risk', {}));
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: isPast ? 'referral.overridden' : 'referral.sent',
    wanted: {
      [`referral:${element}`]: { status: 'sent', sent, statusOn: sent, overridden: isPast },
      [`referralText:${element}`]: { overrideReason: isPast ? overrideReason : '' },
    },
  });
  return written.ok ? ok({ id: disputeId, element }) : written;
};

/** What the body answered. The person may say no also before it is sent. */
const tellReferral: Handler<'disputes.tellReferral'> = async (context, { disputeId, element, fields, heads }) => {
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  const referral = referralsIn(values).find(({ id }) => id === element);
  if (referral === undefined) return err(refusal('dispute/unknown-referral', {}));
  const { status, statusOn, reference, answer } = fields;
  const isOver = status === 'declined_by_person' || status === 'service_unavailable';
  if (referral.status === 'draft' && !isOver) return err(refusal('dispute/referral-not-sent', {}));
  if (referral.sent !== null && statusOn < referral.sent) {
    return badFields({ path: 'fields.statusOn', code: 'field/before-sent' });
  }
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: 'referral.answered',
    wanted: {
      [`referral:${element}`]: { status, statusOn },
      [`referralText:${element}`]: { reference, answer },
    },
  });
  return written.ok ? ok({ id: disputeId, element }) : written;
};

const unsaid = { name: '', reference: '', purpose: '', answer: '', overrideReason: '' };

const toldOf = (body: ReferralBody, status: string) => ({
  body: bodyTold(body),
  status,
  sent: null,
  statusOn: null,
  overridden: false,
});

export const referralHandlers: Pick<Handlers, keyof typeof disputeReferralMethods> = {
  'disputes.referrals': viewReferrals,
  'disputes.saveReferral': saveReferral,
  'disputes.sendReferral': sendReferral,
  'disputes.tellReferral': tellReferral,
};
