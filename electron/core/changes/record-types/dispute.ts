import { disputeAgreement } from './dispute-agreement.ts';
import { disputePeople, disputePeopleLocal } from './dispute-people.ts';
import { disputeReferral } from './dispute-referral.ts';
import { disputeRights } from './dispute-rights.ts';
import { disputeWork } from './dispute-work.ts';
import { frame, hlp, open, openSet, type RecordSpec, restricted } from './record-spec.ts';

/** Restricted groups are numbered over all files: the next free number is 33 (docs/adr/0022). */
export const disputeType = {
  ...hlp,
  groups: {
    ...frame,
    number: open({ number: 'text', year: 'int', series: 'text', serial: 'int' }),
    intake: open({ date: 'text', channel: 'text' }),
    types: open({ main: 'text', others: 'texts' }),
    place: open({ district: 'text' }),
    narrative: restricted(4, { text: 'text' }),
    ...disputePeople,
    ...disputeRights,
    ...disputeWork,
    ...disputeAgreement,
    ...disputeReferral,
    /** A hand-over to another office (docs/adr/0010); `to` a node, `state` one of TRANSFER_STATE, `reason` a code. */
    transfer: open({ to: 'text', state: 'text', reason: 'text?', parcel: 'parcel?', papers: 'parcels' }),
    /** Element id is a node that may read all of it. */
    share: openSet({ parcel: 'parcel?', papers: 'parcels' }),
  },
  local: disputePeopleLocal,
} as const satisfies RecordSpec;
