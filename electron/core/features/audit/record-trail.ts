import type { Handler } from '#core/context.ts';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { uuidToBytes, wireToUuid } from '#core/changes/ids.ts';
import { readTrail } from '#core/changes/trail.ts';
import { authorNames, authorNode } from '#core/features/records/authors.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

/** An auditor sees no record, so the views show none: this reads past them, and headers alone. */
export const recordTrail: Handler<'audit.record'> = async (context, { recordId }) => {
  const entries = readTrail(context.home.store.raw, uuidToBytes(recordId));
  if (entries.length === 0) return err(refusal('record/not-found', {}));
  const names = await authorNames(context);
  return ok(
    entries.map(({ changeId, header }) => ({
      changeId,
      kind: header.kind,
      at: hlcToMoment(header.hlc),
      by: names.get(wireToUuid(header.by)) ?? '',
      role: header.role,
      nodeName: context.home.rosters.nodeName(authorNode(context, header)),
      groups: header.w.length,
    })),
  );
};
