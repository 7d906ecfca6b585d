/** @file Acts that write records, soundly or at cross purposes. */
import type { Act, Authors, OwnedRecord } from './authors.ts';
import { element, otherNode } from './authors.ts';

export function recordActs({
  records,
  viewOf,
  officeView,
  ownerView,
  heads,
  sign,
  send,
  create,
  edit,
  restricted,
}: Authors): readonly Act[] {
  return [
    ['create', (_v, _r, n) => send(create(officeView(n), ['forum', 'dispute', 'meeting'][n % 3] as string))],
    ['edit', (_v, record, n) => send(edit(ownerView(record, n), record, n))],
    ['edit elsewhere', (_v, record, n) => send(edit(ownerView(record, n + 1), record, n + 1))],
    ['correct', (_v, record, n) => send(edit(viewOf(0), record, n))],
    ['correct without saying so', (_v, record, n) => send(edit(viewOf(0), record, n, { kind: `${record.at}.edited` }))],
    [
      'sync',
      (view, _r, n) => {
        for (const one of viewOf(n).seen) view.seen.add(one);
      },
    ],
    [
      'void',
      (_v, record, n) => {
        const view = ownerView(record, n);
        const p = heads(view, record.agg, 'void');
        const write = { agg: record.agg, at: record.at, own: record.own };
        send(sign(view, { ...write, groups: [{ group: 'void', value: { voided: n % 2 === 0 }, p }] }));
        send(restricted(view, record, { reason: `because ${n}` }));
      },
    ],
    [
      'element set, changed or removed',
      (_v, record, n) => {
        const view = ownerView(record, n);
        const [group, value] =
          record.at === 'dispute'
            ? [`mediator:${element(n)}`, { assigned: true }]
            : [
                `member:${element(n)}`,
                { sex: 'female', ageBand: 'x', category: 'y', role: 'z', status: 'active', since: null },
              ];
        const p = heads(view, record.agg, group);
        send(edit(view, record, n, { groups: [{ group, value: n % 3 === 0 ? null : value, p }] }));
      },
    ],
    [
      'step appended',
      (_v, record, n) => {
        const group = `step:${element(n)}`;
        send(
          edit(ownerView(record, n), record, n, {
            groups: [{ group, value: { kind: 'call', date: '2026-01-01', corrects: null }, p: [] }],
          }),
        );
      },
    ],
    ['record id taken by another office', (_v, record, n) => send(create(officeView(n), 'forum', record.agg))],
    [
      'record founded again by an office that names what it saw as its past',
      (_v, record, n) => {
        const view = ownerView({ ...record, node: otherNode(record.node) }, n);
        for (const one of ownerView(record, n).seen) view.seen.add(one);
        // A newer program may have founded it: that alone is not understood here, what stands on it is.
        const founding = create(view, record.at, record.agg, n % 3 === 0 ? 7 : 1);
        const taken = records.at(-1) as OwnedRecord;
        send(edit(view, taken, n), founding, edit(ownerView(record, n), record, n + 1));
        if (n % 2 === 0) send(edit(viewOf(0), n % 4 === 0 ? record : taken, n));
      },
    ],
    ['record id taken for another type', (_v, record, n) => send(create(ownerView(record, n), 'dispute', record.agg))],
  ];
}
