import { run } from '#core/changes/statements.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { generateAgeIdentity } from '#core/crypto/age.ts';
import { toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { createSigner, generateSigningKey, publicKeyOf } from '#core/crypto/ed25519.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { fingerprint, type OpenedAnswer, writeRequest } from '#core/exchange/enrolment.ts';
import { followRoster } from '#core/exchange/links.ts';
import { settleNotices } from '#core/exchange/notices.ts';
import { takeRoster } from '#core/exchange/take-roster.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { type NextKeys, readNextKeys } from './own-keys.ts';
import { writeSmallFile } from './small-files.ts';

/**
 * Asks for a certificate for new keys of an enrolled computer: after its old ones were blocked, or because it is a copy
 * of another. The old keys stay in use until the answer is installed; asking again asks for the same keys.
 */
export const renewKeys: Handler<'enrol.renew'> = async (context, { to }) => {
  const { home } = context;
  const self = home.rosters.self();
  if (self.roster === 0) return err(refusal('node/not-enrolled', {}));
  if (self.kind === 'directorate') return err(refusal('enrol/not-at-the-directorate', {}));
  const made = { sign_key: generateSigningKey().privateKey, ...(await generateAgeIdentity()) };
  const keys = await inTransaction(home.store, async () => ok(keepNextKeys(context, made)));
  if (!keys.ok) throw new Error('nothing refuses new keys');
  const { kind, name, place, services } = self;
  const signKey = publicKeyOf(keys.value.sign_key);
  const request = { kind, name, place, services, signKey: toBase64Url(signKey), recipient: keys.value.age_recipient };
  const line = writeRequest(request, createSigner(keys.value.sign_key));
  const written = await writeSmallFile(context, to, `JR-${toHex(randomBytes(3))}.cpr`, line);
  return written.ok ? ok({ ...written.value, fingerprint: fingerprint(signKey) }) : written;
};

function keepNextKeys(
  { home }: HomeContext,
  made: { readonly sign_key: Uint8Array; readonly identity: string; readonly recipient: string },
): NextKeys {
  const { raw } = home.store;
  const asked = readNextKeys(raw);
  if (asked) return asked;
  const { sign_key, identity, recipient } = made;
  run(
    raw,
    'UPDATE self SET next_sign_key = ?, next_age_identity = ?, next_age_recipient = ?',
    sign_key,
    identity,
    recipient,
  );
  return { sign_key, age_identity: identity, age_recipient: recipient };
}

/**
 * Goes on as another device of the same node: its own first incarnation, links and series. What is here already goes on
 * the new links from the beginning; the other ends recognise it by its ids. Must run inside a transaction.
 */
export function installRenewed(context: HomeContext, { roster, device }: OpenedAnswer): null {
  const { home } = context;
  const { raw } = home.store;
  run(
    raw,
    `UPDATE self SET device = ?, sign_key = next_sign_key, age_identity = next_age_identity,
       age_recipient = next_age_recipient, series = ?, next_sign_key = NULL, next_age_identity = NULL,
       next_age_recipient = NULL`,
    Buffer.from(device.cert.dev, 'base64url'),
    device.cert.series,
  );
  for (const table of ['link_out', 'peer', 'reject', 'blob_peer']) run(raw, `DELETE FROM ${table}`);
  run(
    raw,
    `INSERT INTO inc (ordinal, inc, started, why, seq, head, series)
     SELECT max(ordinal) + 1, ?, ?, 'renewed', 0, ?, ? FROM inc`,
    randomBytes(8),
    new Date(context.services.ports.now()).toISOString(),
    new Uint8Array(32),
    device.cert.series,
  );
  settleNotices(raw, 'series-provisional');
  home.rosters.reload();
  const areas = new Set<string>();
  takeRoster(home, roster.line, areas);
  // Also where that version was here before.
  followRoster(raw, home.rosters, null);
  context.refresh(areas);
  return null;
}
