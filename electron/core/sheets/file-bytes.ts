import { fileErrorOf } from '#core/files/file-error.ts';
import type { SecretFile } from '#core/files/file-grants.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { sheetLimits } from './sheet.ts';

/** The whole file; its size is looked at before and while it is read. */
export async function fileBytes(
  file: SecretFile,
): Promise<Result<Buffer, AppError<'sheet/too-large' | 'file/not-found'>>> {
  const tooLarge = () => err(refusal('sheet/too-large', { maxBytes: sheetLimits.fileBytes }));
  if (file.bytes > sheetLimits.fileBytes) return tooLarge();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of file.read()) {
      bytes += piece.length;
      if (bytes > sheetLimits.fileBytes) return tooLarge();
      pieces.push(piece);
    }
  } catch (error) {
    fileErrorOf(error);
    return err(refusal('file/not-found', {}));
  }
  return ok(Buffer.concat(pieces));
}
