import { frame, open, type RecordSpec } from './record-spec.ts';

export const userType = {
  compartment: null,
  goesDown: true,
  writers: ['administrator'],
  correctors: [],
  groups: {
    owner: frame.owner,
    profile: open({ displayName: 'text' }),
    roles: open({ roles: 'texts' }),
  },
} as const satisfies RecordSpec;
