import { run } from '#core/changes/statements.ts';
import { noPredecessor } from '#core/changes/change.ts';
import { wireToBytes } from '#core/changes/ids.ts';
import type { Handler, Services } from '#core/context.ts';
import { generateAgeIdentity } from '#core/crypto/age.ts';
import { toHex } from '#core/crypto/bytes.ts';
import { createSigner, generateSigningKey, type SigningKey } from '#core/crypto/ed25519.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { runSelfTest } from '#core/crypto/self-test.ts';
import type { SqliteDatabase } from '#core/db/driver.ts';
import { StoreFailure } from '#core/db/store-error.ts';
import { deviceId, firstRoster, signAuthority, verifyRoster } from '#core/exchange/roster.ts';
import { type FileError, fileErrorOf } from '#core/files/file-error.ts';
import { certificateFor, nodeIdOf } from '#core/exchange/certify.ts';
import { writeSetting } from '#core/home/settings.ts';
import { addUserSlot, createKeyFiles, replaceRecoverySlot } from '#core/home/key-files.ts';
import { foldUserName, passphraseProblem } from '#core/home/passphrase.ts';
import { generateRecoveryCode } from '#core/home/recovery-code.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import { firstUserRoles } from '#shared/domain/permissions.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { mkdir } from 'node:fs/promises';
import { writeOwnUsers } from '#core/features/users/own-users.ts';
import { inTransaction } from '#core/db/transaction.ts';

/** Makes a home: keys, encrypted database, first user. The recovery code is shown once and stored nowhere. */
export const initHome: Handler<'home.init'> = async ({ services }, input) => {
  if (services.home.exists()) return err(refusal('home/exists', {}));
  if (passphraseProblem(input.passphrase) !== null) return err(refusal('passphrase/too-short', {}));
  await runSelfTest();
  const folder = await makeFolder(services.ports.settings.homeFolder);
  if (!folder.ok) return err(initFault(folder.error.code));
  const { keys } = services.home;
  const dek = randomBytes(32);
  const made = await createKeyFiles(keys);
  if (!made.ok) return err(initFault(made.error.code));
  const slot = await addUserSlot(keys, {
    dek,
    user: input.user,
    passphrase: input.passphrase,
    kind: 'administrator',
  });
  if (!slot.ok) return err(initFault(slot.error.code));
  const recovery = generateRecoveryCode();
  const kept = await replaceRecoverySlot(keys, { dek, secret: recovery.secret });
  if (!kept.ok) return err(initFault(kept.error.code));
  const node = await newNode(services, input);
  const created = await services.home.create(dek, (raw) => fillHome(raw, services, input, node, slot.value.slotId));
  if (!created.ok) throw new StoreFailure(created.error.code);
  const open = await services.home.enter({ dek, slotId: slot.value.slotId });
  if (!open.ok) throw new StoreFailure(open.error.code);
  if (input.kind === 'directorate') {
    await inTransaction(open.value.store, async () => ok(writeOwnUsers(services, open.value)));
    await services.home.refreshSession();
  }
  return ok({ node: node.id, device: toHex(node.device), kind: input.kind, recoveryCode: recovery.code });
};

async function makeFolder(path: string): Promise<Result<null, FileError>> {
  try {
    await mkdir(path, { recursive: true });
    return ok(null);
  } catch (error) {
    return err(fileErrorOf(error));
  }
}

function initFault(code: string) {
  if (code === 'home/exists') return refusal('home/exists', {});
  if (code === 'passphrase/too-short') return refusal('passphrase/too-short', {});
  return code === 'file/no-space'
    ? refusal('file/no-space', { needBytes: 0, freeBytes: 0 })
    : refusal('file/cannot-write', {});
}

type Input = ParsedInputOf<'home.init'>;

type NewNode = {
  readonly id: string;
  readonly device: Uint8Array;
  readonly signing: SigningKey;
  readonly age: { readonly identity: string; readonly recipient: string };
  readonly services: Input['services'];
  readonly root: SigningKey | null;
  readonly authority: SigningKey | null;
  readonly rosterLine: Uint8Array | null;
};

async function newNode(services: Services, input: Input): Promise<NewNode> {
  const signing = generateSigningKey();
  const device = deviceId(signing.publicKey);
  const node = {
    id: nodeIdOf(signing.publicKey),
    device,
    signing,
    age: await generateAgeIdentity(),
    services: input.kind === 'office' ? input.services.toSorted() : [],
  };
  if (input.kind !== 'directorate') return { ...node, root: null, authority: null, rosterLine: null };
  const root = generateSigningKey();
  const authority = generateSigningKey();
  const rosterLine = firstRoster(
    signAuthority(createSigner(root.privateKey), authority.publicKey),
    {
      nodes: [
        {
          id: node.id,
          kind: 'directorate',
          name: input.name,
          place: input.place,
          parent: null,
          code: null,
          services: [],
        },
      ],
      devices: [
        {
          cert: certificateFor({
            node: node.id,
            path: [node.id],
            signKey: signing.publicKey,
            recipient: node.age.recipient,
            from: 1,
            series: null,
          }),
          revoked: null,
        },
      ],
    },
    Math.floor(services.ports.now()),
    createSigner(authority.privateKey),
  );
  return { ...node, root, authority, rosterLine };
}

function fillHome(raw: SqliteDatabase, services: Services, input: Input, node: NewNode, slot: string): void {
  const at = new Date(services.ports.now()).toISOString();
  run(
    raw,
    `INSERT INTO self (k, node, device, kind, name, place, services, sign_key, age_identity, age_recipient,
       root_key, authority_key, root_public, roster, recovery_pending)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    node.id,
    node.device,
    input.kind,
    input.name,
    input.place,
    JSON.stringify(node.services),
    node.signing.privateKey,
    node.age.identity,
    node.age.recipient,
    node.root?.privateKey ?? null,
    node.authority?.privateKey ?? null,
    node.root?.publicKey ?? null,
    node.rosterLine ? 1 : 0,
  );
  run(
    raw,
    'INSERT INTO inc (ordinal, inc, started, why, seq, head) VALUES (1, ?, ?, ?, 0, ?)',
    randomBytes(8),
    at,
    'first',
    wireToBytes(noPredecessor),
  );
  run(raw, 'INSERT INTO clock (k, ms, counter, quality) VALUES (1, 0, 0, 1)');
  if (node.rosterLine && node.root) storeFirstRoster(raw, node.rosterLine, node.root.publicKey);
  run(
    raw,
    'INSERT INTO user_login (user, login, login_fold, slot, first_name, first_roles) VALUES (?, ?, ?, ?, ?, ?)',
    services.ports.newId(),
    input.user,
    foldUserName(input.user),
    slot,
    input.displayName ?? input.user,
    JSON.stringify(firstUserRoles(input.kind, input.services)),
  );
  writeSetting(raw, 'language', input.language);
}

function storeFirstRoster(raw: SqliteDatabase, line: Uint8Array, rootKey: Uint8Array): void {
  const roster = verifyRoster(line, rootKey);
  if (!roster.ok) throw new Error('the first roster does not verify');
  run(raw, 'INSERT INTO roster (version, hash, line) VALUES (?, ?, ?)', 1, roster.value.hash, line);
}
