/** @file Writing a small .xlsx: a few sheets of texts, lists to choose from, the reading direction of the language. */
import { crc32, deflateRawSync } from 'node:zlib';
import { columnLetters } from './sheet.ts';

export type SheetToWrite = {
  readonly name: string;
  readonly rightToLeft: boolean;
  /** The first row is drawn as headers and stays in sight. Every cell is text: nothing in it is ever run. */
  readonly rows: readonly (readonly string[])[];
  /** Columns that are chosen from a column of the second sheet: `from` and `to` are its rows, from 1. */
  readonly choices: readonly { readonly column: number; readonly source: number; readonly to: number }[];
};

/** The bytes of the file. The same sheets give the same bytes. */
export function writeXlsx(sheets: readonly SheetToWrite[]): Uint8Array {
  const list = sheets.map(({ name }) => escaped(name));
  return zipOf([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([[`${officeRelations}/officeDocument`, 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${list
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, index): [string, string] => [
          `${officeRelations}/worksheet`,
          `worksheets/sheet${index + 1}.xml`,
        ]),
        [`${officeRelations}/styles`, 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styles],
    ...sheets.map((sheet, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      worksheet(sheet, list[1] ?? ''),
    ]),
  ]);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Style 0: text. Style 1: header, bold. Both keep what is typed as text, so that serials keep their zeros. */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;
const textStyle = 1;
const headerStyle = 2;
/** Rows below the header that offer the lists. */
const rowsToChooseIn = 2000;

const contentTypes = (sheets: number): string =>
  `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/>${Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${media}.worksheet+xml"/>`,
  ).join('')}</Types>`;

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="${packages}/relationships">${targets
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function worksheet({ rows, rightToLeft, choices }: SheetToWrite, lists: string): string {
  const widest = Math.max(1, ...rows.map((row) => row.length));
  const view = `<sheetViews><sheetView${rightToLeft ? ' rightToLeft="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const columns = `<cols><col min="1" max="${widest}" width="24" style="${textStyle}" customWidth="1"/></cols>`;
  const data = rows.map((cells, index) => rowOf(index + 1, cells, index === 0 ? headerStyle : textStyle)).join('');
  const offered = choices.map(({ column, source, to }) => {
    const from = columnLetters(source);
    // Whatever is typed is let through: the import reads codes and words of all three languages.
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${columnLetters(column)}2:${columnLetters(column)}${rowsToChooseIn}"><formula1>'${lists.replaceAll("'", "''")}'!$${from}$2:$${from}$${to}</formula1></dataValidation>`;
  });
  const validations =
    offered.length === 0 ? '' : `<dataValidations count="${offered.length}">${offered.join('')}</dataValidations>`;
  return `${head}<worksheet xmlns="${main}">${view}${columns}<sheetData>${data}</sheetData>${validations}</worksheet>`;
}

const rowOf = (n: number, cells: readonly string[], style: number): string =>
  `<row r="${n}">${cells
    .map((cell, column) =>
      cell === ''
        ? ''
        : `<c r="${columnLetters(column)}${n}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
    )
    .join('')}</row>`;

const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML can hold none of these.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** 1 January 1980, midnight: the earliest a ZIP file knows. */
const noDay = 0x21;

function zipOf(parts: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of parts) {
    const plain = Buffer.from(text, 'utf8');
    const packed = deflateRawSync(plain);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x0800, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt16LE(noDay, 8);
    about.writeUInt32LE(crc32(plain), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(plain.length, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, Buffer.from(name), packed]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, where, Buffer.from(name)]));
    files.push(file);
    at += file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, listed, end]));
}
