import { describe, expect, test } from 'vitest';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { createFakeClient } from './fake-client.ts';
import { fetchAttachment, stageFile, stageSecret } from './files.ts';

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

test('hands a file for a record over as a secret one, and tells how far it is', async () => {
  const told: number[] = [];
  const client = createFakeClient({ 'files.stage': () => ({ token, bytes: 0 }) });
  const transfer = { onProgress: (done: number) => told.push(done), signal: new AbortController().signal };
  expect(await stageSecret(client, new File([new Uint8Array(1_200_000)], 'file'), transfer)).toEqual(
    ok({ token, name: 'file' }),
  );
  expect(told).toEqual([524_288, 1_048_576, 1_200_000]);
  expect(client.calls.map(({ input }) => (input as { secret: boolean }).secret)).toEqual([true, true, true]);
});

test('sends no further piece once it is stopped', async () => {
  const stop = new AbortController();
  const client = createFakeClient({ 'files.stage': () => ({ token, bytes: 0 }) });
  const transfer = { onProgress: () => stop.abort(), signal: stop.signal };
  expect(await stageSecret(client, new File([new Uint8Array(1_200_000)], 'file'), transfer)).toBeNull();
  expect(client.calls).toHaveLength(1);
});

describe('an attachment', () => {
  const what = { recordId: 'r', attachmentId: 'a', preview: false };
  const contents = new Uint8Array(1_100_000).map((_, index) => index % 251);
  const answering = () =>
    createFakeClient({
      'attachments.piece': ({ offset = 0 }) => {
        const piece = contents.subarray(offset, offset + 524_288);
        const done = offset + piece.length === contents.length;
        const data = Buffer.from(piece).toString('base64');
        return { name: 'n', type: 'image/jpeg', bytes: contents.length, data, done };
      },
    });

  test('is put together from its pieces', async () => {
    const told: number[] = [];
    const transfer = { onProgress: (done: number) => told.push(done), signal: new AbortController().signal };
    const answer = await fetchAttachment(answering(), what, transfer);
    expect(told).toEqual([524_288, 1_048_576, 1_100_000]);
    if (!answer?.ok) throw new Error('no contents');
    expect(answer.value.type).toBe('image/jpeg');
    expect(Buffer.from(await answer.value.arrayBuffer()).equals(Buffer.from(contents))).toBe(true);
  });

  test('is not asked for any further once the viewer is closed', async () => {
    const stop = new AbortController();
    const client = answering();
    expect(await fetchAttachment(client, what, { onProgress: () => stop.abort(), signal: stop.signal })).toBeNull();
    expect(client.calls).toHaveLength(1);
  });
});
