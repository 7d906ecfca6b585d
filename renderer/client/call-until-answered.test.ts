import { expect, test, vi } from 'vitest';
import { ok } from '#shared/lib/result.ts';
import { callUntilAnswered } from './call-until-answered.ts';
import { type Client, NoAnswer } from './client.ts';

const input = { commandId: 'b5a2d7c0-8a52-4f5e-9d5e-6f2f4f1a0001' };

function silentClient(silences: number): { client: Client; ids: string[] } {
  const ids: string[] = [];
  const client: Client = {
    call: async (_method, given) => {
      ids.push((given as { commandId: string }).commandId);
      if (ids.length <= silences) throw new NoAnswer('lost');
      return ok({}) as never;
    },
    onEvent: () => () => undefined,
  };
  return { client, ids };
}

test('repeats a command with the same id after its answer got lost', async () => {
  vi.useFakeTimers();
  const { client, ids } = silentClient(2);
  const answer = callUntilAnswered(client, 'session.active', input);
  await vi.runAllTimersAsync();
  expect(await answer).toEqual(ok({}));
  expect(ids).toEqual([input.commandId, input.commandId, input.commandId]);
  vi.useRealTimers();
});

test('gives up after three attempts without claiming an outcome', async () => {
  vi.useFakeTimers();
  const { client, ids } = silentClient(99);
  const answer = callUntilAnswered(client, 'session.active', input);
  await vi.runAllTimersAsync();
  expect(await answer).toBeNull();
  expect(ids).toHaveLength(3);
  vi.useRealTimers();
});
