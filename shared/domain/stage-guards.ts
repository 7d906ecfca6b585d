/**
 * @file What must stand in a case before its stage may change: the guards of the transition table, fact by fact, so that a
 * refusal can say which fact is missing and where it is entered. Judges facts alone; which moves there are at all stands in
 * `dispute-stage.ts`.
 */
import { transitionsBetween } from './dispute-stage.ts';
import { STAGE_TRANSITIONS, type StageTransition } from './generated/stage-transitions.ts';

/** Part of a case's page where a fact is entered; `move`: in the question that changes the stage. */
export type FactPlace = 'case' | 'people' | 'rights' | 'work' | 'agreement' | 'referrals' | 'move';

/**
 * What a case holds. A fact that is kept at the owning office and unknown here is null, and is not judged: whoever may not
 * read it cannot be asked for it.
 */
export type CaseFacts = Readonly<Record<FactCode, boolean | null>>;

/** What the move itself says, beside the facts. */
export type WantedMove = {
  readonly from: string | null;
  readonly to: string;
  /** Null unless the case is closed. */
  readonly outcome: string | null;
};

type Fact = {
  readonly place: FactPlace;
  /** A supervisor may go past it with a written reason. */
  readonly mayPass?: true;
};

const facts = {
  place: { place: 'case' },
  channel: { place: 'case' },
  narrative: { place: 'case' },
  claimant_contact: { place: 'people' },
  claimant_named: { place: 'people' },
  consent_record_keeping: { place: 'people' },
  property: { place: 'rights' },
  dispute_type: { place: 'case' },
  eligible: { place: 'people' },
  consents_asked: { place: 'people' },
  vulnerability_screened: { place: 'people' },
  conflict_screened: { place: 'work' },
  supervisor_note: { place: 'work' },
  evidence_judged: { place: 'rights', mayPass: true },
  registry_check: { place: 'rights' },
  site_visit: { place: 'rights' },
  path_mediation: { place: 'work' },
  mediator_assigned: { place: 'case' },
  mediator_free: { place: 'work' },
  consent_contact: { place: 'people' },
  no_criminal_matter: { place: 'work' },
  path_registration: { place: 'work' },
  nobody_opposed: { place: 'work' },
  met_alone: { place: 'case' },
  parties_agree: { place: 'work' },
  safety_passed: { place: 'work' },
  terms_accepted: { place: 'agreement' },
  joint_session: { place: 'case' },
  read_aloud: { place: 'agreement' },
  shares_checked: { place: 'agreement' },
  term_due: { place: 'agreement' },
  all_signed: { place: 'agreement' },
  two_witnesses: { place: 'agreement', mayPass: true },
  endorsed: { place: 'agreement' },
  registrable: { place: 'agreement' },
  not_registrable: { place: 'agreement' },
  registry_answered: { place: 'agreement' },
  visit_made: { place: 'agreement' },
  term_breached: { place: 'agreement' },
  terms_told: { place: 'agreement' },
  both_asked: { place: 'agreement' },
  safety_asked: { place: 'agreement' },
  satisfaction_asked: { place: 'agreement' },
  three_attempts: { place: 'agreement' },
  referral_sent: { place: 'referrals' },
  referral_consent: { place: 'people' },
  hold_reason: { place: 'move' },
  review_date: { place: 'move' },
  reason: { place: 'move' },
  supervisor: { place: 'move' },
} as const satisfies Readonly<Record<string, Fact>>;

export type FactCode = keyof typeof facts;
export const FACT_CODES = Object.keys(facts) as readonly FactCode[];

export const factPlace = (code: FactCode): FactPlace => facts[code].place;
export const mayPass = (code: FactCode): boolean => 'mayPass' in facts[code];

