/** @file What a later version might write on this very device, for tests. */
import { applyChanges } from '#core/changes/apply.ts';
import { buildChange, type ChangeHeader, parseHeader } from '#core/changes/change.ts';
import { uuidToBytes } from '#core/changes/ids.ts';
import { all, get } from '#core/changes/statements.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { BulkApp } from './bulk-app.ts';

/** A known type, a kind of a newer version, not to be ignored; `other` parts of the header over these. */
export function writeAsNewer(app: BulkApp, record: string, other: Partial<ChangeHeader> = {}): void {
  const home = app.home();
  const { raw } = home.store;
  const [row] = all<{ hdr: Uint8Array }>(
    raw,
    'SELECT hdr FROM chg WHERE agg = ? AND seq > 0 ORDER BY n',
    uuidToBytes(record),
  );
  const inc = get<{ seq: number; head: Uint8Array }>(raw, 'SELECT seq, head FROM inc');
  const header = parseHeader(row?.hdr ?? new Uint8Array(0));
  const founding = get<{ id16: Uint8Array }>(
    raw,
    "SELECT id16 FROM head WHERE agg = ? AND grp = 'owner'",
    uuidToBytes(record),
  );
  if (!header.ok || !inc || !founding) throw new Error('no record to write to');
  const { change } = buildChange(
    {
      ...header.value,
      seq: inc.seq + 1,
      prev: toBase64Url(inc.head),
      kv: 2,
      mu: 1,
      own: toBase64Url(founding.id16),
      w: [{ g: 'status', p: [] }],
      ...other,
    },
    { d: { status: { shape: 'only a newer program knows' } } },
    home.signer,
  );
  raw.transaction(() => {
    const { result } = applyChanges(raw, home.changes, ({ apply }) => apply(change, { source: null, checked: 'own' }));
    if (result.outcome !== 'applied') throw new Error(`a newer change is ${result.outcome}`);
    raw.prepare('UPDATE inc SET seq = seq + 1, head = ?').run(change.id);
  })();
}
