import { NODE_KINDS } from '#shared/domain/node-kinds.ts';
import { COMPARTMENTS, PERMISSIONS, ROLES } from '#shared/domain/permissions.ts';
import { diskErrors } from './common-errors.ts';
import { Line, LoginName, Passphrase, PlaceCode, RecordId } from './fields.ts';
import { command, query } from './method.ts';
import { z } from './zod.ts';

export const NodeKind = z.enum(NODE_KINDS);
export const Language = z.enum(['ar-IQ', 'ckb-IQ', 'en']);
export const Digits = z.enum(['latin', 'arabic']);

export const SessionState = z.object({
  /** `empty`: no home yet. While `locked` nothing of the home is told. */
  state: z.enum(['empty', 'locked', 'open']),
  language: Language,
  digits: Digits,
  idleMinutes: z.int(),
  appVersion: z.string(),
  node: z
    .object({
      id: z.uuid(),
      kind: NodeKind,
      name: z.string(),
      code: z.string().nullable(),
      services: z.array(z.enum(COMPARTMENTS)),
      enrolled: z.boolean(),
    })
    .nullable(),
  user: z
    .object({
      id: RecordId,
      displayName: z.string(),
      roles: z.array(z.enum(ROLES)),
      permissions: z.array(z.enum(PERMISSIONS)),
    })
    .nullable(),
  /** The recovery code was shown but not yet typed back. */
  recoveryPending: z.boolean(),
});
export type SessionState = z.infer<typeof SessionState>;

const opened = [
  'session/wait',
  'home/empty',
  'home/damaged',
  'store/open-elsewhere',
  'store/too-new',
  'store/wrong-key',
  'store/corrupt',
  'store/io',
  'store/full',
] as const;

export const sessionMethods = {
  'session.state': query({
    permission: 'public',
    runs: 'host',
    input: z.strictObject({}),
    output: SessionState,
    errors: [],
  }),
  'home.init': command({
    permission: 'public',
    runs: 'host',
    input: {
      kind: NodeKind,
      name: Line,
      place: PlaceCode.nullable().default(null),
      services: z.array(z.enum(COMPARTMENTS)).max(2).default(['policing', 'hlp']),
      user: LoginName,
      displayName: Line.nullable().default(null),
      passphrase: Passphrase,
      language: Language.default('ar-IQ'),
    },
    output: z.object({ node: z.uuid(), device: z.string(), kind: NodeKind, recoveryCode: z.string() }),
    errors: [...diskErrors, 'home/exists', 'passphrase/too-short'],
  }),
  'home.confirmRecovery': command({
    permission: 'users.manage',
    runs: 'own',
    input: { code: z.string().max(200) },
    output: z.object({}),
    errors: ['recovery/mistyped', 'recovery/wrong', 'session/wait', 'home/empty', 'home/damaged'],
  }),
  'session.unlock': command({
    permission: 'public',
    runs: 'host',
    input: { user: LoginName, passphrase: Passphrase },
    output: SessionState,
    errors: ['session/refused', ...opened],
  }),
  'session.recover': command({
    permission: 'public',
    runs: 'host',
    input: { code: z.string().max(200), user: LoginName, passphrase: Passphrase },
    output: SessionState,
    errors: [...opened, 'recovery/mistyped', 'recovery/wrong', 'passphrase/too-short', 'user/not-found'],
  }),
  'session.lock': command({
    permission: 'public',
    runs: 'host',
    input: {},
    output: z.object({}),
    errors: [],
  }),
  /** Tells the host that a person is at work; holds off the idle lock. */
  'session.active': command({
    permission: 'public',
    runs: 'host',
    input: {},
    output: z.object({}),
    errors: [],
  }),
  'session.changePassphrase': command({
    permission: 'session',
    runs: 'own',
    input: { current: Passphrase, next: Passphrase },
    output: z.object({}),
    errors: [...diskErrors, 'session/refused', 'session/wait', 'passphrase/too-short', 'home/empty', 'home/damaged'],
  }),
  'settings.get': query({
    permission: 'session',
    input: z.strictObject({}),
    output: z.object({ language: Language, digits: Digits, idleMinutes: z.int() }),
    errors: [],
  }),
  /** Language and digits may be changed by anyone who is signed in. */
  'settings.setLanguage': command({
    permission: 'session',
    input: { language: Language, digits: Digits },
    output: z.object({}),
    errors: [],
  }),
  'settings.setIdle': command({
    permission: 'settings.manage',
    input: { idleMinutes: z.int().min(1).max(15) },
    output: z.object({}),
    errors: [],
  }),
} as const;
