/** @file Acts that must not count, or not yet. */
import { shortId } from '#core/changes/change.ts';
import { type Act, type Authors, type OwnedRecord, unknownId, type View } from './authors.ts';

export function faultyActs({
  views,
  records,
  deliveries,
  tree,
  viewOf,
  ownerView,
  recordOf,
  sign,
  send,
  create,
  edit,
}: Authors): readonly Act[] {
  return [
    [
      'edit by a stranger',
      (_v, record, n) => {
        const view = views.find(({ device }) => device.node !== record.node && device.node !== 'D') as View;
        send(edit(view, record, n));
      },
    ],
    ['wrong role', (_v, record, n) => send(edit(ownerView(record, n), record, n, { role: 'administrator' }))],
    ['unknown role', (_v, record, n) => send(edit(ownerView(record, n), record, n, { role: 'wizard' }))],
    [
      'unknown type',
      (view, _r, n) =>
        send(
          sign(view, {
            agg: unknownId(),
            at: 'census',
            own: null,
            groups: [
              { group: 'owner', value: { node: view.device.node } },
              { group: 'topic', value: { n } },
            ],
          }),
        ),
    ],
    [
      'unknown group',
      (_v, record, n) =>
        send(edit(ownerView(record, n), record, n, { groups: [{ group: 'mood', value: { n }, p: [] }] })),
    ],
    [
      'value that does not fit',
      (_v, record, n) =>
        send(edit(ownerView(record, n), record, n, { groups: [{ group: 'void', value: { voided: 'yes' }, p: [] }] })),
    ],
    ['newer version of a kind', (_v, record, n) => send(edit(ownerView(record, n), record, n, { kv: 7 }))],
    ['roster that never comes', (_v, record, n) => send(edit(ownerView(record, n), record, n, { ros: 99 }))],
    [
      'unknown predecessor',
      (_v, record, n) =>
        send(
          edit(ownerView(record, n), record, n, {
            groups: [{ group: 'void', value: { voided: true }, p: [unknownId()] }],
          }),
        ),
    ],
    [
      'predecessor in another record',
      (_v, record, n) => {
        const other = recordOf(n + 1);
        const p =
          viewOf(n).seen.size > 0
            ? [...viewOf(n).seen]
                .filter(({ agg }) => agg === other.agg)
                .map(({ id }) => id)
                .slice(0, 5)
            : [];
        send(
          edit(ownerView(record, n), record, n, {
            groups: [
              { group: 'void', value: { voided: true }, p },
              { group: 'owner2', value: { n }, p: [other.own] },
            ],
          }),
        );
      },
    ],
    [
      'ownership head of another record',
      (_v, record, n) => send(edit(ownerView(record, n), record, n, { own: recordOf(n + 1).own })),
    ],
    [
      'ownership head that is none',
      (_v, record, n) => {
        const first = edit(ownerView(record, n), record, n);
        send(edit(ownerView(record, n), record, n, { own: shortId(first.id) }), first);
      },
    ],
    [
      'ownership head that never comes',
      (_v, record, n) => send(edit(ownerView(record, n), record, n, { own: unknownId() })),
    ],
    [
      'owner written again',
      (_v, record, n) =>
        send(
          edit(ownerView(record, n), record, n, {
            groups: [{ group: 'owner', value: { node: 'D' }, p: [record.own] }],
          }),
        ),
    ],
    [
      'revoke a device, and go on with a copy of it',
      (view, record, n) => {
        const { device } = view;
        if (device.node === 'D' || device.seq === 0 || tree.revoked.some(({ dev }) => dev === device.dev)) return;
        const { dev, inc, seq, prev } = device;
        tree.revoked.push({ dev, from: 3, revocation: { good: [{ inc, seq, id: prev }] } });
        const copy = { ...device };
        const stolen: View = { device: copy, seen: new Set(view.seen) };
        send(create(view, 'dispute'), edit(view, records.at(-1) as OwnedRecord, n), edit(stolen, record, n));
        const sister = views.find((one) => one !== view && one.device.node === device.node);
        if (sister) send(edit(sister, records.at(-1) as OwnedRecord, n));
        deliveries.push({ roster: 3 });
      },
    ],
  ];
}
