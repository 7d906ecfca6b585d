import type { HandlersOf } from '#core/context.ts';
import type { IndicatorPlace } from '#shared/contract/indicators.ts';
import { INDICATORS } from '#shared/domain/indicators/definitions.ts';
import { kindOfPeriod, type Period } from '#shared/domain/indicators/period.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { computeFigures } from './compute-figures.ts';
import { exportFigures } from './export-figures.ts';
import { figureNames, placesToChoose } from './figure-names.ts';

export const indicatorHandlers: HandlersOf<'indicators'> = {
  'indicators.list': async () =>
    ok(
      INDICATORS.map(({ code, level, stands, measures }) => ({
        code,
        level,
        stands,
        measures: measures.map(({ key, kind, unit, dimensions }) => ({ key, kind, unit, dimensions: [...dimensions] })),
      })),
    ),
  'indicators.compute': async (context, { from, to, place, indicator }) => {
    const hidden = context.session.access.policing !== 'all';
    const period = { from, to };
    const allowed = mayAsk(hidden, period, place);
    if (!allowed.ok) return allowed;
    const asked = { period, place, indicator, bare: indicator === null, hidden };
    const { facts, below, indicators } = await computeFigures(context, asked);
    return ok({
      from,
      to,
      hidden,
      below,
      indicators: [...indicators],
      names: await figureNames(context, facts, hidden),
      places: hidden ? [] : placesToChoose(facts),
    });
  },
  'indicators.export': exportFigures,
};

type Refused = AppError<'indicators/period-backwards' | 'indicators/calendar-period-only' | 'indicators/no-places'>;

/** Taken from one another, figures of overlapping days or of places would tell what each of them hides. */
function mayAsk(hidden: boolean, period: Period, place: IndicatorPlace | null): Result<null, Refused> {
  if (period.to < period.from) return err(refusal('indicators/period-backwards', {}));
  if (!hidden) return ok(null);
  if (kindOfPeriod(period) === null) return err(refusal('indicators/calendar-period-only', {}));
  return place === null ? ok(null) : err(refusal('indicators/no-places', {}));
}
