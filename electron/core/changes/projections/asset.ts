import { idIn, nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const assetProjection: Projection = {
  tables: [{ table: 'asset', record: 'id' }],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const identity = values.one('identity');
  const mark = values.one('mark');
  const location = values.one('location');
  const state = values.one('state');
  const name = textIn(identity, 'name');
  const plate = textIn(mark, 'plate');
  const serial = textIn(mark, 'serial');
  putRow(raw, 'asset', record, {
    kind: textIn(identity, 'kind'),
    name,
    mark: plate || serial,
    place: textIn(location, 'place'),
    site: idIn(location, 'site'),
    status: textIn(state, 'status'),
    condition: textIn(state, 'condition'),
    handed: lastDate(values, 'handover'),
    checked: lastDate(values, 'check'),
  });
  const acquired = nullableTextIn(values.one('acquired'), 'acquiredOn') ?? '';
  return { title: name, number: plate || serial, sort: acquired, found: [serial, textIn(identity, 'kindNote')] };
}

/** The latest day among the entries that no later entry corrects; empty where there is none. */
function lastDate(values: RecordValues, group: string): string {
  const entries = values.elements(group);
  const corrected = new Set(entries.map(({ value }) => textIn(value, 'corrects')));
  const dates = entries.flatMap(({ id, value }) => (corrected.has(id) ? [] : [textIn(value, 'date')]));
  return dates.toSorted().at(-1) ?? '';
}
