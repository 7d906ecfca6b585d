/** @file A01 to A03: offices that serve forums, and what was handed over. */
import { addDays } from '#shared/text/calendar.ts';
import { coverageOf, type CoverageForum, type CoverageOffice } from '#shared/domain/coverage.ts';
import { CURRENCIES } from '#shared/domain/money.ts';
import { counted, type Item, judged, type Tags } from './item.ts';
import { isIn, type Period, yearBefore } from './period.ts';

type Tagged<T> = T & { readonly tags: Tags };

/** What an indicator compares over years; the rules of the directorate may change and do not count here. */
const service = { maxForums: 5, radiusKm: 50 };

/** `forums`: those of F02. */
export function serviceItems(
  offices: readonly Tagged<CoverageOffice>[],
  forums: readonly Tagged<CoverageForum>[],
): Record<string, Item[]> {
  const coverage = coverageOf(offices, forums, service);
  const findings = new Map(coverage.forums.map((forum) => [forum.id, forum.findings]));
  const full = new Set(coverage.offices.filter((office) => office.full).map(({ id }) => id));
  const of = ({ id }: { readonly id: string }) => findings.get(id) ?? [];
  return {
    A01: forums.map((forum) => judged(forum.tags, isServed(of(forum)))),
    A01_full: offices.filter(({ id }) => full.has(id)).map(({ tags }) => counted(tags)),
    A01_far: forums.filter((forum) => of(forum).includes('too_far')).map(({ tags }) => counted(tags)),
  };
}

/** Null where all is well but the distance, which nobody knows. */
function isServed(findings: readonly string[]): boolean | null {
  if (findings.length === 0) return true;
  return findings.every((finding) => finding === 'no_position') ? null : false;
}

/** A site, a vehicle or a piece of equipment. */
export type HoldingFact = {
  readonly quantity: number;
  /** In whole units of the currency. */
  readonly amount: number | null;
  readonly currency: string | null;
  /** As it stands now. */
  readonly status: string;
  /** Days of signed hand-overs, those that were corrected left out. */
  readonly handovers: readonly string[];
  /** In the order of their days, those that were corrected left out. */
  readonly checks: readonly { readonly date: string; readonly status: string; readonly condition: string }[];
  readonly tags: Tags;
};

const inUseAfterDays = 180;

export function holdingItems(holdings: readonly HoldingFact[], period: Period): Record<string, Item[]> {
  const given = holdings.filter(({ handovers }) => handovers.some((date) => isIn(period, date)));
  const since = addDays(period.to, -inUseAfterDays);
  const settled = holdings.filter(({ handovers }) => handovers.some((date) => date <= since));
  const valueItems = CURRENCIES.map((currency) => [
    `A02_${currency}`,
    given
      .filter((one) => one.currency === currency && one.amount !== null)
      .map(({ amount, tags }) => counted(tags, amount ?? 0)),
  ]);
  return {
    A02: given.map(({ quantity, tags }) => counted(tags, quantity)),
    ...Object.fromEntries(valueItems),
    A03: settled
      .filter(({ status }) => status !== 'returned' && status !== 'disposed')
      .map((one) => usedItem(one, period)),
  };
}

function usedItem({ checks, quantity, tags }: HoldingFact, period: Period): Item {
  const last = checks.filter(({ date }) => date <= period.to).at(-1);
  const isUsed = last !== undefined && isIn(yearBefore(period), last.date) && last.status === 'in_use';
  return { n: isUsed ? quantity : 0, of: quantity, left: 0, tags: { ...tags, asset_condition: last?.condition ?? '' } };
}
