import type { HandlersOf } from '#core/context.ts';
import { forumNameOf } from '#core/features/forums/forum-name.ts';
import { formHeadsOf, frameOf, openRecord } from '#core/features/records/read-record.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import { sideOf } from '#shared/domain/mapping.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { closeMapping, reopenMapping } from './close-mapping.ts';
import { createMapping } from './create-mapping.ts';
import { editMapping } from './edit-mapping.ts';
import { figuresOf, mapOf } from './mapping-figures.ts';
import { chainsOf, closedOn, conductOf, peopleOf, placesOf, sessionOf, sheetsOf, trustOf } from './mapping-groups.ts';
import { mappingRounds } from './mapping-rounds.ts';
import { listMappings } from './mappings-store.ts';

export const mappingHandlers: HandlersOf<'mappings'> = {
  'mappings.list': async (context, input) => {
    const { rows, total } = await listMappings(context.db, input);
    const named = rows.map(({ owner, ...row }) => ({ ...row, ownerName: context.home.rosters.nodeName(owner) }));
    return ok({ rows: named, total });
  },
  'mappings.get': async (context, { mappingId }) => {
    const record = await openRecord(context, mappingId, 'mapping');
    if (!record) return err(refusal('record/not-found', {}));
    const { values } = record;
    const { exportSmallCell: below } = await rulesInForce(context);
    const frame = await frameOf(context, record);
    const session = sessionOf(values);
    const figures = figuresOf(values, below);
    const closed = closedOn(values);
    return ok({
      ...frame,
      may: { ...frame.may, edit: frame.may.edit && closed === null, correct: false },
      ...session,
      forumName: (await forumNameOf(context.db, session.forumId)) ?? '',
      closedOn: closed,
      side: sideOf(session.group, peopleOf(values)),
      conduct: conductOf(values),
      below,
      people: figures && [...figures.people],
      answers: figures && [...figures.answers],
      map: mapOf([values], below),
    });
  },
  'mappings.form': async (context, { mappingId }) => {
    const record = await openRecord(context, mappingId, 'mapping');
    if (!record) return err(refusal('record/not-found', {}));
    const { values, mine } = record;
    const conduct = conductOf(values);
    if (!mine || conduct === null) return err(refusal('record/not-yours', {}));
    if (closedOn(values) !== null) return err(refusal('mapping/closed', {}));
    return ok({
      ...sessionOf(values),
      heads: await formHeadsOf(context, mappingId),
      ...conduct,
      participants: peopleOf(values),
      sheets: sheetsOf(values),
      trust: trustOf(values),
      places: placesOf(values),
      chains: chainsOf(values),
    });
  },
  'mappings.rounds': mappingRounds,
  'mappings.create': createMapping,
  'mappings.edit': editMapping,
  'mappings.close': closeMapping,
  'mappings.reopen': reopenMapping,
};
