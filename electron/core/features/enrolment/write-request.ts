import type { Handler } from '#core/context.ts';
import { toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { publicKeyOf } from '#core/crypto/ed25519.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { fingerprint, writeRequest } from '#core/exchange/enrolment.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { readOwnKeys } from './own-keys.ts';
import { writeSmallFile } from './small-files.ts';

export const writeEnrolmentRequest: Handler<'enrol.request'> = async (context, { to }) => {
  const self = context.home.rosters.self();
  if (self.roster > 0) return err(refusal('node/already-enrolled', {}));
  const keys = readOwnKeys(context.home.store.raw);
  const signKey = publicKeyOf(keys.sign_key);
  const { kind, name, place, services } = self;
  const request = { kind, name, place, services, signKey: toBase64Url(signKey), recipient: keys.age_recipient };
  const line = writeRequest(request, context.home.signer);
  const written = await writeSmallFile(context, to, `JR-${toHex(randomBytes(3))}.cpr`, line);
  return written.ok ? ok({ ...written.value, fingerprint: fingerprint(signKey) }) : written;
};
