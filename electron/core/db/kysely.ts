import type { Statement } from 'better-sqlite3-multiple-ciphers';
import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  type SqliteDatabase as KyselyDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import type { SqliteDatabase } from './driver.ts';

/**
 * Typed queries on an open connection. The connection is closed by whoever opened it, not through Kysely.
 */
export function createKysely<Tables>(database: SqliteDatabase): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new OneConnectionDialect(database) });
}

class OneConnectionDialect extends SqliteDialect {
  #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new OneConnectionDriver(this.#database);
  }
}

class OneConnectionDriver extends SqliteDriver {
  #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database: withPreparedStatements(database) });
    this.#database = database;
  }

  /** There is one writer: a transaction that took only a read lock first would gain nothing. */
  override async beginTransaction(): Promise<void> {
    this.#database.exec('BEGIN IMMEDIATE');
  }

  /**
   * SQLite rolls back by itself on a full disk and some I/O errors. A second rollback fails, and its error would hide
   * the one that matters.
   */
  override async rollbackTransaction(_connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
  }

  override async destroy(): Promise<void> {
    // The connection outlives Kysely.
  }
}

/** Screens ask the same questions again and again, and to prepare one costs more than to answer it. */
const mostStatements = 300;

/** Least lately used ones are let go: queries with lists of values differ in their text. */
function withPreparedStatements(database: SqliteDatabase): KyselyDatabase {
  const prepared = new Map<string, Statement>();
  return {
    close: () => undefined,
    prepare: (sql) => {
      let found = prepared.get(sql);
      if (found?.busy) return database.prepare(sql);
      if (found) prepared.delete(sql);
      else found = database.prepare(sql);
      prepared.set(sql, found);
      if (prepared.size > mostStatements) prepared.delete(prepared.keys().next().value as string);
      return found;
    },
  };
}
