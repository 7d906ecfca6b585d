/**
 * @file Bringing in a sheet of 10,000 rows of equipment: the dry run into an office that holds as many pieces already, the
 * longest that another call waits meanwhile, the import and taking it back.
 */
import { performance } from 'node:perf_hooks';
import type { BulkApp } from '#core/testing/bulk-app.ts';
import { sheetOf } from '#core/testing/sheets/make-xlsx.ts';
import { writeCsv } from '#shared/text/csv.ts';
import { type Bench, median, p95, timeOf, timesOf } from './measure.ts';
import { createBenchPair } from './office.ts';

const rows = 10_000;
const runs = 5;
/** People look for letters that do not come once a call takes longer. */
const patienceMs = 500;

export const importBench: Bench = {
  name: 'import',
  run: async () => {
    const { office, close } = await createBenchPair();
    const fresh = await sourceOf(office, sheetOf(equipment('A')));
    const first = await office.call('imports.check', fresh);
    const imported = await timeOf(() => office.call('imports.run', { ...fresh, ...named(first.digest) }));
    const [made] = await office.call('imports.list', {});
    const undone = await timeOf(() => office.call('imports.undo', { importId: made?.id ?? '', reason: 'x' }));
    const again = await office.call('imports.check', fresh);
    await office.call('imports.run', { ...fresh, ...named(again.digest) });

    const other = await sourceOf(office, sheetOf(equipment('B')));
    const csv = await sourceOf(office, Buffer.from(writeCsv(equipment('B')), 'utf8'));
    const xlsxTimes = await timesOf(runs, () => office.call('imports.check', other));
    const csvTimes = await timesOf(runs, () => office.call('imports.check', csv));
    const doubled = await timesOf(runs, () => office.call('imports.check', fresh));
    const waits = await waitsDuring(office, () => office.call('imports.check', other));
    await close();
    return [
      {
        what: `${rows} new rows of .xlsx checked, median`,
        value: median(xlsxTimes),
        unit: 'ms',
        goal: { atMost: 10_000 },
      },
      {
        what: `${rows} new rows of .csv checked, median`,
        value: median(csvTimes),
        unit: 'ms',
        goal: { atMost: 10_000 },
      },
      {
        what: `${rows} rows that are all there checked, median`,
        value: median(doubled),
        unit: 'ms',
        goal: { atMost: 10_000 },
      },
      { what: 'another call during a check, p95', value: p95(waits), unit: 'ms', goal: { atMost: patienceMs } },
      { what: 'another call during a check, longest', value: Math.max(...waits), unit: 'ms' },
      { what: `${rows} rows brought in`, value: imported, unit: 'ms' },
      { what: `${rows} rows taken back`, value: undone, unit: 'ms' },
    ];
  },
};

const named = (digest: string) => ({ name: 'x.xlsx', digest, doubles: { all: 'skip' as const, rows: [] } });

const equipment = (series: string): string[][] => [
  ['name', 'kind', 'serial', 'place', 'status', 'condition', 'quantity', 'acquiredOn', 'amount', 'currency'],
  ...Array.from({ length: rows }, (_, n) => [
    `جهاز ${n}`,
    n % 2 === 0 ? 'حاسوب' : 'computer',
    `${series}-${String(n).padStart(6, '0')}`,
    'IQG10Q03',
    'in_use',
    'good',
    '1',
    '15/03/2025',
    '1250.50',
    'USD',
  ]),
];

async function sourceOf(office: BulkApp, contents: Uint8Array) {
  let token: string | null = null;
  const most = 500_000;
  for (let at = 0; token === null || at < contents.length; at += most) {
    const data = Buffer.from(contents.subarray(at, at + most)).toString('base64');
    const staged: { token: string } = await office.call('files.stage', {
      token,
      name: 'x',
      data,
      secret: true,
      last: at + most >= contents.length,
    });
    token = staged.token;
  }
  const { columns } = await office.call('imports.look', { kind: 'assets', file: token });
  const chosen = columns.flatMap(({ column, field }) => (field === null ? [] : [{ column, field }]));
  return { kind: 'assets' as const, file: token, columns: chosen };
}

/** Ms that lists took, asked one after the other while the work goes on. */
async function waitsDuring(office: BulkApp, work: () => Promise<unknown>): Promise<number[]> {
  const waits: number[] = [];
  let isOver = false;
  const running = work().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const started = performance.now();
    await office.call('assets.list', {});
    waits.push(performance.now() - started);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await running;
  return waits;
}
