/** @file Letting another node read all of a dispute: only with the claimant's consent, and its owner goes on working on it. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { uuidToBytes } from '#core/changes/ids.ts';
import { type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { buildParcel, papersOf } from '#core/exchange/parcels.ts';
import { pathOf } from '#core/exchange/roster.ts';
import { headsOf, type OpenRecord, openRecord } from '#core/features/records/read-record.ts';
import { CONSENT_STATUS, type ConsentScope, type ConsentStatus } from '#shared/domain/generated/code-lists.ts';
import type { NodeKind } from '#shared/domain/node-kinds.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { officesFor } from './offer-record.ts';
import { type MoveFault, moved, openToMove } from './open-to-move.ts';
import { standingOf } from './transfer-state.ts';

export const listSharing: Handler<'sharing.nodes'> = async (context, { disputeId }) => {
  const record = await openRecord(context, disputeId, 'dispute');
  if (!record) return err(refusal('record/not-found', {}));
  const { shares } = await standingOf(context, disputeId);
  const rows = candidates(context).map(async ({ node, name, kind }) => {
    const scope = scopeFor(kind);
    const share = shares.find(({ group }) => group === `share:${node}`);
    return {
      node,
      name,
      kind,
      scope,
      consent: consentFor(record.values, scope),
      shared: share !== undefined,
      unsent: share ? await restrictedSince(context, disputeId, share.n) : 0,
    };
  });
  return ok(await Promise.all(rows));
};

export const shareDispute: Handler<'sharing.share'> = async (context, { disputeId, with: node }) => {
  const record = await openForSharing(context, disputeId);
  if (!record.ok) return record;
  const { own } = await standingOf(context, disputeId);
  if (own === null) return err(refusal('record/not-yours', {}));
  const reader = candidates(context).find((one) => one.node === node);
  if (!reader) return err(refusal('transfer/unknown-node', {}));
  const scope = scopeFor(reader.kind);
  const status = consentFor(record.value.values, scope);
  if (status !== 'given') return err(refusal('sharing/consent-missing', { scope, status }));
  const parcel = await buildParcel(context.services, context.home, [disputeId], node);
  if (!parcel.ok) {
    // Text of 40 MB in one case would be a bug.
    if (parcel.error.code === 'blob/size') throw new Error('a parcel larger than a blob may be');
    return err(parcel.error);
  }
  const papers = papersOf(context.home, { id: disputeId, at: 'dispute' });
  return writeShare(context, disputeId, node, own, { parcel: parcel.value, papers });
};

export const stopSharing: Handler<'sharing.stop'> = async (context, { disputeId, with: node }) => {
  const record = await openForSharing(context, disputeId);
  if (!record.ok) return record;
  const { own, shares } = await standingOf(context, disputeId);
  if (own === null) return err(refusal('record/not-yours', {}));
  if (!shares.some(({ group }) => group === `share:${node}`)) return err(refusal('transfer/unknown-node', {}));
  return writeShare(context, disputeId, node, own, null);
};

/** Whoever gets it may still say no: until then the owner lets nobody else read it. */
async function openForSharing(
  context: HomeContext,
  disputeId: string,
): Promise<Result<OpenRecord, MoveFault | AppError<'record/offered-away'>>> {
  const record = await openToMove(context, disputeId);
  if (!record.ok) return record;
  const { own, offers } = await standingOf(context, disputeId);
  const offered = offers.some(({ header }) => header.own === own);
  return offered ? err(refusal('record/offered-away', {})) : record;
}

async function writeShare(
  context: HomeContext,
  disputeId: string,
  node: string,
  own: string,
  value: JsonObject | null,
) {
  const group = `share:${node}`;
  const heads = (await headsOf(context, disputeId))[group] ?? [];
  const written = context.write({
    record: disputeId,
    at: 'dispute',
    kind: value === null ? 'case.unshared' : 'case.shared',
    groups: [{ group, value }],
    moves: { by: 'owner', own, seen: { [group]: heads } },
  });
  const done = moved(written);
  return done.ok ? ok({ id: disputeId }) : done;
}

/** Nodes above this one, and other offices that handle disputes. */
function candidates(
  context: HomeContext,
): readonly { readonly node: string; readonly name: string; readonly kind: NodeKind }[] {
  const roster = context.home.rosters.current();
  const self = context.home.rosters.self().node;
  const above = (roster ? (pathOf(roster, self) ?? []) : []).filter((node) => node !== self);
  const nodes = above.flatMap((node) => roster?.nodesById.get(node) ?? []);
  return [
    ...nodes.map(({ id, name, kind }) => ({ node: id, name, kind })),
    ...officesFor(context, 'hlp').map(({ node, name }) => ({ node, name, kind: 'office' as const })),
  ];
}

const scopeFor = (kind: NodeKind): ConsentScope => (kind === 'office' ? 'share_referral_body' : 'share_directorate');

/** Every answer of this scope must be yes; one that is not tells what is missing. */
function consentFor(values: RecordValues, scope: ConsentScope): ConsentStatus {
  const answers = values
    .elements('consent')
    .filter(({ value }) => textIn(value, 'scope') === scope)
    .map(({ value }) => textIn(value, 'status'));
  const missing = answers.find((status) => status !== 'given');
  if (answers.length > 0 && missing === undefined) return 'given';
  return CONSENT_STATUS.find((status) => status === missing) ?? 'not_asked';
}

async function restrictedSince(context: HomeContext, disputeId: string, n: number): Promise<number> {
  const row = await context.db
    .selectFrom('chg')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('agg', '=', uuidToBytes(disputeId))
    .where('aud', '=', 'restricted')
    .where('verdict', '=', 'ok')
    .where('pay', 'is not', null)
    .where('n', '>', n)
    .executeTakeFirstOrThrow();
  return row.count;
}
