import type { HandlersOf } from '#core/context.ts';
import { get } from '#core/changes/statements.ts';
import { publicKeyOf } from '#core/crypto/ed25519.ts';
import { fingerprint } from '#core/exchange/enrolment.ts';
import { ok } from '#shared/lib/result.ts';
import { acceptRequest } from './accept-request.ts';
import { installAnswer, readAnswerFile } from './install-answer.ts';
import { moveOffice } from './move-node.ts';
import { readRequestFile } from './read-request.ts';
import { renewKeys } from './renew-keys.ts';
import { writeEnrolmentRequest } from './write-request.ts';

export const enrolmentHandlers: HandlersOf<'enrol'> = {
  'enrol.request': writeEnrolmentRequest,
  'enrol.readRequest': readRequestFile,
  'enrol.accept': acceptRequest,
  'enrol.move': moveOffice,
  'enrol.readAnswer': readAnswerFile,
  'enrol.install': installAnswer,
  'enrol.renew': renewKeys,
  'enrol.fingerprints': async ({ home }) => {
    const keys = get<{ sign_key: Uint8Array; root_public: Uint8Array | null }>(
      home.store.raw,
      'SELECT sign_key, root_public FROM self',
    );
    if (!keys) throw new Error('a home without its own row');
    return ok({
      device: fingerprint(publicKeyOf(keys.sign_key)),
      root: keys.root_public ? fingerprint(keys.root_public) : null,
    });
  },
};
