/** @file What a record says of its referrals, and whether people agreed to them. */
import { flagIn, nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { HomeContext } from '#core/context.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import { type ConsentAnswer, consentToRefer } from '#shared/domain/referral-rules.ts';

export type ReferralFacts = ReturnType<typeof referralsIn>[number];

/** Newest first. */
export const referralsIn = (values: RecordValues) =>
  values
    .elements('referral')
    .map(({ id, value }) => {
      const text = values.one(`referralText:${id}`);
      return {
        id,
        body: nullableTextIn(text, 'body') ?? textIn(value, 'body'),
        status: textIn(value, 'status'),
        sent: nullableTextIn(value, 'sent'),
        statusOn: nullableTextIn(value, 'statusOn'),
        stopsWork: flagIn(value, 'stopsWork'),
        overridden: flagIn(value, 'overridden'),
        name: values.isWithheld(`referralText:${id}`) ? null : textIn(text, 'name'),
        reference: textIn(text, 'reference'),
        purpose: textIn(text, 'purpose'),
        answer: textIn(text, 'answer'),
        overrideReason: textIn(text, 'overrideReason'),
      };
    })
    .toReversed();

/** Whether all claimants agreed, as of a day, to this body being told. */
export async function consentFor(
  context: HomeContext,
  values: RecordValues,
  { body, name }: { readonly body: string; readonly name: string | null },
  day: string,
): Promise<ConsentAnswer> {
  const { consentValidityMonths } = await rulesInForce(context, day);
  const claimants = values
    .elements('party')
    .filter(({ value }) => textIn(value, 'role') === 'claimant')
    .map(({ id }) => id);
  return consentToRefer(
    consentsIn(values),
    { body, name: name ?? '', claimants },
    { day, validMonths: consentValidityMonths },
  );
}

/** A supervisor may go past a missing consent where life may be at risk, by the screening. */
export const isHighRisk = (values: RecordValues): boolean => textIn(values.one('screening'), 'level') === 'high';

const consentsIn = (values: RecordValues) =>
  values
    .elements('consent')
    .filter(({ value }) => textIn(value, 'scope') === 'share_referral_body')
    .map(({ id, value }) => ({
      status: textIn(value, 'status'),
      date: nullableTextIn(value, 'date'),
      party: nullableTextIn(value, 'party'),
      body: nullableTextIn(value, 'body'),
      recipient: textIn(values.one(`consentNote:${id}`), 'recipient'),
      withdrawn: nullableTextIn(value, 'withdrawn'),
    }));
