import { ROLES } from '#shared/domain/permissions.ts';
import { Line, LoginName, Passphrase, RecordFrame, RecordId } from './fields.ts';
import { command, query, recordCommand } from './method.ts';
import { z } from './zod.ts';

export const UserRow = z.object({
  id: RecordId,
  displayName: z.string(),
  roles: z.array(z.string()),
  nodeName: z.string(),
  /** Name typed at the log-in; only for users of this home. */
  loginName: z.string().nullable(),
  canSignIn: z.boolean(),
  heads: RecordFrame.heads,
});

export const userMethods = {
  'users.list': query({
    permission: 'users.manage',
    input: z.strictObject({}),
    output: z.array(UserRow),
    errors: [],
  }),
  'users.create': command({
    permission: 'users.manage',
    input: {
      loginName: LoginName,
      displayName: Line,
      roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
      passphrase: Passphrase,
    },
    output: z.object({ id: RecordId }),
    errors: ['user/name-taken', 'passphrase/too-short', 'node/not-enrolled'],
  }),
  'users.edit': recordCommand({
    permission: 'users.manage',
    changes: 'userId',
    input: {
      userId: RecordId,
      displayName: Line,
      roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
    },
    output: z.object({ id: RecordId }),
    errors: ['user/not-found', 'user/last-administrator', 'record/changed', 'record/not-yours', 'record/newer-program'],
  }),
  'users.resetPassphrase': command({
    permission: 'users.manage',
    runs: 'own',
    input: { userId: RecordId, passphrase: Passphrase },
    output: z.object({}),
    errors: ['user/not-found', 'passphrase/too-short'],
  }),
  /** Takes the key slot away; the user stays as the author of what he or she wrote. */
  'users.disable': command({
    permission: 'users.manage',
    runs: 'own',
    input: { userId: RecordId },
    output: z.object({}),
    errors: ['user/not-found', 'user/last-administrator'],
  }),
} as const;
