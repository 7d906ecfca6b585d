/** @file A finished file goes from the spool to where a person wants it: a stick, a folder, or the spool's own shelf. */
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { renameWithPatience, flushName, writeFileAtomically } from './atomic-write.ts';
import { type FileError, fileErrorOf } from './file-error.ts';
import { readPieces } from './file-grants.ts';
import { ensureFreeBytes } from './free-space.ts';

/** Told after every piece; throwing ends the copy and passes through, with nothing left at the place. */
export type CopyProgress = (doneBytes: number, totalBytes: number) => void;

/**
 * `to` holds the whole file, read back and flushed, or is as it was before. The source stays where the copy fails; it
 * is moved where both are in the same folder, and left to the caller otherwise.
 */
export async function placeFile(
  from: string,
  to: string,
  tell: CopyProgress = () => {},
): Promise<Result<null, FileError>> {
  try {
    if (dirname(from) === dirname(to)) {
      await renameWithPatience(from, to);
      await flushName(to);
      return ok(null);
    }
    const { size } = await stat(from);
    const room = await ensureFreeBytes(dirname(to), size);
    if (!room.ok) return room;
    const copied = await writeFileAtomically(to, told(readPieces(from), size, tell), { readBack: true, time: noTime });
    return copied.ok ? ok(null) : copied;
  } catch (error) {
    return err(fileErrorOf(error));
  }
}

/** The same on every file we leave on a stick. */
export const noTime = new Date('2020-01-01T00:00:00Z');

async function* told(pieces: AsyncIterable<Uint8Array>, total: number, tell: CopyProgress): AsyncIterable<Uint8Array> {
  let done = 0;
  for await (const piece of pieces) {
    yield piece;
    done += piece.length;
    tell(done, total);
  }
}
