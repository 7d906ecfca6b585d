/** @file The way in for every sheet: what the file is, told by its contents, and why it is refused. */
import { refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { type Reading, type Sheet, type SheetFault, SheetRefused } from './sheet.ts';

/**
 * Reads the rows of one sheet; `wanted` is its name, null for the first. Gives way to others on its way and can be
 * stopped. Every expected fault of a file is answered, however broken it is.
 */
export async function readSheet(
  file: { readonly bytes: Buffer; readonly name: string },
  wanted: string | null,
  reading: Reading,
): Promise<Result<Sheet, SheetFault>> {
  try {
    const sheet = await readAny(file, wanted, reading);
    return sheet.rows.length === 0 ? err(refusal('sheet/empty', {})) : ok(sheet);
  } catch (error) {
    if (error instanceof SheetRefused) return err(error.fault);
    throw error;
  }
}

function readAny(
  { bytes, name }: { readonly bytes: Buffer; readonly name: string },
  wanted: string | null,
  reading: Reading,
) {
  if (bytes.length === 0) throw new SheetRefused(refusal('sheet/empty', {}));
  if (bytes.subarray(0, compoundFile.length).equals(compoundFile)) {
    // Excel keeps what a password locks in a file of the old kind.
    throw new SheetRefused(bytes.includes(lockedPart) ? refusal('sheet/password', {}) : refusal('sheet/old-excel', {}));
  }
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readXlsx(bytes, wanted, reading);
  if (
    /^(%PDF|\{\\rtf|<\?xml|<!doctype|<html|\x89PNG|\xff\xd8\xff|age-encryption)/i.test(
      bytes.subarray(0, 20).toString('latin1'),
    )
  ) {
    throw new SheetRefused(refusal('sheet/not-a-sheet', {}));
  }
  return readCsv(bytes, name, reading);
}

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const lockedPart = Buffer.from('EncryptedPackage', 'utf16le');
