import { describe, expect, it } from 'vitest';
import { cellAsMeant, harmlessCell, writeCsv } from './csv.ts';

describe('a table as comma-separated values', () => {
  it('begins with a byte order mark and ends each row by CR LF', () => {
    expect(
      writeCsv([
        ['code', 'الاسم'],
        ['F01', 'منتدى'],
      ]),
    ).toBe('\ufeffcode,الاسم\r\nF01,منتدى\r\n');
  });

  it('quotes what would part a cell or a row', () => {
    expect(writeCsv([['a,b', 'say "yes"', 'two\nlines', 'a;b']])).toBe(
      '\ufeff"a,b","say ""yes""","two\nlines","a;b"\r\n',
    );
  });

  it.each(['=1+1', '+964', '-x', '@sum(A1)', '\t=1', '\r=1', ' =1', '\u200f=1', '＝1', '--1', '-1+2'])(
    'keeps %j from being a formula, and takes it back as meant',
    (cell) => {
      expect(harmlessCell(cell)).toBe(`'${cell}`);
      expect(cellAsMeant(harmlessCell(cell))).toBe(cell);
    },
  );

  it.each(['', 'x', '12', '-12', '-0.5', 'a=b', '2026-03-01', "'", "'tis"])('leaves %j as it is', (cell) => {
    expect(harmlessCell(cell)).toBe(cell);
    expect(cellAsMeant(cell)).toBe(cell);
  });
});
