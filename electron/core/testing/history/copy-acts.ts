/** @file Acts after which a change comes without its payload, with another one, or spoilt. */
import type { SignedChange } from '#core/changes/change.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import type { Act, Authors, OwnedRecord } from './authors.ts';

const bare = (change: SignedChange): SignedChange => ({ ...change, payloadBytes: null });
const spoilt = (change: SignedChange): SignedChange => ({ ...change, signature: new Uint8Array(64) });
const otherPayload = (change: SignedChange): SignedChange => ({
  ...change,
  payloadBytes: Buffer.from(`{"d":{},"salt":"${toBase64Url(randomBytes(16))}"}`),
});

export function copyActs({
  records,
  viewOf,
  officeView,
  ownerView,
  send,
  create,
  edit,
  restricted,
}: Authors): readonly Act[] {
  return [
    [
      'restricted, later with payload',
      (_v, record, n) => {
        const change = restricted(ownerView(record, n), record, { reason: `later ${n}` });
        send(bare(change), change);
      },
    ],
    [
      'restricted, withheld for good',
      (_v, record, n) => send(bare(restricted(ownerView(record, n), record, { reason: 'x' }))),
    ],
    [
      'restricted value that does not fit',
      (_v, record, n) => {
        const change = restricted(ownerView(record, n), record, { reason: 7 });
        send(bare(change), change);
      },
    ],
    [
      'open, first without payload',
      (_v, _r, n) => {
        const change = create(officeView(n), 'forum');
        send(bare(change), change);
      },
    ],
    [
      'spoilt signature, then sound',
      (_v, record, n) => {
        if (record.node === 'B') return;
        const change = edit(ownerView(record, n), record, n);
        send(spoilt(change), change);
      },
    ],
    [
      'spoilt founding change, then sound, with an edit',
      (_v, _r, n) => {
        const change = create(viewOf(1), 'forum');
        send(spoilt(change), change, edit(viewOf(1), records.at(-1) as OwnedRecord, n));
      },
    ],
    [
      'spoilt founding change for good, with an edit',
      (_v, _r, n) => {
        send(spoilt(create(viewOf(1), 'forum')), edit(viewOf(1), records.at(-1) as OwnedRecord, n));
      },
    ],
    [
      'spoilt signature for good',
      (_v, record, n) => {
        if (record.node !== 'B') send(spoilt(edit(ownerView(record, n), record, n)));
      },
    ],
    [
      'payload of another change',
      (_v, record, n) => {
        const change = edit(ownerView(record, n), record, n);
        send(otherPayload(change), ...(n % 2 ? [change] : []));
      },
    ],
  ];
}
