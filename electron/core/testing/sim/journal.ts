/**
 * @file What the run itself has seen people do: every change anyone made, and which values of that record its author had
 * before them. The core is judged by this, not by what it says of itself.
 */
import { type ChangeHeader, parseHeader, parsePayload } from '#core/changes/change.ts';
import { elementId, groupName, tokenToGroup } from '#core/changes/registry.ts';
import { all } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import type { Member } from './member.ts';

export type Written = {
  /** Short id, as predecessor lists name it. */
  readonly id: string;
  readonly header: ChangeHeader;
  /** Node whose person wrote it. */
  readonly node: string;
  /** As the registry names them. */
  readonly groups: readonly string[];
  /** Accepted changes of the same record that the author's store held. */
  readonly knew: ReadonlySet<string>;
};

export type Journal = {
  readonly written: ReadonlyMap<string, Written>;
  /** Nodes that may read what is restricted in a record, by its id: whoever founded it, and to whom it was ever passed. */
  readonly readers: ReadonlyMap<string, ReadonlySet<string>>;
  /** To be called after every act: notes what is new in this member's log. */
  note(member: Member): number;
};

type Row = {
  readonly n: number;
  readonly id16: Uint8Array;
  readonly hdr: Uint8Array;
  readonly pay: Uint8Array | null;
  readonly agg: Uint8Array;
};

export function createJournal(): Journal {
  const written = new Map<string, Written>();
  const readers = new Map<string, Set<string>>();
  const noted = new WeakMap<SqliteDatabase, number>();
  return {
    written,
    readers,
    note: ({ home, node }) => {
      const { raw } = home.store;
      const rows = all<Row>(
        raw,
        'SELECT n, id16, hdr, pay, agg FROM chg WHERE src IS NULL AND n > ? ORDER BY n',
        noted.get(raw) ?? 0,
      );
      let fresh = 0;
      for (const { n, id16, hdr, pay, agg } of rows) {
        noted.set(raw, n);
        const id = toBase64Url(id16);
        const header = parseHeader(hdr);
        if (written.has(id) || !header.ok) continue;
        const before = all<{ id16: Uint8Array }>(
          raw,
          "SELECT id16 FROM chg WHERE agg = ? AND n < ? AND verdict = 'ok' AND projected = 1",
          agg,
          n,
        );
        const read = readers.get(header.value.agg) ?? new Set<string>();
        for (const reader of readersNamed(header.value, pay)) read.add(reader);
        readers.set(header.value.agg, read);
        written.set(id, {
          id,
          header: header.value,
          node,
          groups: header.value.w.map(({ g }) => tokenToGroup(header.value.at, g)),
          knew: new Set(before.map((row) => toBase64Url(row.id16))),
        });
        fresh += 1;
      }
      return fresh;
    },
  };
}

/** The founder, the target of an offer, those it is shared with. */
function readersNamed(header: ChangeHeader, pay: Uint8Array | null): readonly string[] {
  const payload = pay === null ? null : parsePayload(header, pay);
  if (!payload?.ok) return [];
  return Object.entries(payload.value.d).flatMap(([group, value]) => {
    const node = group === 'owner' ? value?.node : group === 'transfer' ? value?.to : elementId(group);
    const passes = group === 'owner' || group === 'transfer' || groupName(group) === 'share';
    return passes && typeof node === 'string' ? [node] : [];
  });
}

/** The node that each ownership head names, by its id: those who founded a record or accepted it. */
export function ownersOf({ written }: Journal): ReadonlyMap<string, string> {
  return new Map(
    [...written.values()].flatMap(({ id, groups, node }) => (groups.includes('owner') ? [[id, node]] : [])),
  );
}
