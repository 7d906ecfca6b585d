/**
 * @file Between our async iterables and the web streams of the age library.
 */

const pieceLength = 64 * 1024;

/**
 * Feeds an iterator to a stream in pieces of at most 64 KiB (given one large piece, the library throws away the whole
 * chunks it had decrypted before a failure) and remembers how the iterator ended.
 */
export class PieceSource {
  /** Bytes handed over so far; the length of the whole once `ended`. */
  length = 0;
  ended = false;
  /** What the iterator itself threw, so that it can be told from a failure of decryption. */
  failure: { readonly error: unknown } | null = null;
  #pieces: AsyncIterator<Uint8Array>;
  #rest: Uint8Array;

  /** `taken` are bytes read from the iterator before; they come first. */
  constructor(pieces: AsyncIterator<Uint8Array>, taken: Uint8Array = new Uint8Array(0)) {
    this.#pieces = pieces;
    this.#rest = taken;
  }

  stream(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const piece = await this.#next(controller);
          if (piece !== null) controller.enqueue(piece);
        },
        cancel: async () => {
          await this.#pieces.return?.();
        },
      },
      { highWaterMark: 0 },
    );
  }

  async #next(controller: ReadableStreamDefaultController<Uint8Array>): Promise<Uint8Array | null> {
    try {
      while (this.#rest.length === 0) {
        const next = await this.#pieces.next();
        if (next.done) {
          this.ended = true;
          controller.close();
          return null;
        }
        this.#rest = next.value;
      }
    } catch (error) {
      this.failure = { error };
      throw error;
    }
    const piece = this.#rest.subarray(0, pieceLength);
    this.#rest = this.#rest.subarray(pieceLength);
    this.length += piece.length;
    return piece;
  }
}

/** The pieces of a stream; cancels it when the reader stops early. */
export async function* readStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        finished = true;
        return;
      }
      if (value.length > 0) yield value;
    }
  } catch (error) {
    finished = true;
    throw error;
  } finally {
    if (!finished) await reader.cancel();
  }
}
