/**
 * @file The wall in the data layer. Each table that holds records has a temporary view with what the signed-in person
 * may see; every query of a feature is rewritten to read the view in place of the table. A feature cannot forget the
 * check, because it has no other handle.
 */
import {
  type Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type SchemableIdentifierNode,
  type UnknownRow,
} from 'kysely';
import { typeTables } from '#core/changes/project.ts';
import { typesOf } from '#core/changes/registry.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { Tables } from '#core/db/tables.ts';
import type { Access } from './access.ts';

/** Names the column that tells the record, per table. */
const recordColumn: Readonly<Record<string, string>> = {
  record: 'id',
  chg: 'agg',
  head: 'agg',
  rival: 'agg',
  sup: 'agg',
  val: 'agg',
  local_entry: 'agg',
  local_value: 'agg',
  ...Object.fromEntries(typeTables.filter(({ ids }) => ids !== 'text').map(({ table, record }) => [table, record])),
};

export const guardedTables: readonly string[] = Object.keys(recordColumn);

/** Makes the views for one person on this connection, in place of those of the person before. */
export function openViews(raw: SqliteDatabase, access: Access): void {
  raw.exec(`
    DROP TABLE IF EXISTS temp.session_access;
    CREATE TEMP TABLE session_access (k INTEGER PRIMARY KEY CHECK (k = 1), user TEXT NOT NULL, policing TEXT NOT NULL, hlp TEXT NOT NULL) STRICT;
    DROP VIEW IF EXISTS temp.seen_record;
    CREATE TEMP VIEW seen_record AS SELECT * FROM main.record WHERE
      at IN (${listed(typesOf(null))})
      OR (at IN (${listed(typesOf('policing'))}) AND (SELECT policing FROM temp.session_access) = 'all')
      OR (at IN (${listed(typesOf('hlp'))}) AND ((SELECT hlp FROM temp.session_access) = 'all'
        OR ((SELECT hlp FROM temp.session_access) = 'assigned' AND EXISTS (
          SELECT 1 FROM main.dispute_mediator m WHERE m.dispute = main.record.id AND m.user = (SELECT user FROM temp.session_access)))));
  `);
  for (const [table, column] of Object.entries(recordColumn)) {
    if (table === 'record') continue;
    raw.exec(`
      DROP VIEW IF EXISTS temp.seen_${table};
      CREATE TEMP VIEW seen_${table} AS SELECT * FROM main.${table} WHERE EXISTS (
        SELECT 1 FROM temp.seen_record s WHERE s.id = main.${table}.${column});
    `);
  }
  raw
    .prepare('INSERT INTO temp.session_access (k, user, policing, hlp) VALUES (1, ?, ?, ?)')
    .run(access.user, access.policing, access.hlp);
}

const listed = (types: readonly string[]): string => types.map((at) => `'${at}'`).join(', ');

/** Nobody is signed in: every view fails, so that nothing can be read by mistake. */
export function closeViews(raw: SqliteDatabase): void {
  raw.exec('DROP TABLE IF EXISTS temp.session_access');
}

/** The handle that features get: reads of record tables go through the views. */
export const seenBy = (db: Kysely<Tables>): Kysely<Tables> => db.withPlugin(seenPlugin);

class SeenTransformer extends OperationNodeTransformer {
  protected override transformSchemableIdentifier(node: SchemableIdentifierNode): SchemableIdentifierNode {
    const name = node.identifier.name;
    if (node.schema !== undefined || !guardedTables.includes(name)) return super.transformSchemableIdentifier(node);
    return { ...node, identifier: { ...node.identifier, name: `seen_${name}` } };
  }
}

const transformer = new SeenTransformer();

const seenPlugin: KyselyPlugin = {
  transformQuery: ({ node }: PluginTransformQueryArgs): RootOperationNode => transformer.transformNode(node),
  transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => result,
};
