/** @file Reads exact numbers of bytes from decrypted pieces, or says why there are no more. */
import { AgeError, type AgeErrorCode } from '#core/crypto/age.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** `ended`: the file is whole and has no more. Codes of the container: it is not whole. */
export type EndOfBytes = AgeErrorCode | 'ended';

export type ExactReader = {
  /** Exactly `length` bytes. Allocates as they come, never more than there are. */
  read(length: number): Promise<Result<Uint8Array, EndOfBytes>>;
  /** The next `length` bytes in the pieces in which they come. */
  pass(length: number, take: (piece: Uint8Array) => void): Promise<Result<null, EndOfBytes>>;
  close(): Promise<void>;
};

/** Errors other than AgeError, such as those of a stick pulled out, are thrown as they are. */
export function createExactReader(source: AsyncIterable<Uint8Array>): ExactReader {
  const pieces = source[Symbol.asyncIterator]();
  let piece: Uint8Array = new Uint8Array(0);
  let end: EndOfBytes | null = null;

  async function fill(): Promise<boolean> {
    while (piece.length === 0 && end === null) {
      try {
        const next = await pieces.next();
        if (next.done) end = 'ended';
        else piece = next.value;
      } catch (error) {
        if (!(error instanceof AgeError)) throw error;
        end = error.code;
      }
    }
    return piece.length > 0;
  }

  async function pass(length: number, take: (piece: Uint8Array) => void): Promise<Result<null, EndOfBytes>> {
    for (let rest = length; rest > 0; ) {
      if (!(await fill())) return err(end ?? 'ended');
      const part = piece.subarray(0, rest);
      piece = piece.subarray(part.length);
      rest -= part.length;
      take(part);
    }
    return ok(null);
  }

  return {
    pass,
    async read(length) {
      const parts: Uint8Array[] = [];
      const passed = await pass(length, (part) => parts.push(part));
      return passed.ok ? ok(new Uint8Array(Buffer.concat(parts))) : passed;
    },
    async close() {
      end ??= 'ended';
      await pieces.return?.();
    },
  };
}
