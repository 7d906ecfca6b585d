import { expect, test } from 'vitest';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { createFakeClient } from './fake-client.ts';
import { stageFile } from './files.ts';

const token = 'A'.repeat(32);

test('hands a file over in pieces of 512 KiB and marks the last one', async () => {
  const bytes = new Uint8Array(1_200_000).map((_, index) => index % 251);
  const client = createFakeClient({ 'files.stage': () => ({ token, bytes: 0 }) });
  expect(await stageFile(client, new File([bytes], 'CP-1.cpb'))).toEqual(ok({ token, name: 'CP-1.cpb' }));
  const pieces = client.calls.map(({ input }) => input as { token: string | null; data: string; last: boolean });
  expect(pieces.map((piece) => [piece.token, piece.last])).toEqual([
    [null, false],
    [token, false],
    [token, true],
  ]);
  const joined = Buffer.concat(pieces.map(({ data }) => Buffer.from(data, 'base64')));
  expect(joined.equals(Buffer.from(bytes))).toBe(true);
});

test('hands an empty file over as one empty piece', async () => {
  const client = createFakeClient({ 'files.stage': () => ({ token, bytes: 0 }) });
  await stageFile(client, new File([], 'empty'));
  expect(client.calls.map(({ input }) => input)).toMatchObject([{ token: null, data: '', last: true }]);
});

test('stops at the first piece that is refused', async () => {
  const full = err(refusal('file/no-space', { needBytes: 2, freeBytes: 1 }));
  const client = createFakeClient({ 'files.stage': () => full });
  expect(await stageFile(client, new File([new Uint8Array(1_200_000)], 'big'))).toEqual(full);
  expect(client.calls).toHaveLength(1);
});
