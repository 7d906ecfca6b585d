/**
 * @file What the driver throws, by what can be done about it. Anything else that is thrown is a bug.
 */

export type StoreErrorCode =
  | 'store/full'
  | 'store/io'
  | 'store/corrupt'
  | 'store/wrong-key'
  | 'store/open-elsewhere'
  | 'store/too-new';

export type StoreError<C extends StoreErrorCode = StoreErrorCode> = {
  readonly code: C;
  readonly params: Record<string, never>;
};

export const storeError = <C extends StoreErrorCode>(code: C): StoreError<C> => ({ code, params: {} });

/**
 * Thrown out of a transaction, because any write anywhere may meet it; dispatch answers with its code.
 * - `store/full`: rolled back; the reserve is freed, the application goes on read-only.
 * - `store/io`: the outcome is unknown; close, open again, read again.
 * - `store/corrupt`: stop writing, offer the last good backup.
 */
export class StoreFailure extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'StoreFailure';
    this.code = code;
  }
}

/** The code of a driver error; null for constraint failures, misuse and errors that are not the driver's. */
export function storeCodeOf(error: unknown): StoreErrorCode | null {
  if (error instanceof StoreFailure) return error.code;
  if (!(error instanceof Error) || error.name !== 'SqliteError') return null;
  const code = (error as Error & { code?: string }).code ?? '';
  if (code.startsWith('SQLITE_FULL')) return 'store/full';
  if (/^SQLITE_(?:IOERR|CANTOPEN|READONLY)/.test(code)) return 'store/io';
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) return 'store/corrupt';
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) return 'store/open-elsewhere';
  return null;
}

/** Runs driver calls and turns their failures of the machine into StoreFailure. */
export function withStoreFailures<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = storeCodeOf(error);
    throw code === null ? error : new StoreFailure(code, { cause: error });
  }
}
