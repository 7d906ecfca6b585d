/** @file Whose dispute it is, and who may sign for whom. */

/** Roles of those whose right or use is disputed: nothing is settled without each of them. All others help or look on. */
const PRINCIPAL_ROLES: ReadonlySet<string> = new Set([
  'claimant',
  'respondent',
  'co_owner',
  'heir',
  'occupant',
  'tenant',
  'landlord',
  'seller',
  'buyer',
  'neighbour',
  'farmer',
]);

const MINOR_BANDS: ReadonlySet<string> = new Set(['age_0_4', 'age_5_11', 'age_12_14', 'age_15_17']);

export const isPrincipal = ({ role }: { readonly role: string }): boolean => PRINCIPAL_ROLES.has(role);

export const isMinor = ({ ageBand }: { readonly ageBand: string }): boolean => MINOR_BANDS.has(ageBand);

export const isWoman = ({ sex, ageBand }: { readonly sex: string; readonly ageBand: string }): boolean =>
  sex === 'female' && !isMinor({ ageBand });

export type Acting = {
  /** Acts for `of`. */
  readonly by: string;
  readonly of: string;
  /** Last day; null without end. */
  readonly until: string | null;
};

/** Parties whose signature on this day binds the party: itself unless it is a minor, and those who act for it. */
export function signersFor(
  party: { readonly id: string; readonly ageBand: string },
  acting: readonly Acting[],
  day: string,
): readonly string[] {
  const others = acting.filter(({ of, until }) => of === party.id && (until === null || until >= day));
  return [...(isMinor(party) ? [] : [party.id]), ...others.map(({ by }) => by)];
}
