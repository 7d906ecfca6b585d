/** @file The current values of one group, each with who wrote it where, for people to compare. */
import { canonicalize, type JsonObject, type JsonValue } from '#core/changes/canonical.ts';
import type { ChangeHeader } from '#core/changes/change.ts';
import { hlcToMoment } from '#core/changes/hlc.ts';
import { wireToUuid } from '#core/changes/ids.ts';
import { groupToToken } from '#core/changes/registry.ts';
import { type DecodedChange, decodeRow } from '#core/changes/stored.ts';
import { foldedText } from '#core/changes/values.ts';
import { bytesEqual, toBase64Url } from '#core/crypto/bytes.ts';
import type { HomeContext } from '#core/context.ts';
import { authorNode } from './authors.ts';

export type Written = {
  readonly changeId: string;
  readonly header: ChangeHeader;
  readonly value: JsonObject | null;
  readonly state: 'value' | 'removed' | 'withheld';
  readonly by: string;
  readonly node: string | null;
  readonly nodeName: string;
  readonly at: string;
};

export type HeadValue = Written & { readonly shown: boolean };

export type Names = ReadonlyMap<string, string>;

type GroupRow = {
  readonly agg: Uint8Array;
  readonly grp: string;
  readonly at: string;
  /** Of the change whose value is shown. */
  readonly id16: Uint8Array;
};

/** Values that differ after folding, oldest first; of those that are equal the one that is shown stands for all. */
export async function headValues(context: HomeContext, group: GroupRow, names: Names): Promise<HeadValue[]> {
  const rows = await context.db
    .selectFrom('head')
    .innerJoin('chg', 'chg.id16', 'head.id16')
    .select(['head.id16', 'chg.hdr', 'chg.pay'])
    .where('head.agg', '=', group.agg)
    .where('head.grp', '=', group.grp)
    .execute();
  const heads = rows.map((row) => ({
    ...writtenBy(context, row.id16, decodeRow(row), group.grp, names),
    shown: bytesEqual(row.id16, group.id16),
  }));
  const byText = new Map<string, HeadValue>();
  for (const head of heads) {
    const text = head.state === 'withheld' ? 'withheld' : foldedText(head.value);
    if (head.shown || !byText.has(text)) byText.set(text, head);
  }
  return [...byText.values()].toSorted(byTime);
}

export function writtenBy(
  context: HomeContext,
  id16: Uint8Array,
  { header, payload }: DecodedChange,
  group: string,
  names: Names,
): Written {
  const node = authorNode(context, header);
  const value = payload?.d[groupToToken(header.at, group)] ?? null;
  return {
    changeId: toBase64Url(id16),
    header,
    value,
    state: payload === null ? 'withheld' : value === null ? 'removed' : 'value',
    by: names.get(wireToUuid(header.by)) ?? '',
    node,
    nodeName: context.home.rosters.nodeName(node),
    at: hlcToMoment(header.hlc),
  };
}

/** Names of fields that are not the same in all these values. */
export function differingFields(values: readonly { readonly value: JsonObject | null }[]): string[] {
  const fields = new Set(values.flatMap(({ value }) => Object.keys(value ?? {})));
  return [...fields].filter((field) => new Set(values.map(({ value }) => foldedText(value?.[field] ?? null))).size > 1);
}

export const isSameJson = (a: JsonValue, b: JsonValue): boolean =>
  Buffer.compare(canonicalize(a), canonicalize(b)) === 0;

/** For reading only: which came first by a clock decides nothing. */
const byTime = (a: HeadValue, b: HeadValue): number =>
  a.header.hlc === b.header.hlc ? (a.changeId < b.changeId ? -1 : 1) : a.header.hlc < b.header.hlc ? -1 : 1;
