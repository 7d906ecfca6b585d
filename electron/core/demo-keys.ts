/**
 * @file Private age identities out of a home, for demo homes alone: with them anyone can open the demo's bundles with
 * stock tools and check our format. No method of the contract gives a private key away, and only `jisr demo`, which
 * has just invented everything in these homes, calls this.
 */
import { get } from '#core/changes/statements.ts';
import { fromUtf8, toBase64Url } from '#core/crypto/bytes.ts';
import { readOwnKeys } from '#core/features/enrolment/own-keys.ts';
import { createHomeKeeper } from '#core/home/home-keeper.ts';
import { unlockWithPassphrase } from '#core/home/unlock.ts';
import type { Ports } from './ports.ts';

export type DemoKeys = {
  /** `AGE-SECRET-KEY-1...` */
  readonly identity: string;
  readonly recipient: string;
  /** Root public key, base64url. */
  readonly root: string;
  /** The newest roster's line, as it travels. */
  readonly roster: string;
};

/** Opens the closed home of `ports` once more; throws where that is not possible, for the demo knows its passphrase. */
export async function readDemoKeys(ports: Ports, user: string, passphrase: string): Promise<DemoKeys> {
  const keeper = createHomeKeeper(ports, () => undefined);
  const unlocked = await unlockWithPassphrase(keeper.keys, user, passphrase);
  if (!unlocked.ok) throw new Error(`no demo keys: ${unlocked.error.code}`);
  const home = await keeper.enter(unlocked.value);
  if (!home.ok) throw new Error(`no demo keys: ${home.error.code}`);
  try {
    const { raw } = home.value.store;
    const keys = readOwnKeys(raw);
    const roster = get<{ line: Uint8Array }>(raw, 'SELECT line FROM roster ORDER BY version DESC LIMIT 1');
    if (!keys.root_public || !roster) throw new Error('no demo keys before enrolment');
    const line = fromUtf8(roster.line);
    if (line === null) throw new Error('a roster is text');
    return {
      identity: keys.age_identity,
      recipient: keys.age_recipient,
      root: toBase64Url(keys.root_public),
      roster: line,
    };
  } finally {
    await keeper.close();
  }
}
