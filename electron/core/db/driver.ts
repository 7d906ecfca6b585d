import { createRequire } from 'node:module';
import type Database from 'better-sqlite3-multiple-ciphers';

/** A connection of the driver. */
export type SqliteDatabase = Database.Database;

/**
 * The driver by its entry for this platform. The default entry asks `process.report` which C library runs, and an
 * embedder of Node may lack that. Required and not imported, so that bundlers leave the native addon alone.
 */
export const SqliteDatabase = createRequire(import.meta.url)(
  `better-sqlite3-multiple-ciphers/${process.platform}-${process.arch}`,
) as typeof Database;
