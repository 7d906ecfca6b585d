import type { HandlersOf } from '#core/context.ts';
import { nullableTextIn, textIn } from '#core/changes/record-values.ts';
import { frameOf, openAnyRecord } from '#core/features/records/read-record.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { handOver } from './hand-over.ts';
import { groupsToHolding } from './holding-groups.ts';
import { recordCheck } from './record-check.ts';
import { reportIncident } from './report-incident.ts';

export const holdingHandlers: HandlersOf<'holdings'> = {
  'holdings.get': async (context, { recordId }) => {
    const record = await openAnyRecord(context, recordId);
    if (!record || (record.at !== 'site' && record.at !== 'asset')) return err(refusal('record/not-found', {}));
    const identity = record.values.one('identity');
    return ok({
      ...(await frameOf(context, record)),
      ...groupsToHolding(record.values),
      at: record.at,
      kind: textIn(identity, 'kind'),
      kindNote: textIn(identity, 'kindNote'),
      name: textIn(identity, 'name'),
      place: textIn(record.at === 'site' ? identity : record.values.one('location'), 'place'),
      acquiredOn: nullableTextIn(record.values.one('acquired'), 'acquiredOn'),
    });
  },
  'holdings.handOver': handOver,
  'holdings.check': recordCheck,
  'holdings.report': reportIncident,
};
