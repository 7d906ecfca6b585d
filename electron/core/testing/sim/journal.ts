/**
 * @file What the run itself has seen people do: every change anyone made, and which values of that record its author had
 * before them. The core is judged by this, not by what it says of itself.
 */
import { type ChangeHeader, parseHeader } from '#core/changes/change.ts';
import { tokenToGroup } from '#core/changes/registry.ts';
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
  /** To be called after every act: notes what is new in this member's log. */
  note(member: Member): number;
};

type Row = { readonly n: number; readonly id16: Uint8Array; readonly hdr: Uint8Array; readonly agg: Uint8Array };

export function createJournal(): Journal {
  const written = new Map<string, Written>();
  const noted = new WeakMap<SqliteDatabase, number>();
  return {
    written,
    note: ({ home, node }) => {
      const { raw } = home.store;
      const rows = all<Row>(
        raw,
        'SELECT n, id16, hdr, agg FROM chg WHERE src IS NULL AND n > ? ORDER BY n',
        noted.get(raw) ?? 0,
      );
      let fresh = 0;
      for (const { n, id16, hdr, agg } of rows) {
        noted.set(raw, n);
        const id = toBase64Url(id16);
        const header = parseHeader(hdr);
        if (written.has(id) || !header.ok) continue;
        const before = all<{ id16: Uint8Array }>(
          raw,
          "SELECT id16 FROM chg WHERE agg = ? AND n < ? AND verdict = 'ok'",
          agg,
          n,
        );
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
