import { run } from '#core/changes/statements.ts';
import { limits } from '#core/changes/limits.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { bytesEqual } from '#core/crypto/bytes.ts';
import { publicKeyOf } from '#core/crypto/ed25519.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { type OpenedAnswer, openAnswer } from '#core/exchange/enrolment.ts';
import { followRoster } from '#core/exchange/links.ts';
import { writeOwnUsers } from '#core/features/users/own-users.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { readNextKeys, readOwnKeys } from './own-keys.ts';
import { installRenewed } from './renew-keys.ts';
import { readSmallFile } from './small-files.ts';

export const readAnswerFile: Handler<'enrol.readAnswer'> = async (context, { file }) => {
  const opened = await openAnswerFile(context, file);
  if (!opened.ok) return opened;
  const { roster, node, fingerprint } = opened.value;
  const parentName = roster.nodesById.get(node.parent ?? '')?.name ?? '';
  return ok({ parentName, code: node.code ?? '', fingerprint });
};

/**
 * Pins the root key, takes certificate and roster, opens the link to the parent. From here on the home records. In a home that
 * asked for new keys: goes on under these.
 */
export const installAnswer: Handler<'enrol.install'> = async (context, { file, fingerprint }) => {
  const opened = await openAnswerFile(context, file);
  if (!opened.ok) return opened;
  if (opened.value.fingerprint !== fingerprint) return err(refusal('enrol/fingerprint-differs', {}));
  const { node, roster } = opened.value;
  if (node.parent === null) return err(refusal('enrol/not-an-answer', {}));
  const { home } = context.services;
  if (context.home.rosters.self().roster === 0) {
    await inTransaction(context.home.store, async () => ok(install(context, opened.value)));
  } else {
    // Nobody may sign with the old keys in the name of the new device: adopted within the committing turn.
    const renewed = async () => ok(installRenewed(context, opened.value));
    await inTransaction(context.home.store, renewed, home.adoptKeys);
  }
  await context.services.home.refreshSession();
  context.refresh(['enrol', 'exchange', 'session', 'users']);
  return ok({ node: node.id, parent: node.parent, roster: roster.version });
};

type AnswerFault = AppError<
  | 'node/already-enrolled'
  | 'enrol/not-an-answer'
  | 'enrol/not-for-us'
  | 'file/unknown-token'
  | 'file/not-found'
  | 'file/too-large'
>;

async function openAnswerFile(context: HomeContext, file: string): Promise<Result<OpenedAnswer, AnswerFault>> {
  const { raw } = context.home.store;
  const self = context.home.rosters.self();
  const keys = self.roster === 0 ? readOwnKeys(raw) : readNextKeys(raw);
  if (!keys) return err(refusal('node/already-enrolled', {}));
  const bytes = await readSmallFile(context, file, limits.enrolmentAnswerBytes);
  if (!bytes.ok) return bytes;
  const opened = await openAnswer(bytes.value, { identity: keys.age_identity, signKey: publicKeyOf(keys.sign_key) });
  if (opened.ok)
    return self.roster === 0 || continues(context, opened.value) ? opened : err(refusal('enrol/not-for-us', {}));
  return err(refusal(opened.error.code === 'enrol/not-for-us' ? 'enrol/not-for-us' : 'enrol/not-an-answer', {}));
}

/** New keys are for the same node under the same root, and rosters never go back. */
function continues({ home }: HomeContext, { node, rootKey, roster }: OpenedAnswer): boolean {
  const { root_public } = readOwnKeys(home.store.raw);
  const { node: self, roster: held } = home.rosters.self();
  return node.id === self && root_public !== null && bytesEqual(rootKey, root_public) && roster.version >= held;
}

function install(context: HomeContext, { rootKey, roster, node, device }: OpenedAnswer): null {
  const { raw } = context.home.store;
  run(raw, 'INSERT INTO roster (version, hash, line) VALUES (?, ?, ?)', roster.version, roster.hash, roster.line);
  run(
    raw,
    `UPDATE self SET node = ?, name = ?, place = ?, services = ?, parent = ?, code = ?, series = ?, root_public = ?,
       roster = ?`,
    node.id,
    node.name,
    node.place,
    JSON.stringify(node.services),
    node.parent,
    node.code,
    device.cert.series,
    rootKey,
    roster.version,
  );
  // The letter of the certificate is this incarnation's; a later one gets another.
  run(raw, 'UPDATE inc SET series = ? WHERE ordinal = (SELECT max(ordinal) FROM inc)', device.cert.series);
  context.home.rosters.reload();
  followRoster(raw, context.home.rosters, null);
  return writeOwnUsers(context.services, context.home);
}
