import { expect, test } from 'vitest';
import { collect, oneAfterAnother, openAge, sealAge } from './age.ts';
import { ageKeyOf } from './age-identity.ts';
import { utf8 } from './bytes.ts';
import { randomBytes } from './random.ts';

test('spells a known secret so that age-keygen finds its recipient', async () => {
  const { identity, recipient } = await ageKeyOf(Uint8Array.from({ length: 32 }, (_, i) => i));
  expect(identity).toMatch(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/);
  expect(recipient).toBe('age13aqvttdk3ujkyjh9kg2w5an6dmy5mq5a84a4uxk3hfhnugfc9p0sy5p2wh');
});

test('gives the same key for the same secret, and one that opens what was sealed to it', async () => {
  const secret = randomBytes(32);
  const key = await ageKeyOf(secret);
  expect(await ageKeyOf(secret.slice())).toEqual(key);
  const sealed = await collect(sealAge([key.recipient], oneAfterAnother(utf8('text'))));
  expect(await collect(openAge(key.identity, oneAfterAnother(sealed)))).toEqual(utf8('text'));
});

test('takes 32 bytes alone', async () => {
  await expect(ageKeyOf(new Uint8Array(31))).rejects.toThrow(RangeError);
});
