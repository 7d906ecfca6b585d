import {
  attachment,
  entries,
  frame,
  hlp,
  localSet,
  open,
  openSet,
  type RecordSpec,
  restricted,
  restrictedEntries,
  restrictedSet,
} from './record-spec.ts';

export const disputeType = {
  ...hlp,
  groups: {
    ...frame,
    number: open({ number: 'text', year: 'int', series: 'text', serial: 'int' }),
    intake: open({ date: 'text', channel: 'text' }),
    types: open({ main: 'text', others: 'texts' }),
    place: open({ district: 'text' }),
    stage: open({ stage: 'text', since: 'text', heldFrom: 'text?', outcome: 'text?' }),
    party: openSet({ kind: 'text', role: 'text', sex: 'text', ageBand: 'text' }),
    consent: openSet({ scope: 'text', status: 'text', method: 'text?', date: 'text?' }),
    step: entries({ kind: 'text', date: 'text', corrects: 'text?' }),
    /** Element id is the user's record id. */
    mediator: openSet({ assigned: 'flag' }),
    stageNote: restricted(1, { reason: 'text' }),
    partyName: restrictedSet(2, { name: 'text', phone: 'text?' }),
    property: restricted(3, { type: 'text?', place: 'text?', description: 'text' }),
    narrative: restricted(4, { text: 'text' }),
    stepText: restrictedEntries(5, { text: 'text', next: 'text' }),
    paper: restrictedSet(6, attachment),
    /** Codes of `vulnerability_flag` of a party, as far as they may leave the computer. Written for each, also where there are none. */
    protection: restrictedSet(7, { flags: 'texts' }),
    /** A hand-over to another office (docs/adr/0010); `to` a node, `state` one of TRANSFER_STATE, `reason` a code. */
    transfer: open({ to: 'text', state: 'text', reason: 'text?', parcel: 'parcel?', papers: 'parcels' }),
    /** Element id is a node that may read all of it. */
    share: openSet({ parcel: 'parcel?', papers: 'parcels' }),
  },
  local: {
    /** The flags of a party whose mere being there betrays a person. */
    protectionLocal: localSet({ flags: 'texts' }),
  },
} as const satisfies RecordSpec;
