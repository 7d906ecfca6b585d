import type { HandlersOf } from '#core/context.ts';
import { checkHolding } from './check-holding.ts';
import { handOver } from './hand-over.ts';
import { reportIncident } from './report-incident.ts';

export const holdingHandlers: HandlersOf<'holdings'> = {
  'holdings.handOver': handOver,
  'holdings.check': checkHolding,
  'holdings.report': reportIncident,
};
