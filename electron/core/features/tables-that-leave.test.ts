/**
 * @file Every file that a call writes, made at an office full of canaries: what is restricted or local stands in no table
 * and in no sheet, and nowhere in the clear. Bundles are opened in exchange/withheld.test.ts, papers in the journeys.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '#core/crypto/age.ts';
import { openZip } from '#core/sheets/zip-entries.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { canariesIn, holdsCanary, type Planted, plantCanaries } from '#core/testing/canaries.ts';
import { canaryMarker } from '#core/testing/canary-text.ts';
import { carry, enrol, initHome } from '#core/testing/test-app.ts';
import { contract } from '#shared/contract/contract.ts';
import { SHEET_KINDS } from '#shared/domain/sheet-fields.ts';
import { LANGUAGES } from '#shared/text/languages.ts';

/** The other files, and where they are looked at. */
const elsewhere: Readonly<Record<string, string>> = {
  'exchange.write': 'exchange/withheld.test.ts opens every bundle',
  'papers.save': 'e2e/canaries.spec.ts prints every paper; it writes the bytes that it is given',
  'enrol.request': 'written before there are records',
  'enrol.accept': 'written by a directorate: nothing of an office is there to be told',
};
const here = ['backup.write', 'enrol.renew', 'imports.template', 'indicators.export'];

let office: BulkApp;
let directorate: BulkApp;
let planted: Planted;

beforeAll(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
  planted = await plantCanaries(office);
  await carry(office, directorate);
}, 60_000);
afterAll(async () => {
  await office.close();
  await directorate.close();
});

const fileIn = (app: BulkApp, name: string) => {
  const path = join(app.folder, name);
  return { path, token: app.app.grantPath(path, 'file') };
};

describe('what is restricted or local', () => {
  it('is looked for in every file that a call writes', () => {
    const writing = Object.entries(contract).flatMap(([name, { kind, output }]) =>
      kind === 'command' && 'shape' in output && 'file' in output.shape && 'bytes' in output.shape ? [name] : [],
    );
    expect(writing.toSorted()).toEqual([...here, ...Object.keys(elsewhere)].toSorted());
  });

  it('is in no table of indicators, wherever it is made', async () => {
    for (const app of [office, directorate]) {
      for (const [from, to] of [
        ['2026-01-01', '2026-12-31'],
        ['2026-01-01', '2026-03-31'],
        ['2026-02-01', '2026-02-28'],
      ] as const) {
        const { path, token } = fileIn(app, `table-${from}-${to}.csv`);
        const { rows } = await app.call('indicators.export', { from, to, file: token });
        expect(rows).toBeGreaterThan(100);
        const text = readFileSync(path, 'utf8');
        // It tells of these very records: people were at a training, fewer than are told.
        expect(text).toMatch(/^T01,[^\n]*,all,,<5,/m);
        expect(canariesIn(text, planted.canaries)).toEqual([]);
        expect(text).not.toContain(canaryMarker);
      }
    }
  });

  it('is in no sheet to fill in', async () => {
    for (const kind of SHEET_KINDS) {
      for (const language of LANGUAGES) {
        for (const format of ['csv', 'xlsx'] as const) {
          const { path, token } = fileIn(office, `${kind}-${language}.${format}`);
          await office.call('imports.template', { kind, language, format, to: token });
          const parts = format === 'csv' ? [readFileSync(path)] : await partsOf(readFileSync(path));
          for (const part of parts) expect(holdsCanary(part, planted.canaries), path).toBe(false);
        }
      }
    }
  });

  it('is in the clear in no backup and in no request for new keys', async () => {
    const folder = office.app.grantPath(office.folder, 'folder');
    const { file } = await office.call('backup.write', { to: folder });
    const request = fileIn(office, 'renew.cpr');
    await office.call('enrol.renew', { to: request.token });
    for (const path of [file, request.path]) {
      expect(holdsCanary(readFileSync(path), planted.canaries), path).toBe(false);
    }
  });
});

async function partsOf(workbook: Buffer): Promise<Buffer[]> {
  const zip = openZip(workbook);
  expect(zip.names.length).toBeGreaterThan(3);
  return Promise.all(zip.names.map(async (name) => Buffer.from(await collect(zip.read(name)))));
}
