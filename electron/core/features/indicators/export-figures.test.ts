import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFiguresYear } from '#core/testing/figures-year.ts';
import { createPair } from '#core/testing/test-app.ts';
import { MEASURES } from '#shared/domain/indicators/definitions.ts';

const quarter = { from: '2026-01-01', to: '2026-03-31' };
const heading =
  'indicator_code,period_start,period_end,adm1_code,adm2_code,dimension,dimension_value,numerator,denominator,value,unit,left_out,version,generated_at';

let pair: Awaited<ReturnType<typeof createPair>>;
let rows: readonly (readonly string[])[];
let first: string;
let told: number;
beforeAll(async () => {
  pair = await createPair();
  const { office } = pair;
  await makeFiguresYear(office);
  const path = join(office.folder, 'table.csv');
  const file = office.app.grantPath(path, 'file');
  ({ rows: told } = await office.call('indicators.export', { ...quarter, file }));
  const [head = '', ...lines] = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  first = head;
  rows = lines.map((line) => line.split(','));
}, 60_000);
afterAll(() => pair.close());

/** Columns by name; commas stand in no cell of this data set. */
const rowsOf = (code: string) =>
  rows
    .filter(([key]) => key === code)
    .map((row) => Object.fromEntries(heading.split(',').map((name, at) => [name, row[at] ?? ''])));

it('has the columns of the long layout, and a row for each line', () => {
  expect(first).toBe(heading);
  expect(rows).toHaveLength(told);
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([14]));
});

it('tells every measure with its total first', () => {
  expect(new Set(rows.map(([key]) => key))).toEqual(new Set(MEASURES.map(({ key }) => key)));
  expect(rowsOf('F02')[0]).toMatchObject({
    period_start: '2026-01-01',
    period_end: '2026-03-31',
    dimension: 'all',
    dimension_value: '',
    numerator: '2',
    denominator: '3',
    value: '66.7',
    unit: 'percent',
    left_out: '0',
    version: '1',
  });
});

it('tells places by their codes, in columns of their own', () => {
  expect(rowsOf('F01')).toContainEqual(
    expect.objectContaining({ adm1_code: 'IQG08', adm2_code: 'IQG08Q01', dimension: 'all', value: '1' }),
  );
});

it('hides small numbers of people from whoever opens it, though its writer may see them', () => {
  const peopled = MEASURES.filter(({ people, kind }) => people !== undefined && kind !== 'hours' && kind !== 'mean');
  for (const { key } of peopled)
    for (const { numerator, denominator, left_out } of rowsOf(key))
      for (const cell of [numerator, denominator, left_out])
        expect([key, cell]).not.toEqual([key, expect.stringMatching(/^[1-4]$/)]);
  const women = rowsOf('F03').find(({ dimension_value }) => dimension_value === 'female');
  // Four of ten; of so few people nearly everything hangs together, so that not even `<5` may be told.
  expect(women).toMatchObject({ numerator: 'hidden', value: '' });
});

it('names no forum', () => {
  expect(rows.filter((row) => row[5] === 'forum')).toEqual([]);
});
