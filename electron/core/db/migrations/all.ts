/** @file Every migration, in order. A released one is never edited. */
import type { Migration } from '#core/db/migrate.ts';
import * as firstStore from './0010-first-store.ts';

export const migrations: readonly Migration[] = [firstStore];
