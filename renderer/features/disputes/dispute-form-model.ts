import type { DisputeView } from '#shared/contract/disputes.ts';
import { INTAKE_CONSENT_SCOPES, isConsentAnswered } from '#shared/domain/consent.ts';
import { newElementId } from '#renderer/client/new-id.ts';

/** A dispute as it is typed: codes and dates may still be missing. */
export type DisputeForm = {
  readonly intakeDate: string | null;
  readonly channel: string | null;
  readonly mainType: string | null;
  readonly otherTypes: readonly string[];
  readonly district: string | null;
  readonly properties: readonly PropertyForm[];
  /** `null`: kept at the owning office, and left as it is there. */
  readonly narrative: string | null;
  readonly parties: readonly PartyForm[];
  readonly consents: readonly ConsentForm[];
  /** The office of this computer owns it: what a party needs care for is written there alone. */
  readonly mine: boolean;
};

export type PropertyForm = {
  readonly id: string;
  readonly type: string | null;
  readonly condition: string | null;
  readonly place: string | null;
  /** `null`: kept at the owning office, and left as it is there. */
  readonly description: string | null;
};
export type PartyForm = {
  readonly id: string;
  /** `null`: kept at the owning office, and left as it is there. */
  readonly name: string | null;
  readonly phone: string;
  readonly kind: string | null;
  readonly role: string | null;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly displacement: string | null;
  readonly headsHousehold: boolean;
  readonly household: number | null;
  /** `null`: kept at the owning office, and left as it is there. */
  readonly protection: readonly string[] | null;
};
export type ConsentForm = {
  readonly id: string;
  readonly scope: string | null;
  readonly status: string | null;
  readonly method: string | null;
  readonly date: string | null;
  readonly party: string | null;
  readonly body: string | null;
  /** `null`: kept at the owning office. */
  readonly recipient: string | null;
  readonly node: string | null;
  readonly language: string | null;
  readonly witness: string | null;
  readonly withdrawn: string | null;
};

/** Asks all consents of the intake; none is taken as given. */
export const emptyDispute = (): DisputeForm => ({
  intakeDate: null,
  channel: null,
  mainType: null,
  otherTypes: [],
  district: null,
  properties: [newProperty()],
  narrative: '',
  parties: [],
  consents: INTAKE_CONSENT_SCOPES.map((scope) => ({ ...newConsent(), scope })),
  mine: true,
});

/** The first party of a case is the one who came. */
export const newParty = (isFirst: boolean, mine: boolean): PartyForm => ({
  id: newElementId(),
  name: '',
  phone: '',
  kind: 'natural_person',
  role: isFirst ? 'claimant' : null,
  sex: null,
  ageBand: null,
  displacement: null,
  headsHousehold: false,
  household: null,
  protection: mine ? [] : null,
});

export const newConsent = (): ConsentForm => ({
  id: newElementId(),
  scope: null,
  status: 'not_asked',
  method: null,
  date: null,
  party: null,
  body: null,
  recipient: '',
  node: null,
  language: null,
  witness: '',
  withdrawn: null,
});

export const newProperty = (): PropertyForm => ({
  id: newElementId(),
  type: null,
  condition: null,
  place: null,
  description: '',
});

export function disputeFormOf(view: DisputeView): DisputeForm {
  const { intakeDate, channel, mainType, otherTypes, district, properties, narrative, consents } = view;
  const { mine } = view.owner;
  return {
    intakeDate,
    channel,
    mainType,
    otherTypes,
    district,
    properties,
    narrative,
    parties: view.parties.map((party) => ({
      ...party,
      phone: party.phone ?? '',
      protection: mine ? party.protection : null,
    })),
    consents,
    mine,
  };
}

/** A row nobody typed into is no property. */
const isEmptyProperty = ({ type, condition, place, description }: PropertyForm): boolean =>
  type === null && condition === null && place === null && description?.trim() === '';

/** Families, groups and bodies have no sex and age. */
export const isPerson = (party: PartyForm): boolean => party.kind === null || party.kind === 'natural_person';

/** Only an answer has a way it was given and a date. */
export const isAnswered = (consent: ConsentForm): boolean =>
  consent.status !== null && isConsentAnswered(consent.status);

/** What `disputes.open` and `disputes.edit` take, before it is judged. */
export function disputeInputOf({ narrative, mine: _, ...form }: DisputeForm): unknown {
  return {
    ...form,
    properties: form.properties.filter((property) => !isEmptyProperty(property)),
    narrative: narrative ?? '',
    parties: form.parties.map((party) => ({
      ...party,
      phone: party.phone === '' ? null : party.phone,
      ...(isPerson(party) ? {} : { sex: 'not_stated', ageBand: 'unknown' }),
    })),
    consents: form.consents.map((consent) =>
      isAnswered(consent) ? consent : { ...consent, method: null, date: null },
    ),
  };
}

/** Who came with the case, for the name of its draft. */
export const claimantOf = (form: DisputeForm): string =>
  form.parties.find(({ role }) => role === 'claimant')?.name?.trim() ?? '';
