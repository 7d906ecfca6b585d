import type { MappingForm as StoredMapping } from '#shared/contract/mappings.ts';
import { TRUST_ACTOR } from '#shared/domain/generated/code-lists.ts';
import { isMensGroup, isWomensGroup, TRUST_CASES, type TrustCase } from '#shared/domain/mapping.ts';
import { newElementId } from '#renderer/client/new-id.ts';

/** A session as it is typed: codes, numbers and dates may still be missing. */
export type MappingForm = {
  readonly place: string | null;
  readonly forumId: string | null;
  readonly date: string | null;
  readonly group: string | null;
  readonly round: number | null;
  readonly facilitators: number | null;
  readonly womenFacilitators: number | null;
  readonly guardianConsent: boolean;
  readonly reason: string;
  readonly participants: readonly PeopleForm[];
  readonly sheets: readonly SheetForm[];
  readonly trust: readonly TrustForm[];
  readonly places: readonly PlaceForm[];
  readonly chains: Readonly<Record<TrustCase, ChainForm>>;
};

/** The id is the form's own: lines are counts without identity. */
export type PeopleForm = {
  readonly id: string;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly count: number | null;
};
export type SheetForm = {
  readonly id: string;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly displacement: string | null;
  readonly disability: string | null;
  readonly safeDay: string | null;
  readonly safeNight: string | null;
  /** Answer by actor; actors that were not asked about are not in it. */
  readonly turnTo: Readonly<Record<string, string>>;
  readonly reports: string | null;
  readonly reportsToWoman: string | null;
};
export type TrustForm = {
  readonly id: string;
  readonly actor: string | null;
  readonly turnTo: string | null;
  readonly influence: string | null;
  readonly effect: string | null;
  readonly reachable: string | null;
};
export type PlaceForm = {
  readonly id: string;
  readonly name: string;
  readonly day: string | null;
  readonly night: string | null;
  readonly forWhom: string;
  readonly why: string;
};
export type ChainForm = { readonly actors: readonly string[]; readonly ends: string };

const emptyChain: ChainForm = { actors: [], ends: '' };

export const emptyMapping: MappingForm = {
  place: null,
  forumId: null,
  date: null,
  group: null,
  round: null,
  facilitators: null,
  womenFacilitators: null,
  guardianConsent: false,
  reason: '',
  participants: [],
  sheets: [],
  trust: [],
  places: [],
  chains: { theft: emptyChain, harassment: emptyChain, family_violence: emptyChain },
};

/** The sex that a group's name tells already. */
export const sexOfGroup = (group: string | null): string | null =>
  isWomensGroup(group) ? 'female' : isMensGroup(group) ? 'male' : null;

export const newPeople = (group: string | null): PeopleForm => ({
  id: newElementId(),
  sex: sexOfGroup(group),
  ageBand: null,
  count: null,
});
export const newSheet = (group: string | null): SheetForm => ({
  id: newElementId(),
  sex: sexOfGroup(group),
  ageBand: null,
  displacement: null,
  disability: 'unknown',
  safeDay: null,
  safeNight: null,
  turnTo: {},
  reports: null,
  reportsToWoman: null,
});
export const newTrust = (actor: string | null = null): TrustForm => ({
  id: newElementId(),
  actor,
  turnTo: null,
  influence: null,
  effect: null,
  reachable: null,
});
export const newPlace = (): PlaceForm => ({
  id: newElementId(),
  name: '',
  day: null,
  night: null,
  forWhom: '',
  why: '',
});

/** The actors of the list that do not stand in the map yet. */
export const actorsLeft = (trust: readonly TrustForm[]): readonly string[] =>
  TRUST_ACTOR.filter((actor) => trust.every((line) => line.actor !== actor));

export function mappingFormOf(stored: StoredMapping): MappingForm {
  const { heads: _, participants, sheets, chains, ...rest } = stored;
  return {
    ...rest,
    participants: participants.map((line) => ({ id: newElementId(), ...line })),
    sheets: sheets.map((sheet) => ({
      ...sheet,
      turnTo: Object.fromEntries(sheet.turnTo.map(({ actor, answer }) => [actor, answer])),
    })),
    chains: Object.fromEntries(
      TRUST_CASES.map((name) => {
        const chain = chains.find((one) => one.case === name);
        return [name, chain ? { actors: chain.actors, ends: chain.ends } : emptyChain];
      }),
    ) as Record<TrustCase, ChainForm>,
  };
}

/** What `mappings.create` and `mappings.edit` take, before it is judged. */
export function mappingInputOf(form: MappingForm): unknown {
  return {
    ...form,
    participants: form.participants.map(({ sex, ageBand, count }) => ({ sex, ageBand, count })),
    sheets: form.sheets.map((sheet) => ({
      ...sheet,
      turnTo: Object.entries(sheet.turnTo).map(([actor, answer]) => ({ actor, answer })),
      // Asked of women alone.
      reports: sheet.sex === 'male' ? null : sheet.reports,
      reportsToWoman: sheet.sex === 'male' ? null : sheet.reportsToWoman,
    })),
  };
}
