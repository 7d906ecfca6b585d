import { administered, frame, open, type RecordSpec } from './record-spec.ts';

export const userType = {
  ...administered,
  groups: {
    owner: frame.owner,
    profile: open({ displayName: 'text' }),
    roles: open({ roles: 'texts' }),
  },
} as const satisfies RecordSpec;
