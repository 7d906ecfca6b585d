import { describe, expect, it } from 'vitest';
import { refusal } from '#shared/errors/codes.ts';
import { err } from '#shared/lib/result.ts';
import { type Client, NoAnswer } from '#renderer/client/client.ts';
import { createFakeClient, type FakeHandlers } from '#renderer/client/fake-client.ts';
import { nothingSentYet, sendFile } from './send-file.ts';

let staged = 0;
const stage: FakeHandlers = {
  'files.stage': () => {
    staged += 1;
    return { token: String(staged).padStart(32, 'A'), bytes: 0 };
  },
};
const added = { id: 'record', attachmentId: 'one' };
const fields = { name: 'Deed', what: null, taken: null, class: 'restricted' } as const;
const file = { contents: new Blob(['a'.repeat(700_000)]), preview: new Blob(['b']), note: null };

const send = (client: Client, before = nothingSentYet(), signal = new AbortController().signal) =>
  sendFile(client, { recordId: 'record', fields, file, before, onProgress: () => undefined, signal });

const silent = (client: Client, method: string): Client => ({
  ...client,
  call: async (name, input) => {
    const answer = await client.call(name, input);
    if (name === method) throw new NoAnswer();
    return answer;
  },
});

describe('sending a file', () => {
  it('stages file and preview, then attaches both', async () => {
    const client = createFakeClient({ ...stage, 'attachments.add': () => added });
    expect(await send(client)).toBeNull();
    expect(client.calls.map(({ method }) => method)).toEqual([
      'files.stage',
      'files.stage',
      'files.stage',
      'attachments.add',
    ]);
    expect(client.calls.at(-1)?.input).toMatchObject({ name: 'Deed', class: 'restricted', what: '', taken: null });
  });

  it('repeats the very same call when an answer got lost, so that nothing is attached twice', async () => {
    const client = createFakeClient({ ...stage, 'attachments.add': () => added });
    const before = nothingSentYet();
    expect(await send(silent(client, 'attachments.add'), before)).toMatchObject({ code: 'internal' });
    expect(await send(client, before)).toBeNull();
    const calls = client.calls.filter(({ method }) => method === 'attachments.add').map(({ input }) => input);
    expect(new Set(calls.map((input) => JSON.stringify(input))).size).toBe(1);
    expect(client.calls.filter(({ method }) => method === 'files.stage')).toHaveLength(3);
  });

  it('stages anew after a refusal, as another command', async () => {
    const refused = err(refusal('file/unknown-token', {}));
    const before = nothingSentYet();
    const { commandId } = before;
    expect(await send(createFakeClient({ ...stage, 'attachments.add': () => refused }), before)).toEqual(refused.error);
    expect(before).toMatchObject({ file: null, preview: null });
    expect(before.commandId).not.toBe(commandId);
  });

  it('stops when the person says so', async () => {
    const client = createFakeClient(stage);
    expect(await send(client, nothingSentYet(), AbortSignal.abort())).toBe('stopped');
    expect(client.calls).toEqual([]);
  });
});
