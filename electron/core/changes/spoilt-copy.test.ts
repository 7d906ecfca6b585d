/** @file A change that came with a spoilt signature and then again, sound, from who may not hold its payload. */
import { expect, it } from 'vitest';
import { uuidToWire } from '#core/changes/ids.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { createRigDevice, createRigStore, deliver, writeChange } from '#core/testing/change-rig.ts';
import { shortId } from './change.ts';
import { all } from './statements.ts';

it('keeps the payload that fits it, and loses one that does not', () => {
  const device = createRigDevice('A');
  const store = createRigStore({ devices: [device], parents: { A: null }, revoked: [] });
  const agg = uuidToWire('00000000-0000-7000-8000-000000000001');
  const common = { agg, at: 'dispute', ros: 1 } as const;
  const founding = writeChange(device, {
    ...common,
    own: null,
    groups: [{ group: 'owner', value: { node: 'A' } }],
  });
  const told = (text: string) =>
    writeChange(device, { ...common, own: shortId(founding.id), groups: [{ group: 'narrative', value: { text } }] });
  const [one, other] = [told('kept'), told('lost')];
  const take = (...changes: readonly (typeof one)[]): void =>
    store.raw.transaction(() =>
      deliver(
        store,
        changes.map((change) => ({ change })),
      ),
    )();
  take(founding);
  take({ ...one, signature: randomBytes(64) });
  take({ ...other, payloadBytes: one.payloadBytes, signature: randomBytes(64) });
  take({ ...one, payloadBytes: null });
  take({ ...other, payloadBytes: null });
  const rows = all(store.raw, "SELECT verdict, pay IS NOT NULL AS here FROM chg WHERE aud = 'restricted' ORDER BY n");
  expect(rows).toEqual([
    { verdict: 'ok', here: 1 },
    { verdict: 'ok', here: 0 },
  ]);
  store.raw.close();
});
