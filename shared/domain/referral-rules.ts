/** @file When a case may be told to another body, and what of a referral may be told outside the office. */
import { addDays, addMonths } from '#shared/text/calendar.ts';
import { fold } from '#shared/text/fold.ts';
import type { ReferralBody } from './generated/code-lists.ts';

/**
 * Bodies whose mere name tells what happened to a person: outside the office such a referral is one to another body. The
 * flag that led to it does not leave the computer either.
 */
const TELLING_BODIES: ReadonlySet<string> = new Set([
  'family_protection',
  'violence_against_women_directorate',
  'anti_trafficking',
  'anti_drugs',
  'cybercrime',
  'gbv_service',
  'child_protection_service',
  'mental_health_service',
  'shelter',
]);

/** The body as it stands in what leaves the office. */
export const bodyTold = (body: ReferralBody): ReferralBody => (TELLING_BODIES.has(body) ? 'other' : body);

export type BodyConsent = {
  readonly status: string;
  readonly date: string | null;
  /** Null: given by all who came. */
  readonly party: string | null;
  readonly body: string | null;
  /** Name of the body, empty for any of its kind. */
  readonly recipient: string;
  readonly withdrawn: string | null;
};

/** `missing`: never asked, or of another body. */
export type ConsentAnswer = 'given' | 'refused' | 'withdrawn' | 'expired' | 'missing';

/**
 * How those whom the office serves answered to being told to this body: each of them must have agreed, and of several
 * answers of one person the last counts.
 */
export function consentToRefer(
  consents: readonly BodyConsent[],
  to: { readonly body: string; readonly name: string; readonly claimants: readonly string[] },
  at: { readonly day: string; readonly validMonths: number },
): ConsentAnswer {
  const fitting = consents.filter((one) => one.body === to.body && sameName(one.recipient, to.name));
  const answers = (to.claimants.length === 0 ? [null] : to.claimants).map((party) =>
    lastAnswer(
      fitting.filter((one) => one.party === null || party === null || one.party === party),
      at,
    ),
  );
  return answers.find((answer) => answer !== 'given') ?? 'given';
}

/** Of two answers of one day the one that stops counts. */
function lastAnswer(consents: readonly BodyConsent[], at: { day: string; validMonths: number }): ConsentAnswer {
  const answers = consents.map((one) => ({ day: one.withdrawn ?? one.date ?? '', answer: answerOn(one, at) }));
  const told = answers.filter(({ answer }) => answer !== 'missing');
  const last = told
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
  const ofThatDay = told.filter(({ day }) => day === last).map(({ answer }) => answer);
  return ofThatDay.find((answer) => answer !== 'given') ?? ofThatDay[0] ?? 'missing';
}

/** What this answer said on a day: what was taken back later still held. */
function answerOn(one: BodyConsent, { day, validMonths }: { day: string; validMonths: number }): ConsentAnswer {
  if (one.withdrawn !== null && one.withdrawn <= day) return 'withdrawn';
  if (one.status === 'withdrawn' && one.withdrawn === null) return 'withdrawn';
  if (one.status === 'refused' || one.status === 'expired') return one.status;
  if (one.status !== 'given' && one.status !== 'withdrawn') return 'missing';
  if (one.date === null) return 'given';
  if (one.date > day) return 'missing';
  return addMonths(one.date, validMonths) < day ? 'expired' : 'given';
}

/** A consent that names no one fits every body of its kind, and so does a referral. */
const sameName = (asked: string, name: string): boolean =>
  fold(asked) === '' || fold(name) === '' || fold(asked) === fold(name);

/** Sent, and nothing came back in time. */
export const isUnanswered = (
  referral: { readonly status: string; readonly sent: string | null },
  today: string,
  afterDays: number,
): boolean =>
  referral.status === 'no_response' ||
  (referral.status === 'sent' && referral.sent !== null && addDays(referral.sent, afterDays) < today);
