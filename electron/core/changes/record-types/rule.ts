import { administered, frame, open, openSet, type RecordSpec } from './record-spec.ts';

/** One rule value of the programme. Only what the directorate owns counts; what holds before a period is the one before it. */
export const ruleType = {
  ...administered,
  groups: {
    owner: frame.owner,
    rule: open({ key: 'text' }),
    /** `since`: the day from which the value holds. */
    period: openSet({ since: 'text', value: 'int' }),
  },
} as const satisfies RecordSpec;
