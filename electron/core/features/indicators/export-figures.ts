/** @file The indicator table as a file: one row for each indicator, place, period and line of a break-down. */
import type { Handler, HomeContext } from '#core/context.ts';
import { exclusively } from '#core/db/transaction.ts';
import { writeSmallFile } from '#core/features/enrolment/small-files.ts';
import { allPlaces } from '#core/features/places/all-places.ts';
import type { IndicatorLine } from '#shared/contract/indicators.ts';
import { kindOfPeriod, type Period } from '#shared/domain/indicators/period.ts';
import { governorateOf, type Place } from '#shared/domain/places.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { writeCsv } from '#shared/text/csv.ts';
import { computeFigures } from './compute-figures.ts';

const heading = [
  'indicator_code',
  'period_start',
  'period_end',
  'adm1_code',
  'adm2_code',
  'dimension',
  'dimension_value',
  'numerator',
  'denominator',
  'value',
  'unit',
  'left_out',
  'version',
  'generated_at',
];

/** Leaves the office: whoever writes it, small numbers are hidden. */
export const exportFigures: Handler<'indicators.export'> = async (context, { from, to, file }) => {
  const period = { from, to };
  if (kindOfPeriod(period) === null) return err(refusal('indicators/calendar-period-only', {}));
  const rows = await exclusively(context.home.store, () => tableRows(context, period));
  const text = new TextEncoder().encode(writeCsv([heading, ...rows]));
  const written = await writeSmallFile(context, file, `indicators-${from}-${to}.csv`, text);
  return written.ok ? ok({ ...written.value, rows: rows.length }) : written;
};

async function tableRows(context: HomeContext, period: Period): Promise<string[][]> {
  const places = await allPlaces(context);
  const asked = { period, place: null, indicator: null, bare: false, hidden: true };
  const { indicators } = await computeFigures(context, asked);
  const generatedAt = new Date(context.services.ports.now()).toISOString();
  return indicators.flatMap(({ measures }) =>
    measures.flatMap(({ key, kind, unit, lines }) =>
      lines.map((line) => [
        key,
        period.from,
        period.to,
        ...placeCells(line, places),
        ...dimensionCells(line, context),
        cell(line.numerator),
        cell(line.denominator),
        cell(line.figure),
        unitOf(kind, unit),
        cell(line.leftOut),
        // A period is not frozen yet: every table is the first.
        '1',
        generatedAt,
      ]),
    ),
  );
}

const cell = (count: number | string | null): string => (count === null ? '' : String(count));
const unitOf = (kind: string, unit: string): string => (kind === 'share' ? 'percent' : unit);

function placeCells({ dimension, value }: IndicatorLine, places: readonly Place[]): [string, string] {
  if (dimension === 'governorate') return [value, ''];
  return dimension === 'district' ? [governorateOf(places, value) ?? '', value] : ['', ''];
}

function dimensionCells({ dimension, value }: IndicatorLine, { home }: HomeContext): [string, string] {
  if (dimension === 'all' || dimension === 'governorate' || dimension === 'district') return ['all', ''];
  return [dimension, dimension === 'office' && value !== '' ? home.rosters.nodeName(value) : value];
}
