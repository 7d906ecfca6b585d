import { describe, expect, it } from 'vitest';
import { sheetOf, workbookParts, zip } from '#core/testing/sheets/make-xlsx.ts';
import { writeCsv } from '#shared/text/csv.ts';
import { readSheet } from './read-sheet.ts';
import { columnLetters, sheetLimits } from './sheet.ts';
import { writeXlsx } from './write-xlsx.ts';

const reading = { onProgress: () => undefined, isStopped: () => false };
const read = (bytes: Uint8Array, wanted: string | null = null, more = reading) =>
  readSheet({ bytes: Buffer.from(bytes), name: 'x' }, wanted, more);
const text = (contents: string) => Buffer.from(contents, 'utf8');

async function rowsOf(bytes: Uint8Array) {
  const sheet = await read(bytes);
  if (!sheet.ok) throw new Error(sheet.error.code);
  return sheet.value.rows.map(({ cells }) => cells);
}

async function codeOf(bytes: Uint8Array, wanted: string | null = null) {
  const sheet = await read(bytes, wanted);
  return sheet.ok ? 'ok' : sheet.error.code;
}

describe('an .xlsx', () => {
  it('gives texts, numbers and shared texts, with the rows as numbered', async () => {
    const sharedStrings =
      '<sst><si><t>ناو</t></si><si><r><t>ژما</t></r><r><t>رە</t></r><rPh><t>no</t></rPh></si></sst>';
    const bytes = zip(
      workbookParts(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="4"><c r="B4"><v>12.5</v></c><c r="C4" t="b"><v>1</v></c></row>',
        { 'xl/sharedStrings.xml': sharedStrings },
      ),
    );
    const sheet = await read(bytes);
    expect(sheet.ok && sheet.value).toMatchObject({
      format: 'xlsx',
      names: ['One'],
      rows: [
        { n: 1, cells: ['ناو', '', 'ژمارە'] },
        { n: 4, cells: ['', 12.5, '1'] },
      ],
    });
  });

  it('keeps the zeros that a format adds, as serials have them', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>';
    const bytes = zip(
      workbookParts('<row r="1"><c r="A1" s="1"><v>4512</v></c><c r="B1" s="0"><v>4512</v></c></row>', {
        'xl/styles.xml': styles,
      }),
    );
    expect(await rowsOf(bytes)).toEqual([['004512', 4512]]);
  });

  it('reads what we write, right to left and all', async () => {
    const rows = [
      ['الاسم', '<b>&"'],
      ['=1+1', '0012'],
    ];
    const bytes = writeXlsx([
      { name: "O'Neil", rightToLeft: true, rows, choices: [{ column: 0, source: 0, to: 2 }] },
      { name: 'Codes', rightToLeft: false, rows: [['x'], ['y']], choices: [] },
    ]);
    expect(await rowsOf(bytes)).toEqual(rows);
    const second = await read(bytes, 'Codes');
    expect(second.ok && second.value.rows.map(({ cells }) => cells)).toEqual([['x'], ['y']]);
  });

  it('is refused where it would run, hide or break something', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const formula = workbookParts('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f></c></row>');
    expect(await read(zip(formula))).toMatchObject({
      error: { code: 'sheet/formulas', params: { count: 2, cell: 'A1' } },
    });
    expect(await codeOf(zip(workbookParts(rows, { 'xl/vbaProject.bin': 'x' })))).toBe('sheet/macros');
    expect(await codeOf(zip(workbookParts(rows), 1))).toBe('sheet/password');
    expect(await codeOf(zip({ 'word/document.xml': '<x/>' }))).toBe('sheet/not-a-sheet');
    expect(await codeOf(zip(workbookParts(rows, { 'xl/worksheets/sheet1.xml': '<worksheet>' })))).toBe('sheet/damaged');
    const entity = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData>&a;</sheetData></worksheet>';
    expect(await codeOf(zip(workbookParts(rows, { 'xl/worksheets/sheet1.xml': entity })))).toBe('sheet/damaged');
    expect(await codeOf(zip(workbookParts('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')))).toBe('sheet/damaged');
    expect(await codeOf(zip(workbookParts('<row r="1"><c r="ZZZ1"><v>7</v></c></row>')))).toBe(
      'sheet/too-many-columns',
    );
    expect(await codeOf(zip(workbookParts('')))).toBe('sheet/empty');
    expect(await codeOf(zip(workbookParts(rows)), 'Two')).toBe('sheet/no-such-sheet');
  });

  it('is refused however it was cut short or altered, and never by a bug', async () => {
    const whole = Buffer.from(
      sheetOf([
        ['a', 'b'],
        ['c', 1],
      ]),
    );
    for (let length = 0; length < whole.length; length += 7) {
      expect(await codeOf(whole.subarray(0, length))).toMatch(/^sheet\//);
    }
    for (let at = 0; at < whole.length; at += 5) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ 0xff;
      expect(await codeOf(altered)).toMatch(/^(ok|sheet\/)/);
    }
  });

  it('is refused before it fills the memory', async () => {
    const bomb = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(sheetLimits.unpackedBytes)}`;
    expect(await codeOf(zip(workbookParts(bomb)))).toBe('sheet/unpacks-too-large');
    const many = Array.from({ length: sheetLimits.rows + 2 }, (_, n) => `<row r="${n + 1}"><c><v>1</v></c></row>`);
    expect(await codeOf(zip(workbookParts(many.join(''))))).toBe('sheet/too-many-rows');
  }, 60_000);
});

describe('files of another kind', () => {
  it('are told apart', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await codeOf(Buffer.concat([old, Buffer.alloc(600)]))).toBe('sheet/old-excel');
    const locked = Buffer.concat([old, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await codeOf(locked)).toBe('sheet/password');
    expect(await codeOf(text('%PDF-1.7 ...'))).toBe('sheet/not-a-sheet');
    expect(await codeOf(text('<html><table>'))).toBe('sheet/not-a-sheet');
    expect(await codeOf(Buffer.alloc(0))).toBe('sheet/empty');
    expect(await codeOf(text('\n\n , ,\n'))).toBe('sheet/empty');
  });
});

describe('a .csv', () => {
  it('is read with any of three delimiters, quotes and ends of lines', async () => {
    expect(await rowsOf(text('a,b\r\n"c,1","say ""x"""\n\nd\n'))).toEqual([['a', 'b'], ['c,1', 'say "x"'], ['d']]);
    expect(await rowsOf(text('a;b\n"two\nlines";2'))).toEqual([
      ['a', 'b'],
      ['two\nlines', '2'],
    ]);
    expect(await rowsOf(text('a\tb\r1\t2'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('numbers rows as a spreadsheet program does', async () => {
    const sheet = await read(text('a\n\n"x\ny"\nz'));
    expect(sheet.ok && sheet.value.rows.map(({ n }) => n)).toEqual([1, 3, 4]);
  });

  it('gives back what we write', async () => {
    const rows = [
      ['name', 'phone'],
      ["=cmd|'x'", '+964 770'],
      ['-5', "'quoted"],
    ];
    expect(await rowsOf(text(writeCsv(rows)))).toEqual(rows);
  });

  it('is refused where a quote stands wrong, or a cell would run', async () => {
    expect(await read(text('a\n"b'))).toMatchObject({ error: { code: 'sheet/bad-quotes', params: { row: 2 } } });
    expect(await codeOf(text('a\n"b"c'))).toBe('sheet/bad-quotes');
    expect(await read(text('a,b\nc,=SUM(A1)'))).toMatchObject({
      error: { code: 'sheet/formulas', params: { count: 1, cell: 'B2' } },
    });
    expect(await codeOf(text(`a${',b'.repeat(sheetLimits.columns)}`))).toBe('sheet/too-many-columns');
  });

  it('is read in UTF-8, UTF-16 and, where it is sure, windows-1256', async () => {
    expect(await rowsOf(text('\ufeffناو\nئازاد'))).toEqual([['ناو'], ['ئازاد']]);
    expect(await rowsOf(Buffer.from('\ufeffالاسم\tx\nليلى\t1', 'utf16le'))).toEqual([
      ['الاسم', 'x'],
      ['ليلى', '1'],
    ]);
    // الاسم and ليلى
    const arabic = Buffer.from([0xc7, 0xe1, 0xc7, 0xd3, 0xe3, 0x0a, 0xe1, 0xed, 0xe1, 0xec]);
    const sheet = await read(arabic);
    expect(sheet.ok && sheet.value).toMatchObject({
      encoding: 'windows-1256',
      rows: [{ cells: ['الاسم'] }, { cells: ['ليلى'] }],
    });
    expect(await codeOf(Buffer.from('caf\xe9,na\xefve', 'latin1'))).toBe('sheet/encoding');
    // الاسم of ISO 8859-6: other letters of the same bytes.
    expect(await codeOf(Buffer.from([0xc7, 0xe4, 0xc7, 0xd3, 0xe5, 0xe6, 0xe7, 0xe8, 0xea]))).toBe('sheet/encoding');
    expect(await codeOf(Buffer.from('a\0b'))).toBe('sheet/encoding');
  });

  it('is refused beyond its rows, and stops when asked', async () => {
    expect(await codeOf(text('x\n'.repeat(sheetLimits.rows + 2)))).toBe('sheet/too-many-rows');
    const stopped = await read(text('x\n'.repeat(5000)), null, { ...reading, isStopped: () => true });
    expect(stopped).toMatchObject({ error: { code: 'import/stopped' } });
  });
});

it('columns are named as spreadsheet programs name them', () => {
  expect([0, 25, 26, 51, 52, 199].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'GR']);
});
