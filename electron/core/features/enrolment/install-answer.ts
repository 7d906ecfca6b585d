import { run } from '#core/changes/statements.ts';
import { limits } from '#core/changes/limits.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { publicKeyOf } from '#core/crypto/ed25519.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { type OpenedAnswer, openAnswer } from '#core/exchange/enrolment.ts';
import { followRoster } from '#core/exchange/links.ts';
import { writeOwnUsers } from '#core/features/users/own-users.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { readOwnKeys } from './own-keys.ts';
import { readSmallFile } from './small-files.ts';

export const readAnswerFile: Handler<'enrol.readAnswer'> = async (context, { file }) => {
  const opened = await openAnswerFile(context, file);
  if (!opened.ok) return opened;
  const { roster, node, fingerprint } = opened.value;
  const parentName = roster.nodesById.get(node.parent ?? '')?.name ?? '';
  return ok({ parentName, code: node.code ?? '', fingerprint });
};

/** Pins the root key, takes certificate and roster, opens the link to the parent. From here on the home records. */
export const installAnswer: Handler<'enrol.install'> = async (context, { file, fingerprint }) => {
  const opened = await openAnswerFile(context, file);
  if (!opened.ok) return opened;
  if (opened.value.fingerprint !== fingerprint) return err(refusal('enrol/fingerprint-differs', {}));
  const { node, roster } = opened.value;
  if (node.parent === null) return err(refusal('enrol/not-an-answer', {}));
  await inTransaction(context.home.store, async () => ok(install(context, opened.value)));
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
  if (context.home.rosters.self().roster > 0) return err(refusal('node/already-enrolled', {}));
  const bytes = await readSmallFile(context, file, limits.enrolmentAnswerBytes);
  if (!bytes.ok) return bytes;
  const keys = readOwnKeys(context.home.store.raw);
  const opened = await openAnswer(bytes.value, { identity: keys.age_identity, signKey: publicKeyOf(keys.sign_key) });
  if (opened.ok) return opened;
  return err(refusal(opened.error.code === 'enrol/not-for-us' ? 'enrol/not-for-us' : 'enrol/not-an-answer', {}));
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
