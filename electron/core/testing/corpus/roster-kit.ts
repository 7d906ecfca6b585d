/** @file What a directorate's own keys allow: rosters that are signed rightly and still wrong. */
import { get } from '#core/changes/statements.ts';
import { createSigner } from '#core/crypto/ed25519.ts';
import type { Roster } from '#core/exchange/roster.ts';
import { signLine } from '#core/exchange/signed-line.ts';
import type { Played } from './played-app.ts';

/** What the directorate's own keys and roster allow; taken while its home is open. */
export type RosterKit = {
  readonly roster: Roster;
  readonly sign: (body: object) => Uint8Array;
  readonly authority: Uint8Array;
};

export function rosterKitOf(directorate: Played): RosterKit {
  const roster = directorate.home().rosters.current();
  const keys = get<{ authority_key: Uint8Array }>(directorate.home().store.raw, 'SELECT authority_key FROM self');
  if (!roster || !keys) throw new Error('no roster');
  const signer = createSigner(keys.authority_key);
  return { roster, authority: keys.authority_key, sign: (body) => signLine(body as never, 'cp1-roster\n', signer) };
}
