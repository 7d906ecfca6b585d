/**
 * @file Records that somebody voided without having seen what somebody else wrote to them. Voiding says which heads it
 * had seen (`voidSeen`); a head that is not among them was written elsewhere at the same time (docs/adr/0012).
 */
import { uuidToBytes } from '#core/changes/ids.ts';
import type { GroupChange } from '#core/changes/write.ts';
import type { JsonObject } from '#core/changes/canonical.ts';
import { textsIn } from '#core/changes/record-values.ts';
import { groupName, tokenToGroup } from '#core/changes/registry.ts';
import { type DecodedChange, decodeRow } from '#core/changes/stored.ts';
import { bytesEqual, toBase64Url } from '#core/crypto/bytes.ts';
import type { HomeContext } from '#core/context.ts';
import { type Names, type Written, writtenBy } from './conflict-values.ts';

/** More heads than this are not named; the voiding then raises no question, as if it had seen all. */
const namedHeads = 512;

export type VoidConflict = {
  readonly agg: Uint8Array;
  readonly at: string;
  readonly title: string;
  readonly number: string;
  readonly owner: string | null;
  readonly voiding: Written;
  readonly edits: readonly (Written & { readonly group: string })[];
};

/** The groups of a voiding, or of its opposite: the mark, and the heads its author has seen. */
export function voidGroups(
  context: HomeContext,
  heads: Readonly<Record<string, readonly string[]>>,
  voided: boolean,
): GroupChange[] {
  const seen = Object.entries(heads).flatMap(([group, ids]) => (isAsked(group) ? ids : []));
  const named: GroupChange[] =
    seen.length > namedHeads
      ? []
      : [{ group: `voidSeen:${context.services.ports.newId()}`, value: { heads: [...new Set(seen)] } }];
  return [{ group: 'void', value: { voided } }, ...named];
}

/** Newest first, at most `limit`; of one record, or of all this person may see. */
export async function listVoidConflicts(
  context: HomeContext,
  { names, limit, recordId }: { readonly names: Names; readonly limit: number; readonly recordId?: string },
): Promise<VoidConflict[]> {
  const rows = await context.db
    .selectFrom('record as r')
    .innerJoin('val as v', 'v.agg', 'r.id')
    .innerJoin('chg as c', 'c.id16', 'v.id16')
    .select(['r.id', 'r.at', 'r.title', 'r.number', 'r.owner', 'c.id16', 'c.hdr', 'c.pay', 'c.inc'])
    .where('r.voided', '=', 1)
    .$if(recordId !== undefined, (select) => select.where('r.id', '=', uuidToBytes(recordId ?? '')))
    .where('v.grp', '=', 'void')
    .where('v.heads', '=', 1)
    // One life of one device knows all it wrote itself.
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('head as h')
          .innerJoin('chg as e', 'e.id16', 'h.id16')
          .select('h.grp')
          .whereRef('h.agg', '=', 'r.id')
          .whereRef('e.inc', '!=', 'c.inc'),
      ),
    )
    .orderBy('r.updated', 'desc')
    .limit(limit)
    .execute();
  const found: VoidConflict[] = [];
  for (const row of rows) {
    const seen = seenBy(decodeRow(row));
    if (seen === null) continue;
    const edits = await unseenHeads(context, row, seen, names);
    if (edits.length === 0) continue;
    const voiding = writtenBy(context, row.id16, decodeRow(row), 'void', names);
    const { id: agg, at, title, number, owner } = row;
    found.push({ agg, at, title, number, owner, voiding, edits });
  }
  return found;
}

function seenBy({ header, payload }: DecodedChange): ReadonlySet<string> | null {
  const token = header.w.map(({ g }) => g).find((g) => groupName(tokenToGroup(header.at, g)) === 'voidSeen');
  if (token === undefined || payload === null) return null;
  return new Set(textsIn((payload.d[token] ?? null) as JsonObject | null, 'heads'));
}

async function unseenHeads(
  context: HomeContext,
  { id, inc }: { readonly id: Uint8Array; readonly inc: Uint8Array },
  seen: ReadonlySet<string>,
  names: Names,
): Promise<(Written & { readonly group: string })[]> {
  const heads = await context.db
    .selectFrom('head')
    .innerJoin('chg', 'chg.id16', 'head.id16')
    .select(['head.id16', 'head.grp', 'chg.hdr', 'chg.pay', 'chg.inc'])
    .where('head.agg', '=', id)
    .orderBy('chg.hlc')
    .orderBy('head.grp')
    .execute();
  return heads
    .filter((head) => isAsked(head.grp) && !bytesEqual(head.inc, inc) && !seen.has(toBase64Url(head.id16)))
    .map((head) => ({ ...writtenBy(context, head.id16, decodeRow(head), head.grp, names), group: head.grp }));
}

/** Who owns a record, and that it is void, is not what is voided. */
const isAsked = (group: string): boolean => !['owner', 'void', 'voidReason', 'voidSeen'].includes(groupName(group));
