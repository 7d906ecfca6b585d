import { administered, frame, open, type RecordSpec } from './record-spec.ts';

/** A place that the directorate added to the shipped list. */
export const placeType = {
  ...administered,
  groups: {
    owner: frame.owner,
    /** The code that records name; never changed. */
    code: open({ code: 'text' }),
    names: open({ en: 'text', ar: 'text', ckb: 'text' }),
    /** `parent`: code of the place that it lies in. */
    position: open({ level: 'int', parent: 'text' }),
    /** In millionths of a degree. `farReason`: why they are far from the seat of the place that it lies in. */
    coordinates: open({ lat: 'int', lon: 'int', farReason: 'text' }),
    authority: open({ authority: 'text' }),
    active: open({ active: 'flag' }),
  },
} as const satisfies RecordSpec;
