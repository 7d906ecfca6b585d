import { holding } from './holding.ts';
import { frame, open, policing, type RecordSpec } from './record-spec.ts';

/** A vehicle or a piece of equipment; `quantity` of like pieces that have no numbers of their own. */
export const assetType = {
  ...policing,
  groups: {
    ...frame,
    ...holding,
    identity: open({ kind: 'text', kindNote: 'text', name: 'text', quantity: 'int' }),
    mark: open({ serial: 'text', plate: 'text' }),
    acquired: open({ acquiredOn: 'text?' }),
    /** `site`: record id of the site it belongs to. */
    location: open({ site: 'text?', place: 'text' }),
  },
} as const satisfies RecordSpec;