/** By the guard as the vocabulary words it: a guard that is worded anew is thought through anew. */
const guards: Readonly<Record<string, readonly FactCode[]>> = {
  'place, intake channel, short description, safe contact of the claimant': [
    'place',
    'channel',
    'narrative',
    'claimant_contact',
  ],
  'hold reason, review date; the stage left is stored in `held_from`': ['hold_reason', 'review_date'],
  'hold lifted, note': ['reason'],
  'a referral in status `sent`, consent for that body; used only when this office stops work until the answer comes (a referral may also run beside any stage)':
    ['referral_sent', 'referral_consent'],
  'claimant identity or pseudonym, consent `record_keeping` = given, at least one property, one dispute type': [
    'claimant_named',
    'consent_record_keeping',
    'property',
    'dispute_type',
  ],
  'eligibility = yes; consent asked for every scope needed; vulnerability and conflict-risk screening filled; supervisor note when any conflict risk is set':
    ['eligible', 'consents_asked', 'vulnerability_screened', 'conflict_screened', 'supervisor_note'],
  '`evidence_strength` set for each party†; registry check done, requested, or marked not possible; site visit done or waived with reason':
    ['evidence_judged', 'registry_check', 'site_visit'],
  'path = mediation; mediator assigned and free of conflict of interest; consent `contact_other_party` = given; no `criminal_matter` risk on the point to be mediated':
    ['path_mediation', 'mediator_assigned', 'mediator_free', 'consent_contact', 'no_criminal_matter'],
  'path = documents or registration only, no opposing party': ['path_registration', 'nobody_opposed'],
  'each party met alone at least once; each party agrees to mediation; safety check = passed': [
    'met_alone',
    'parties_agree',
    'safety_passed',
  ],
  'shuttle mediation: terms accepted by each party separately': ['terms_accepted'],
  reason: ['reason'],
  'at least one session record': ['joint_session'],
  'text read to each party in a language the party understands; shares of women and minors checked; at least one term with a deadline; signature or thumbprint of every party':
    ['read_aloud', 'shares_checked', 'term_due', 'all_signed'],
  'two witnesses†': ['two_witnesses'],
  'reason why no endorsement is sought': ['reason'],
  'at least one endorser; `registrable` = yes (ownership, share or boundary changes)': ['endorsed', 'registrable'],
  'at least one endorser; `registrable` = no': ['endorsed', 'not_registrable'],
  'registration number and date, or written reason for refusal': ['registry_answered'],
  'visit recorded (task created on signature date + 30 days)': ['visit_made'],
  'a term `breached`': ['term_breached'],
  'status of every term; both parties asked; safety asked (task on signature date + 90 days)': [
    'terms_told',
    'both_asked',
    'safety_asked',
  ],
  'the case came back; reason': ['reason'],
  'reopened: reason, supervisor; `reopen_count` + 1': ['reason', 'supervisor'],
  'reopened after a breach: reason, supervisor; `reopen_count` + 1': ['reason', 'supervisor'],
};

/** Of rows that close: what their guard asks beside the outcome. */
const closing: readonly (readonly [(guard: string) => boolean, readonly FactCode[]])[] = [
  [(guard) => guard.startsWith('no opposing party; outcome'), ['nobody_opposed']],
  [
    (guard) => guard.startsWith('status of every term; satisfaction asked; outcome'),
    ['terms_told', 'satisfaction_asked'],
  ],
  [(guard) => guard.startsWith('outcome '), []],
];

/** Facts that a row of the table asks for. Throws for a guard nobody has thought through. */
export function guardOf({ guard }: StageTransition): readonly FactCode[] {
  const found = guards[guard] ?? closing.find(([is]) => is(guard))?.[1];
  if (!found) throw new Error(`no facts for the guard: ${guard}`);
  return found;
}

/**
 * Facts that a move lacks, in the order of the guard; none where it may go on. A move that two rows allow needs one of them:
 * the row with the fewest missing facts answers. The move must be in the table (`canMove`).
 */
export function missingFacts({ from, to, outcome }: WantedMove, held: CaseFacts): readonly FactCode[] {
  const needed = rowsFor(from, to, outcome).map((row) => guardOf(row));
  // A party who cannot be reached after signature must not undo the agreement in the counts.
  if (from === 'follow_up_30' && to === 'closed' && isAgreement(outcome)) needed.push(['three_attempts']);
  const missing = needed.map((codes) => codes.filter((code) => held[code] === false));
  return missing.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function rowsFor(from: string | null, to: string, outcome: string | null): readonly StageTransition[] {
  if (from === 'on_hold' && to !== 'closed') return STAGE_TRANSITIONS.filter((row) => row.to === 'held_from');
  const rows = transitionsBetween(from, to);
  return to === 'closed' ? rows.filter(({ outcomes }) => outcomes.some((one) => one === outcome)) : rows;
}

const isAgreement = (outcome: string | null): boolean =>
  outcome === 'full_agreement' || outcome === 'partial_agreement';
