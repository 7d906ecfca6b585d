import { nullableTextIn, textIn } from '#core/changes/record-values.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { putList, putRow } from './projected-rows.ts';
import type { Projected, Projection, Summary } from './projection.ts';

export const disputeProjection: Projection = {
  tables: [
    { table: 'dispute', record: 'id' },
    { table: 'dispute_mediator', record: 'dispute' },
  ],
  project,
};

function project(raw: SqliteDatabase, record: Projected): Summary {
  const { values } = record;
  const number = textIn(values.one('number'), 'number');
  const intake = textIn(values.one('intake'), 'date');
  const claimants = values.elements('party').filter(({ value }) => textIn(value, 'role') === 'claimant');
  const claimant = claimants
    .map((party) => nullableTextIn(values.one(`partyName:${party.id}`), 'name'))
    .find((name) => name !== null);
  putRow(raw, 'dispute', record, {
    number,
    intake,
    main_type: textIn(values.one('types'), 'main'),
    stage: textIn(values.one('stage'), 'stage'),
    district: textIn(values.one('place'), 'district'),
    claimant: claimant ?? null,
    parties: values.elements('party').length,
    steps: values.elements('step').length,
  });
  const mediators = values
    .elements('mediator')
    .flatMap(({ id: user, value }) => (value?.assigned === true ? [{ user }] : []));
  putList(raw, { table: 'dispute_mediator', of: 'dispute', columns: ['user'] }, record, mediators);
  const names = values.elements('partyName').map(({ value }) => textIn(value, 'name'));
  return { title: claimant ?? '', number, sort: intake, found: names };
}
