import { get } from '#core/changes/statements.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';

export type OwnKeys = {
  readonly sign_key: Uint8Array;
  readonly age_identity: string;
  readonly age_recipient: string;
  /** At the directorate alone. */
  readonly root_public: Uint8Array | null;
  readonly authority_key: Uint8Array | null;
};

export function readOwnKeys(raw: SqliteDatabase): OwnKeys {
  const keys = get<OwnKeys>(raw, 'SELECT sign_key, age_identity, age_recipient, root_public, authority_key FROM self');
  if (!keys) throw new Error('a home without its own row');
  return keys;
}
