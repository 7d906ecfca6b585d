/** @file Groups with more than one current value, and records voided unseen, for people to decide (docs/adr/0012). */
import { withoutKeys } from '#core/changes/blob-ref.ts';
import { bytesToUuid } from '#core/changes/ids.ts';
import { isRecordType } from '#core/changes/registry.ts';
import type { HomeContext } from '#core/context.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { conflictRule } from '#shared/domain/conflict-rules.ts';
import { causeOf, togetherOf } from './conflict-cause.ts';
import { differingFields, headValues, type HeadValue } from './conflict-values.ts';
import { mayVoid } from './guards.ts';
import { authorNames } from './authors.ts';
import { headsOf, isNewer, mayOf } from './read-record.ts';
import { listVoidConflicts, type VoidConflict } from './void-conflicts.ts';

type Row = OutputOf<'records.conflicts'>[number];

/** As many as a person settles in one sitting; the count on the exchange screen tells how many there are. */
const shown = 200;

export async function listConflicts(context: HomeContext): Promise<Row[]> {
  const names = await authorNames(context);
  const rows = await context.db
    .selectFrom('val')
    .innerJoin('record', 'record.id', 'val.agg')
    .select(['val.agg', 'val.grp', 'val.at', 'val.id16', 'record.title', 'record.number', 'record.owner'])
    .where('val.heads', '>', 1)
    // What is void is settled by that, unless somebody takes it back.
    .where((eb) => eb.or([eb('record.voided', '=', 0), eb('val.grp', '=', 'void')]))
    .orderBy('record.updated', 'desc')
    .orderBy('val.grp')
    .limit(shown)
    .execute();
  const frames = createFrames(context);
  const conflicts: Row[] = [];
  for (const row of rows) {
    const values = await headValues(context, row, names);
    const frame = await frames(row.agg, row.at, row.owner);
    const rule = conflictRule(row.at, row.grp);
    conflicts.push({
      ...frame.shared,
      title: titleOf(row),
      group: row.grp,
      nature: row.grp === 'void' ? 'void' : rule.nature,
      cause: causeOf(values, frame.owner, frame.isAbove),
      together: togetherOf(values),
      values: values.map(toValue),
      differs: differingFields(values),
      texts: [...rule.texts],
      whole: rule.whole,
      edits: [],
      // Who owns a record is settled by handing it over.
      may: frame.shared.may && row.grp !== 'owner',
    });
  }
  for (const found of await listVoidConflicts(context, { names, limit: shown })) {
    conflicts.push(await voidedRow(context, found, frames));
  }
  return conflicts;
}

type Frame = {
  readonly shared: Pick<Row, 'recordId' | 'recordType' | 'may' | 'heads'>;
  readonly owner: { readonly node: string; readonly name: string };
  readonly isAbove: (node: string) => boolean;
};
type Frames = (agg: Uint8Array, at: string, owner: string | null) => Promise<Frame>;

/** What conflicts of one record share, read once. */
function createFrames(context: HomeContext): Frames {
  const known = new Map<string, Frame>();
  const { rosters, changes } = context.home;
  const roster = changes.rosterAt(rosters.self().roster);
  return async (agg, at, owner) => {
    const recordId = bytesToUuid(agg);
    const before = known.get(recordId);
    if (before) return before;
    const node = owner ?? '';
    const record = isRecordType(at) ? { at, voided: false, mine: node === rosters.self().node, owner: node } : null;
    const may = record ? mayOf(context, record, await isNewer(context, recordId)) : null;
    const frame: Frame = {
      shared: {
        recordId,
        recordType: at,
        may: may !== null && (may.edit || may.correct),
        heads: await headsOf(context, recordId),
      },
      owner: { node, name: rosters.nodeName(owner) },
      isAbove: (other) => roster?.isAncestor(other, node) ?? false,
    };
    known.set(recordId, frame);
    return frame;
  };
}

async function voidedRow(context: HomeContext, found: VoidConflict, frames: Frames): Promise<Row> {
  const { voiding, edits, at: recordType, owner } = found;
  const frame = await frames(found.agg, recordType, owner);
  const mine = owner === context.home.rosters.self().node;
  return {
    ...frame.shared,
    title: titleOf(found),
    group: 'void',
    nature: 'void',
    cause: { ...causeOf([voiding, ...edits], frame.owner, frame.isAbove), kind: 'voided' },
    together: togetherOf([voiding, ...edits]),
    values: [toValue({ ...voiding, shown: true })],
    differs: ['voided'],
    texts: [],
    whole: true,
    edits: edits.map(({ group, value, by, nodeName, at }) => ({ group, value: withoutKeys(value), by, nodeName, at })),
    may: frame.shared.may && mayVoid(context, { at: recordType, mine }),
  };
}

export const titleOf = ({ number, title }: { readonly number: string; readonly title: string }): string =>
  [number, title].filter((part) => part !== '').join(' · ');

const toValue = ({ changeId, value, state, by, nodeName, at, shown: isShown }: HeadValue): Row['values'][number] => ({
  changeId,
  value: withoutKeys(value),
  state,
  by,
  nodeName,
  at,
  shown: isShown,
});
