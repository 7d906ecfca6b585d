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

/** Keys that this computer made for a new certificate and does not use yet. */
export type NextKeys = { readonly sign_key: Uint8Array; readonly age_identity: string; readonly age_recipient: string };

export function readNextKeys(raw: SqliteDatabase): NextKeys | null {
  const keys = get<{ [K in keyof NextKeys]: NextKeys[K] | null }>(
    raw,
    'SELECT next_sign_key AS sign_key, next_age_identity AS age_identity, next_age_recipient AS age_recipient FROM self',
  );
  if (!keys?.sign_key || !keys.age_identity || !keys.age_recipient) return null;
  return { sign_key: keys.sign_key, age_identity: keys.age_identity, age_recipient: keys.age_recipient };
}

export function readOwnKeys(raw: SqliteDatabase): OwnKeys {
  const keys = get<OwnKeys>(raw, 'SELECT sign_key, age_identity, age_recipient, root_public, authority_key FROM self');
  if (!keys) throw new Error('a home without its own row');
  return keys;
}
