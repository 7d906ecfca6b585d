import { holding } from './holding.ts';
import { frame, open, policing, type RecordSpec } from './record-spec.ts';

/** A community police office, or works. */
export const siteType = {
  ...policing,
  groups: {
    ...frame,
    ...holding,
    /** `kindNote`: words for the kind `other`. */
    identity: open({ kind: 'text', kindNote: 'text', name: 'text', place: 'text' }),
    /** In millionths of a degree; both or none. */
    position: open({ lat: 'int?', lon: 'int?' }),
    /** Name of the police station it is attached to; `partOf`: record id of the site it belongs to. */
    station: open({ station: 'text', partOf: 'text?' }),
    staff: open({ women: 'int', men: 'int' }),
    access: open({ features: 'texts' }),
    works: open({ startedOn: 'text?', finishedOn: 'text?' }),
  },
} as const satisfies RecordSpec;
