/** @file The ways invented cases go through the stage table. Each entry: the stage, the days spent before it, its outcome. */
import type { DisputeOutcome, DisputeStage } from '#shared/domain/generated/code-lists.ts';
import type { PathName } from './words/dispute-set.ts';

export type PathStop = {
  readonly to: DisputeStage;
  /** Least and most days since the stage before. */
  readonly days: readonly [number, number];
  /** For `closed`: one is picked. */
  readonly outcomes?: readonly DisputeOutcome[];
  readonly why?: 'onHold' | 'resumed' | 'backFromReferral' | 'breached' | 'reopened' | 'closed';
};

const START: readonly PathStop[] = [
  { to: 'intake', days: [0, 0] },
  { to: 'screening', days: [1, 3] },
];
const FACTS: readonly PathStop[] = [...START, { to: 'fact_finding', days: [1, 5] }];
const CHOICE: readonly PathStop[] = [...FACTS, { to: 'strategy', days: [7, 24] }];
const SEPARATE: readonly PathStop[] = [...CHOICE, { to: 'separate_meetings', days: [2, 8] }];
const JOINT: readonly PathStop[] = [...SEPARATE, { to: 'joint_mediation', days: [4, 14] }];
const SIGNED: readonly PathStop[] = [
  { to: 'agreement_drafted', days: [4, 12] },
  { to: 'agreement_signed', days: [1, 7] },
];
const FOLLOWED: readonly PathStop[] = [
  { to: 'follow_up_30', days: [26, 33] },
  { to: 'follow_up_90', days: [58, 63] },
  { to: 'closed', days: [1, 3], outcomes: ['full_agreement', 'partial_agreement'], why: 'closed' },
];

const close = (days: readonly [number, number], ...outcomes: readonly DisputeOutcome[]): PathStop => ({
  to: 'closed',
  days,
  outcomes,
  why: 'closed',
});

export const PATHS: { readonly [name in PathName]: readonly PathStop[] } = {
  mediated: [
    ...JOINT,
    ...SIGNED,
    { to: 'endorsement', days: [1, 5] },
    { to: 'implementation', days: [1, 6] },
    ...FOLLOWED,
  ],
  'mediated-and-registered': [
    ...JOINT,
    ...SIGNED,
    { to: 'endorsement', days: [1, 5] },
    { to: 'registration', days: [2, 7] },
    { to: 'implementation', days: [10, 25] },
    ...FOLLOWED,
  ],
  shuttle: [...SEPARATE, ...SIGNED, { to: 'implementation', days: [1, 3] }, ...FOLLOWED],
  'no-agreement': [...JOINT, close([5, 20], 'no_agreement', 'customary_settlement')],
  breached: [
    ...JOINT,
    ...SIGNED,
    { to: 'implementation', days: [1, 4] },
    { to: 'joint_mediation', days: [10, 20], why: 'breached' },
    ...SIGNED,
    { to: 'implementation', days: [1, 3] },
    ...FOLLOWED,
  ],
  documents: [...FACTS, close([14, 40], 'documents_obtained')],
  registration: [
    ...CHOICE,
    { to: 'registration', days: [2, 6] },
    close([15, 40], 'right_registered', 'documents_obtained'),
  ],
  compensation: [...CHOICE, { to: 'referred', days: [2, 8] }, close([20, 50], 'compensation_claim_filed')],
  court: [
    ...CHOICE,
    { to: 'referred', days: [2, 8] },
    { to: 'strategy', days: [18, 40], why: 'backFromReferral' },
    { to: 'referred', days: [2, 6] },
    close([20, 45], 'court_decision', 'referral_completed'),
  ],
  advice: [...START, close([1, 3], 'advice_only')],
  withdrawn: [...FACTS, close([6, 20], 'withdrawn')],
  held: [
    ...FACTS,
    { to: 'on_hold', days: [4, 12], why: 'onHold' },
    { to: 'fact_finding', days: [14, 30], why: 'resumed' },
    { to: 'strategy', days: [5, 14] },
    { to: 'referred', days: [2, 6] },
    close([15, 30], 'referral_completed'),
  ],
  reopened: [
    ...JOINT,
    close([5, 12], 'possession_returned', 'customary_settlement'),
    { to: 'fact_finding', days: [15, 30], why: 'reopened' },
    { to: 'strategy', days: [4, 10] },
    { to: 'separate_meetings', days: [2, 6] },
    ...SIGNED,
    { to: 'implementation', days: [1, 3] },
    ...FOLLOWED,
  ],
};
