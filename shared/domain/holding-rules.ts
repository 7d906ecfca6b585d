/**
 * @file What cannot be true of a site, an asset or a hand-over. The contract refuses it at the field, so that the form
 * and the core say the same; what is only unlikely asks for a reason.
 */

/** `path` from the fields; `code` of the sentence that stands at the field. */
export type HoldingFault = { readonly path: readonly string[]; readonly code: HoldingFaultCode | 'field/required' };

export const HOLDING_FAULT_CODES = [
  'field/finished-before-start',
  'field/same-giver-and-receiver',
  'field/before-acquired',
] as const;
export type HoldingFaultCode = (typeof HOLDING_FAULT_CODES)[number];

type Described = {
  readonly kind: string;
  readonly kindNote: string;
  readonly status: string;
  readonly policeReport: string;
  readonly amount: number | null;
  readonly currency: string | null;
};

/** What sites and assets have in common: `other` in words, the report of what is lost, a currency with an amount. */
export function describedFaults({ kind, kindNote, status, policeReport, amount, currency }: Described): HoldingFault[] {
  return [
    ...missing('kindNote', kind === 'other' && kindNote === ''),
    ...missing('policeReport', status === 'lost_stolen' && policeReport === ''),
    ...missing('currency', amount !== null && currency === null),
  ];
}

export const worksFaults = (works: {
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
}): HoldingFault[] =>
  works.startedOn !== null && works.finishedOn !== null && works.finishedOn < works.startedOn
    ? [{ path: ['finishedOn'], code: 'field/finished-before-start' }]
    : [];

type HandedOver = {
  readonly from: string;
  readonly to: string;
  readonly toSite: string | null;
  readonly signed: boolean;
  readonly unsignedWhy: string;
};

/** A paper that nobody signed is unlikely: it asks why. */
export function handoverFaults({ from, to, toSite, signed, unsignedWhy }: HandedOver): HoldingFault[] {
  const same = from !== '' && from === to;
  return [
    ...missing('to', to === '' && toSite === null),
    ...(same ? [{ path: ['to'], code: 'field/same-giver-and-receiver' } as const] : []),
    ...missing('unsignedWhy', !signed && unsignedWhy === ''),
  ];
}

/** Nothing is handed over before it was bought. */
export const isBeforeAcquired = (date: string, acquiredOn: string | null): boolean =>
  acquiredOn !== null && date < acquiredOn;

/** Kinds of incident after which the thing is gone: police must have been told. */
export const isLossKind = (kind: string): boolean => kind === 'loss' || kind === 'theft';

export const incidentFaults = (incident: { readonly kind: string; readonly policeReport: string }): HoldingFault[] =>
  missing('policeReport', isLossKind(incident.kind) && incident.policeReport === '');

const missing = (field: string, isMissing: boolean): HoldingFault[] =>
  isMissing ? [{ path: [field], code: 'field/required' }] : [];
