import {
  attachment,
  frame,
  handOver,
  open,
  openSet,
  policing,
  type RecordSpec,
  restricted,
  restrictedSet,
} from './record-spec.ts';

const told = { other: 'text', spot: 'text', statement: 'text' } as const;
const handling = { reason: 'text', referral: 'text' } as const;

/**
 * A pattern that worries people, with place and time, raised in one meeting or in many. Where its code is marked
 * sensitive every text of it is kept at the office.
 */
export const issueType = {
  ...policing,
  groups: {
    ...frame,
    ...handOver,
    /** `raisedBy`: sex of those who raised it first. */
    origin: open({ forum: 'text', raisedOn: 'text', raisedBy: 'text?' }),
    pattern: open({ issue: 'text', time: 'text', affected: 'texts' }),
    place: open({ place: 'text' }),
    told: open(told),
    toldSecret: restricted(1, told),
    /** `step`: where the work on it stands, of police_problem_step. */
    status: open({ status: 'text', on: 'text?', step: 'text?' }),
    handling: open(handling),
    handlingSecret: restricted(2, handling),
    referral: open({ to: 'text?', on: 'text?' }),
    /** A plan and the element id of its problem. */
    plan: open({ plan: 'text?', problem: 'text?' }),
    /** By its number alone: the case is of the other compartment. */
    dispute: open({ number: 'text' }),
    file: openSet(attachment),
    secretFile: restrictedSet(3, attachment),
  },
} as const satisfies RecordSpec;
