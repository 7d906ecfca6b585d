import { sql, type Kysely } from 'kysely';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { bytesToUuid, uuidToBytes } from '#core/changes/ids.ts';
import type { Tables } from '#core/db/tables.ts';
import { matchesSearch, searchQuery } from '#core/features/records/page.ts';

/** One page of the disputes this person may see, newest intake first. */
export async function listDisputes(
  db: Kysely<Tables>,
  {
    search,
    offset,
    limit,
    stage,
  }: { readonly search: string; readonly offset: number; readonly limit: number; readonly stage: string | null },
  self: string,
) {
  const query = searchQuery(search);
  const found = db
    .selectFrom('record')
    .innerJoin('dispute', 'dispute.id', 'record.id')
    .where('record.at', '=', 'dispute')
    .$if(query !== null, (select) => select.where((eb) => matchesSearch(eb, query ?? '')))
    .$if(stage !== null, (select) => select.where('dispute.stage', '=', stage ?? ''));
  const [rows, count] = await Promise.all([
    found
      .selectAll('dispute')
      .select(['record.owner', 'record.voided', 'record.conflict', 'record.updated'])
      .orderBy('record.sort', 'desc')
      .orderBy('record.id')
      .offset(offset)
      .limit(limit)
      .execute(),
    found.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
  const moves = await movesOf(
    db,
    rows.map(({ id }) => id),
    self,
  );
  return {
    total: count.n,
    rows: rows.map((row) => ({
      ...movedRow(moves.get(bytesToUuid(row.id)) ?? [], row.owner, self),
      id: bytesToUuid(row.id),
      number: row.number,
      intakeDate: row.intake,
      mainType: row.main_type,
      stage: row.stage,
      district: row.district,
      claimant: row.claimant,
      parties: row.parties,
      steps: row.steps,
      owner: row.owner,
      voided: row.voided === 1,
      conflict: row.conflict === 1,
      updatedAt: hlcToMoment(row.updated),
    })),
  };
}

type MoveValue = { readonly agg: Uint8Array; readonly grp: string; readonly state: string; readonly v: string | null };

/** Of each dispute: its transfer, its being shared with this node, and what is withheld. */
async function movesOf(db: Kysely<Tables>, ids: readonly Uint8Array[], self: string) {
  const values: MoveValue[] = await db
    .selectFrom('val')
    .select(['agg', 'grp', 'state', 'v'])
    .where('agg', 'in', ids)
    .where((eb) => eb.or([eb('grp', 'in', ['transfer', `share:${self}`]), eb('state', '=', 'withheld')]))
    .execute();
  return Map.groupBy(values, ({ agg }) => bytesToUuid(agg));
}

function movedRow(values: readonly MoveValue[], owner: string | null, self: string) {
  const transfer = values.find(({ grp }) => grp === 'transfer')?.v;
  const { state, to } = transfer ? (JSON.parse(transfer) as { state: string; to: string }) : { state: '', to: '' };
  const offered = state === 'offered';
  const incoming = offered && to === self && owner !== self;
  const shared = values.some(({ grp, state: is }) => grp === `share:${self}` && is === 'value');
  const withheld = values.some(({ state: is }) => is === 'withheld');
  return {
    transfer: incoming ? ('incoming' as const) : offered && owner === self ? ('outgoing' as const) : null,
    incomplete: withheld && (owner === self || incoming || shared),
  };
}

/** The user who wrote each step, by element id. */
export async function stepAuthors(db: Kysely<Tables>, disputeId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('val as v')
    .innerJoin('chg as c', 'c.id16', 'v.id16')
    .select('v.grp')
    .select((eb) => sql<string>`json_extract(CAST(${eb.ref('c.hdr')} AS TEXT), '$.by')`.as('by'))
    .where('v.agg', '=', uuidToBytes(disputeId))
    .where('v.grp', 'like', 'step:%')
    .execute();
  return new Map(rows.map(({ grp, by }) => [grp.slice('step:'.length), bytesToUuid(Buffer.from(by, 'base64url'))]));
}

/** People of this node who may mediate. */
export async function mediatorsOf(db: Kysely<Tables>, node: string) {
  const rows = await db
    .selectFrom('user_account')
    .select(['id', 'display_name', 'roles'])
    .where('node', '=', node)
    .orderBy('display_name')
    .execute();
  const mediates = new Set(['hlp_mediator', 'hlp_supervisor']);
  return rows
    .filter(({ roles }) => (JSON.parse(roles) as string[]).some((role) => mediates.has(role)))
    .map((row) => ({ userId: row.id, name: row.display_name }));
}
