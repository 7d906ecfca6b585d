/** @file Figures that the program works out from what was recorded (docs/adr/0020). */
import { INDICATOR_CODES } from '#shared/domain/indicators/definitions.ts';
import { diskErrors } from './common-errors.ts';
import { WrittenFile } from './enrolment.ts';
import { CalendarDate, code, FileToken } from './fields.ts';
import { command, query } from './method.ts';
import { z } from './zod.ts';

/** A count; `<5`, or `hidden` where it would tell another one. */
const Count = z.union([z.number(), z.string()]);

export const IndicatorLine = z.object({
  /** `all` for the total; else of the dimensions of the measure. */
  dimension: z.string(),
  /** A code, a place, an office or a forum; empty where there is none. */
  value: z.string(),
  /** Null where the kind of the measure has none. */
  numerator: Count.nullable(),
  denominator: Count.nullable(),
  /** Null where nothing stands in the denominator, and where it would tell what is hidden. */
  figure: z.number().nullable(),
  leftOut: Count,
  /** So many cells that came up hidden are not in it. */
  withheld: z.int(),
});
export type IndicatorLine = z.infer<typeof IndicatorLine>;

export const IndicatorMeasure = z.object({
  key: z.string(),
  kind: z.string(),
  unit: z.string(),
  dimensions: z.array(z.string()),
  /** Dimensions whose lines do not add up to the total. */
  overlapping: z.array(z.string()),
  /** May contain the same person twice: names never leave an office. */
  mayRepeat: z.boolean(),
  /** The total first. */
  lines: z.array(IndicatorLine),
});
export type IndicatorMeasure = z.infer<typeof IndicatorMeasure>;

export const IndicatorFigures = z.object({
  code: z.string(),
  level: z.string(),
  /** `partly`: something in it is known as it stands today alone. */
  stands: z.string(),
  measures: z.array(IndicatorMeasure),
});
export type IndicatorFigures = z.infer<typeof IndicatorFigures>;

const IndicatorCode = code(INDICATOR_CODES);

const period = { from: CalendarDate, to: CalendarDate };

export const IndicatorPlace = z.strictObject({
  level: z.enum(['governorate', 'district', 'office', 'forum']),
  value: z.string().max(60),
});
export type IndicatorPlace = z.infer<typeof IndicatorPlace>;

export const indicatorMethods = {
  /** Code, level, unit and break-downs of every indicator. */
  'indicators.list': query({
    permission: 'figures.read',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        code: z.string(),
        level: z.string(),
        stands: z.string(),
        measures: z.array(
          z.object({ key: z.string(), kind: z.string(), unit: z.string(), dimensions: z.array(z.string()) }),
        ),
      }),
    ),
    errors: [],
  }),
  /** Of everything that this node holds. Who reads no record gets whole calendar periods, without places, small numbers hidden. */
  'indicators.compute': query({
    permission: 'figures.read',
    input: z.strictObject({
      ...period,
      place: IndicatorPlace.nullable().default(null),
      /** One indicator with its break-downs; null: the totals of all. */
      indicator: IndicatorCode.nullable().default(null),
    }),
    output: z.object({
      from: z.string(),
      to: z.string(),
      /** Small numbers are hidden below `below`. */
      hidden: z.boolean(),
      below: z.int(),
      indicators: z.array(IndicatorFigures),
      /** What offices, forums and donors are called, by language. */
      names: z.array(z.object({ id: z.string(), names: z.record(z.string(), z.string()) })),
      /** Offices and forums that may be chosen. */
      places: z.array(z.object({ level: z.string(), value: z.string() })),
    }),
    errors: ['indicators/period-backwards', 'indicators/calendar-period-only', 'indicators/no-places'],
  }),
  /** The indicator table, one row a line, as CSV; small numbers are hidden. */
  'indicators.export': command({
    permission: 'figures.read',
    runs: 'own',
    input: { ...period, file: FileToken.nullable().default(null) },
    output: z.object({ ...WrittenFile.shape, rows: z.int() }),
    errors: [...diskErrors, 'file/unknown-token', 'indicators/calendar-period-only'],
  }),
} as const;
