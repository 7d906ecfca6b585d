/** @file What a settlement needs before people sign it, which one is in force, and what follows the signature. */
import { addDays } from '#shared/text/calendar.ts';
import { type Acting, isMinor, isPrincipal, isWoman, signersFor } from './party-rules.ts';

/** `none`: there is no woman, or no minor, among the parties. */
export const SHARE_ANSWER = ['yes', 'no', 'none'] as const;
export const SIGN_METHOD = ['signature', 'thumbprint'] as const;
export const REGISTRATION_STATE = ['applied', 'registered', 'refused'] as const;
export const FOLLOW_UP_VISIT = ['30', '90'] as const;
export const ASKED_ANSWER = ['yes', 'no', 'no_answer'] as const;

export const AGREEMENT_FAULT_CODES = [
  'field/woman-among-parties',
  'field/minor-among-parties',
  'field/minors-care-required',
  'field/registry-required',
  'field/two-witnesses',
  'field/signature-missing',
  'field/before-signed',
  'field/before-drafted',
  'field/before-sent',
  'field/attempt-twice',
  'field/currency-required',
  'field/names-a-party',
  'field/shelter-nameless',
] as const;
export type AgreementFaultCode = (typeof AGREEMENT_FAULT_CODES)[number];

type Standing = { readonly id: string; readonly signed: string | null; readonly supersedes: string | null };

/** The signed agreement that holds: a newer one takes its place by its signatures, not by its draft. */
export function agreementInForce<A extends Standing>(agreements: readonly A[]): A | null {
  const signed = agreements.filter((one) => one.signed !== null);
  const replaced = new Set(signed.map(({ supersedes }) => supersedes));
  return signed.findLast(({ id }) => !replaced.has(id)) ?? null;
}

/** The draft that is worked on. */
export function agreementInDraft<A extends Standing>(agreements: readonly A[]): A | null {
  const replaced = new Set(agreements.map(({ supersedes }) => supersedes));
  return agreements.findLast(({ id, signed }) => signed === null && !replaced.has(id)) ?? null;
}

export type SettlingParty = {
  readonly id: string;
  readonly role: string;
  readonly sex: string;
  readonly ageBand: string;
};

export type ShareHolder = {
  readonly party: string;
  readonly woman: boolean;
  readonly minor: boolean;
  /** Says to have a right: by a claim, or as heir or co-owner. */
  readonly holds: boolean;
  /** A term of the agreement gives or leaves something to this party. */
  readonly inTerms: boolean;
};

/** Women and minors among the parties, with what the agreement says of them. */
export function shareHolders(
  parties: readonly SettlingParty[],
  claimants: ReadonlySet<string>,
  terms: readonly { readonly to: readonly string[] }[],
): readonly ShareHolder[] {
  const named = new Set(terms.flatMap(({ to }) => to));
  return parties
    .filter((party) => isPrincipal(party) && (isWoman(party) || isMinor(party)))
    .map((party) => ({
      party: party.id,
      woman: isWoman(party),
      minor: isMinor(party),
      holds: claimants.has(party.id) || party.role === 'heir' || party.role === 'co_owner',
      inTerms: named.has(party.id),
    }));
}

/** A minor's property is settled with the minors' care directorate alone. */
export const needsMinorsCare = (holders: readonly ShareHolder[]): boolean =>
  holders.some(({ minor, holds }) => minor && holds);

export const SIGNING_GAP = [
  'one_party',
  'no_term_due',
  'not_read_aloud',
  'women_unchecked',
  'minors_unchecked',
  'women_not_in_terms',
  'minors_not_in_terms',
] as const;
export type SigningGap = (typeof SIGNING_GAP)[number];

/** What an agreement lacks before the parties may sign it, their signatures left out. */
export function signingGaps(agreement: {
  readonly readAloud: boolean;
  readonly womensShare: string | null;
  readonly minorsShare: string | null;
  readonly terms: readonly { readonly due: string | null }[];
  readonly parties: readonly SettlingParty[];
  readonly holders: readonly ShareHolder[];
}): readonly SigningGap[] {
  const { readAloud, womensShare, minorsShare, terms, parties, holders } = agreement;
  const left = holders.filter(({ holds, inTerms }) => holds && !inTerms);
  const gaps: readonly (readonly [SigningGap, boolean])[] = [
    ['one_party', parties.filter(isPrincipal).length < 2],
    ['no_term_due', !terms.some(({ due }) => due !== null)],
    ['not_read_aloud', !readAloud],
    ['women_unchecked', womensShare === null || (womensShare === 'none' && holders.some(({ woman }) => woman))],
    ['minors_unchecked', minorsShare === null || (minorsShare === 'none' && holders.some(({ minor }) => minor))],
    ['women_not_in_terms', womensShare === 'yes' && left.some(({ woman }) => woman)],
    ['minors_not_in_terms', minorsShare === 'yes' && left.some(({ minor }) => minor)],
  ];
  return gaps.flatMap(([gap, isOpen]) => (isOpen ? [gap] : []));
}

/** Parties whom no signature binds yet: neither their own nor that of one who acts for them. */
export function unsignedParties<P extends SettlingParty>(
  parties: readonly P[],
  acting: readonly Acting[],
  signatures: readonly { readonly party: string; readonly date: string }[],
): readonly P[] {
  const isBound = (party: P): boolean =>
    signatures.some(({ party: signer, date }) => signersFor(party, acting, date).includes(signer));
  return parties.filter((party) => isPrincipal(party) && !isBound(party));
}

/** A term whose day has passed without its being kept. What is only partly kept is late as well. */
export const isLateTerm = (
  { due, status }: { readonly due: string | null; readonly status: string },
  today: string,
): boolean => due !== null && due < today && (status === 'pending' || status === 'partly_fulfilled');

/** Still awaited when a new agreement takes the place of this one; what was broken stays told as broken. */
export const isOpenTerm = ({ status }: { readonly status: string }): boolean =>
  status === 'pending' || status === 'partly_fulfilled';

/** The days on which both visits fall due, by the rules that hold when people sign. */
export const followUpDays = (
  signed: string,
  rules: { readonly disputeFirstFollowupDays: number; readonly disputeSecondFollowupDays: number },
): Readonly<Record<(typeof FOLLOW_UP_VISIT)[number], string>> => ({
  '30': addDays(signed, rules.disputeFirstFollowupDays),
  '90': addDays(signed, rules.disputeSecondFollowupDays),
});
