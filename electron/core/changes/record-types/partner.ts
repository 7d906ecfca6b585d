import { administered, frame, open, type RecordSpec } from './record-spec.ts';

/** An authority, a donor or an organisation that the programme works with. */
export const partnerType = {
  ...administered,
  groups: {
    owner: frame.owner,
    names: open({ en: 'text', ar: 'text', ckb: 'text' }),
    kind: open({ kind: 'text' }),
    /** No longer offered where one is chosen; stays where it was. */
    active: open({ active: 'flag' }),
    note: open({ note: 'text' }),
  },
} as const satisfies RecordSpec;
