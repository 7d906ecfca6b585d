/** @file The figures of a period: what was counted, by measure and break-down, as far as the reader may see it. */
import type { HomeContext } from '#core/context.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import type { IndicatorFigures, IndicatorPlace } from '#shared/contract/indicators.ts';
import { answerLines } from '#shared/domain/indicators/answers.ts';
import { addsUp, type Measure } from '#shared/domain/indicators/define.ts';
import { INDICATORS, MEASURES } from '#shared/domain/indicators/definitions.ts';
import type { Item, Tags } from '#shared/domain/indicators/item.ts';
import { linesOf, valuesOf } from '#shared/domain/indicators/lines.ts';
import type { Period } from '#shared/domain/indicators/period.ts';
import { hiddenAcrossPeriods } from '#shared/domain/indicators/across-periods.ts';
import { type ShownLine, showHidden, showLine } from '#shared/domain/indicators/shown.ts';
import { type Facts, readFacts } from './read-facts.ts';

export type Asked = {
  readonly period: Period;
  readonly place: IndicatorPlace | null;
  /** Code of one indicator, with its break-downs; null: all. */
  readonly indicator: string | null;
  /** Totals alone. */
  readonly bare: boolean;
  /** For whoever reads no record, and for what leaves the office: small numbers hidden, and nothing by forum. */
  readonly hidden: boolean;
};

export type Computed = {
  readonly below: number;
  readonly facts: Facts;
  readonly indicators: readonly IndicatorFigures[];
};

export async function computeFigures(context: HomeContext, asked: Asked): Promise<Computed> {
  const { exportSmallCell: below } = await rulesInForce(context);
  // Whoever may not read the records is seen by no view: figures are counted past them, and small numbers hidden.
  const db = asked.hidden ? context.home.store.db : context.db;
  const facts = await readFacts(context, db, asked.period, below);
  const measures = MEASURES.map((measure) => ({ ...measure, dimensions: dimensionsFor(measure, asked) }));
  const linesOfPeriod = async (period: Period) =>
    linesByMeasure(measures, within(await readFacts(context, db, period, below), asked.place), true, below);
  const counted = linesByMeasure(measures, within(facts, asked.place), asked.hidden, below);
  const lines = asked.hidden ? await hiddenAcrossPeriods(counted, measures, asked.period, linesOfPeriod) : counted;
  return {
    below,
    facts,
    indicators: INDICATORS.filter(({ code }) => asked.indicator === null || code === asked.indicator).map(
      ({ code, level, stands, measures: own }) => ({
        code,
        level,
        stands,
        measures: own.map((measure) => ({
          key: measure.key,
          kind: measure.kind,
          unit: measure.unit,
          dimensions: [...dimensionsFor(measure, asked)],
          overlapping: measure.dimensions.filter((dimension) => !addsUp(measure, dimension)),
          mayRepeat: mayRepeat(measure, facts),
          lines: (lines.get(measure.key) ?? []).filter(({ dimension }) => !asked.bare || dimension === 'all'),
        })),
      }),
    ),
  };
}

/** Where small numbers are hidden, the total depends on all tables that it stands in. */
const dimensionsFor = ({ dimensions }: Measure, { bare, hidden }: Asked): Measure['dimensions'] =>
  hidden ? dimensions.filter((dimension) => dimension !== 'forum') : bare ? [] : dimensions;

type Counted = Pick<Facts, 'items' | 'sessions'>;

function within({ items, sessions }: Facts, place: IndicatorPlace | null): Counted {
  if (place === null) return { items, sessions };
  const isInside = (one: { readonly tags: Tags }) => one.tags[place.level] === place.value;
  return {
    items: Object.fromEntries(Object.entries(items).map(([key, all]) => [key, all.filter(isInside)])),
    sessions: sessions.filter(isInside),
  };
}

function linesByMeasure(
  measures: readonly Measure[],
  { items, sessions }: Counted,
  hidden: boolean,
  below: number,
): ReadonlyMap<string, readonly ShownLine[]> {
  const lines = new Map(answerLines(measures, sessions, below));
  const counted = measures.flatMap((measure) => {
    const own = items[measure.key];
    return own && !lines.has(measure.key) ? [{ measure, items: own }] : [];
  });
  const groups = Map.groupBy(counted, ({ measure }) => (hidden && measure.people) || '');
  for (const { measure, items: own } of groups.get('') ?? []) {
    lines.set(
      measure.key,
      linesOf(measure, own).map((line) => showLine(measure, line)),
    );
  }
  groups.delete('');
  for (const group of groups.values()) for (const [key, shown] of showHidden(group, below)) lines.set(key, shown);
  return lines;
}

/** People of several offices may be the same; so may participants whom no name tells apart. */
function mayRepeat({ key, unit, people }: Measure, { items, nameless, sessions }: Facts): boolean {
  if (people === undefined || unit !== 'people') return false;
  const counted: readonly { readonly tags: Tags }[] = key === 'P01_people' ? sessions : (items[key] ?? []);
  const offices = new Set(counted.flatMap(({ tags }) => valuesOf({ tags } as Item, 'office')));
  return offices.size > 1 || key === 'P01_people' || key === 'T01_reached' || (key === 'T01' && nameless);
}
