import type { HomeContext } from '#core/context.ts';
import { fileBytes } from '#core/sheets/file-bytes.ts';
import { readSheet } from '#core/sheets/read-sheet.ts';
import type { Reading, Sheet, SheetFault } from '#core/sheets/sheet.ts';
import type { AppError } from '#shared/errors/codes.ts';
import type { Result } from '#shared/lib/result.ts';

type Fault = SheetFault | AppError<'file/unknown-token' | 'file/not-found'>;

/** The rows behind a token. The file is read again each time: nothing of it is kept between two calls. */
export async function openSheet(
  { services }: HomeContext,
  { file, sheet }: { readonly file: string; readonly sheet: string | null },
  reading: Reading,
): Promise<Result<Sheet, Fault>> {
  const source = await services.files.secret(file);
  if (!source.ok) return source;
  const bytes = await fileBytes(source.value);
  if (!bytes.ok) return bytes;
  return readSheet({ bytes: bytes.value, name: source.value.name }, sheet, reading);
}
