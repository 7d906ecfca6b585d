import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetLimits } from '#core/sheets/sheet.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleForum } from '#core/testing/samples.ts';
import { sheetOf, workbookParts, zip } from '#core/testing/sheets/make-xlsx.ts';
import { stage } from '#core/testing/stage.ts';
import { createTestApp, initHome } from '#core/testing/test-app.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
  await signIn(place.office, 'policing_officer');
}, 30_000);
afterAll(() => place.close());

const noToken = 'A'.repeat(32);
const head = ['name', 'kind', 'serial', 'place', 'status'];
const columns = head.map((field, column) => ({ column, field }));
const sound = () => sheetOf([head, ['A', 'computer', 'R-1', 'IQG10Q03', 'in_use']]);

const look = (file: string) => ({ kind: 'assets' as const, file });
const source = (file: string) => ({ kind: 'assets' as const, file, columns });
const run = (file: string) => ({
  ...source(file),
  name: 'x',
  digest: 'x',
  doubles: { all: 'skip' as const, rows: [] },
});

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';
const bomb = () =>
  zip(workbookParts(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(sheetLimits.unpackedBytes)}`));

describe('a file that is no sheet of ours', () => {
  it('answers sheet/not-a-sheet', async () => {
    const file = await stage(place.office, Buffer.from('%PDF-1.7'));
    await expectRefusal(place.office, 'imports.look', 'sheet/not-a-sheet', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/not-a-sheet', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/not-a-sheet', run(file));
  }, 60_000);

  it('answers sheet/old-excel', async () => {
    const file = await stage(place.office, Buffer.concat([compound, Buffer.alloc(600)]));
    await expectRefusal(place.office, 'imports.look', 'sheet/old-excel', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/old-excel', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/old-excel', run(file));
  }, 60_000);

  it('answers sheet/password', async () => {
    const file = await stage(place.office, zip(workbookParts(cell), 1));
    await expectRefusal(place.office, 'imports.look', 'sheet/password', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/password', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/password', run(file));
  }, 60_000);

  it('answers sheet/macros', async () => {
    const file = await stage(place.office, zip(workbookParts(cell, { 'xl/vbaProject.bin': 'x' })));
    await expectRefusal(place.office, 'imports.look', 'sheet/macros', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/macros', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/macros', run(file));
  }, 60_000);

  it('answers sheet/formulas', async () => {
    const file = await stage(place.office, Buffer.from('a\n=1+1'));
    await expectRefusal(place.office, 'imports.look', 'sheet/formulas', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/formulas', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/formulas', run(file));
  }, 60_000);

  it('answers sheet/damaged', async () => {
    const file = await stage(place.office, sheetOf([['a'], ['b']]).subarray(0, 300));
    await expectRefusal(place.office, 'imports.look', 'sheet/damaged', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/damaged', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/damaged', run(file));
  }, 60_000);

  it('answers sheet/bad-quotes', async () => {
    const file = await stage(place.office, Buffer.from('a\n"b'));
    await expectRefusal(place.office, 'imports.look', 'sheet/bad-quotes', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/bad-quotes', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/bad-quotes', run(file));
  }, 60_000);

  it('answers sheet/encoding', async () => {
    const file = await stage(place.office, Buffer.from('caf\xe9', 'latin1'));
    await expectRefusal(place.office, 'imports.look', 'sheet/encoding', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/encoding', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/encoding', run(file));
  }, 60_000);

  it('answers sheet/empty', async () => {
    const file = await stage(place.office, Buffer.from('\n\n'));
    await expectRefusal(place.office, 'imports.look', 'sheet/empty', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/empty', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/empty', run(file));
  }, 60_000);

  it('answers sheet/too-large', async () => {
    const path = join(place.office.folder, 'large.csv');
    writeFileSync(path, Buffer.alloc(sheetLimits.fileBytes + 1, 'a'));
    const file = place.office.app.grantPath(path, 'file');
    await expectRefusal(place.office, 'imports.look', 'sheet/too-large', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/too-large', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/too-large', run(file));
  }, 60_000);

  it('answers sheet/unpacks-too-large', async () => {
    const file = await stage(place.office, bomb());
    await expectRefusal(place.office, 'imports.look', 'sheet/unpacks-too-large', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/unpacks-too-large', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/unpacks-too-large', run(file));
  }, 60_000);

  it('answers sheet/too-many-rows', async () => {
    const file = await stage(place.office, Buffer.from('x\n'.repeat(sheetLimits.rows + 2)));
    await expectRefusal(place.office, 'imports.look', 'sheet/too-many-rows', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/too-many-rows', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/too-many-rows', run(file));
  }, 60_000);

  it('answers sheet/too-many-columns', async () => {
    const file = await stage(place.office, Buffer.from(`${'x,'.repeat(sheetLimits.columns + 1)}x`));
    await expectRefusal(place.office, 'imports.look', 'sheet/too-many-columns', look(file));
    await expectRefusal(place.office, 'imports.check', 'sheet/too-many-columns', source(file));
    await expectRefusal(place.office, 'imports.run', 'sheet/too-many-columns', run(file));
  }, 60_000);

  it('is refused where there is none, or no such sheet in it', async () => {
    await expectRefusal(place.office, 'imports.look', 'file/unknown-token', look(noToken));
    await expectRefusal(place.office, 'imports.check', 'file/unknown-token', source(noToken));
    await expectRefusal(place.office, 'imports.run', 'file/unknown-token', run(noToken));
    const gone = place.office.app.grantPath(join(place.office.folder, 'gone.csv'), 'file');
    await expectRefusal(place.office, 'imports.look', 'file/not-found', look(gone));
    await expectRefusal(place.office, 'imports.check', 'file/not-found', source(gone));
    await expectRefusal(place.office, 'imports.run', 'file/not-found', run(gone));
    const file = await stage(place.office, sound());
    const sheet = 'Two';
    await expectRefusal(place.office, 'imports.look', 'sheet/no-such-sheet', { ...look(file), sheet });
    await expectRefusal(place.office, 'imports.check', 'sheet/no-such-sheet', { ...source(file), sheet });
    await expectRefusal(place.office, 'imports.run', 'sheet/no-such-sheet', { ...run(file), sheet });
  });
});

describe('an import', () => {
  it('stops where it is asked to, reading too', async () => {
    const file = await stage(
      place.office,
      Buffer.from(`${head.join(',')}\n${'A,computer,,IQG10Q03,in_use\n'.repeat(50_000)}`),
    );
    await stopped(() => expectRefusal(place.office, 'imports.look', 'import/stopped', look(file)));
    await stopped(() => expectRefusal(place.office, 'imports.check', 'import/stopped', source(file)));
    await stopped(() => expectRefusal(place.office, 'imports.run', 'import/stopped', run(file)));
  });

  it('belongs to an enrolled office that offers the service', async () => {
    const fresh = await createTestApp();
    await initHome(fresh, 'office');
    const file = await stage(fresh, sound());
    await expectRefusal(fresh, 'imports.check', 'node/not-enrolled', source(file));
    await expectRefusal(fresh, 'imports.run', 'node/not-enrolled', run(file));
    await fresh.close();
    const there = await stage(place.directorate, sound());
    await expectRefusal(place.directorate, 'imports.check', 'node/service-not-offered', source(there));
    await expectRefusal(place.directorate, 'imports.run', 'node/service-not-offered', run(there));
  });

  it('of members goes into a forum that is there and not void', async () => {
    const { id: forumId } = await place.office.call('forums.create', { fields: sampleForum() });
    const file = await stage(
      place.office,
      sheetOf([
        ['name', 'sex', 'category'],
        ['A', 'female', 'media'],
      ]),
    );
    const members = {
      kind: 'members' as const,
      columns: ['name', 'sex', 'category'].map((field, column) => ({ column, field })),
    };
    const nowhere = { ...members, forumId: noRecord };
    await expectRefusal(place.office, 'imports.check', 'record/not-found', { ...source(file), ...nowhere });
    await expectRefusal(place.office, 'imports.run', 'record/not-found', { ...run(file), ...nowhere });
    await place.office.call('records.void', {
      recordId: forumId,
      reason: 'x',
      heads: await place.office.heads(forumId),
    });
    await expectRefusal(place.office, 'imports.check', 'record/voided', { ...source(file), ...members, forumId });
    await expectRefusal(place.office, 'imports.run', 'record/voided', { ...run(file), ...members, forumId });
  });

  it('is told apart from what was checked, and from nothing', async () => {
    const file = await stage(place.office, sound());
    const few = columns.slice(0, 2);
    await expectRefusal(place.office, 'imports.check', 'import/column-missing', { ...source(file), columns: few });
    await expectRefusal(place.office, 'imports.run', 'import/column-missing', { ...run(file), columns: few });
    await expectRefusal(place.office, 'imports.run', 'import/changed', run(file));
    const empty = await stage(place.office, sheetOf([head, ['A', 'computer', 'R-1', 'Nowhere', 'in_use']]));
    const { digest } = await place.office.call('imports.check', source(empty));
    await expectRefusal(place.office, 'imports.run', 'import/nothing-to-do', { ...run(empty), digest });
  });

  it('is refused whole where a row cannot stand beside the others', async () => {
    const { id: forumId } = await place.office.call('forums.create', { fields: sampleForum({ members: [] }) });
    const names = ['name', 'sex', 'category'];
    const members = { kind: 'members' as const, forumId, columns: names.map((field, column) => ({ column, field })) };
    const check = (file: string) => place.office.call('imports.check', { ...source(file), ...members });
    const many = Array.from({ length: 98 }, (_, n) => [`Member ${n}`, 'male', 'media']);
    const filling = await stage(place.office, sheetOf([names, ...many]));
    const { digest: filled } = await check(filling);
    await place.office.call('imports.run', { ...run(filling), ...members, digest: filled });
    // There is room for two; one person three times, taken as three.
    const row = ['A', 'female', 'media'];
    const thrice = await stage(place.office, sheetOf([names, row, row, row]));
    const { digest } = await check(thrice);
    const input = { ...run(thrice), ...members, digest, doubles: { all: 'new' as const, rows: [] } };
    await expectRefusal(place.office, 'imports.run', 'import/row-refused', input);
    expect((await place.office.call('forums.get', { forumId })).members).toHaveLength(98);
  });
});

describe('a template', () => {
  const template = { kind: 'assets' as const, language: 'en' as const, format: 'csv' as const };

  it('goes where it may', async () => {
    await expectRefusal(place.office, 'imports.template', 'file/unknown-token', { ...template, to: noToken });
    const to = place.office.app.grantPath(join(place.office.folder, 'home', 'jisr.db', 'x'), 'folder');
    await expectRefusal(place.office, 'imports.template', 'file/cannot-write', { ...template, to });
  });
});

describe('taking an import back', () => {
  it('is for one that is there', async () => {
    await expectRefusal(place.office, 'imports.undo', 'import/not-found', { importId: noRecord, reason: 'x' });
  });
});

const noRecord = '00000000-0000-7000-8000-000000000000';

/** Asks to stop as soon as the call has begun. */
async function stopped(call: () => Promise<void>): Promise<void> {
  const refused = call();
  while ((await place.office.call('imports.cancel', {})).asked === 0)
    await new Promise((resolve) => setImmediate(resolve));
  await refused;
}
