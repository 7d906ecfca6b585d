import { expect, test } from 'vitest';
import { createQueryCache, refreshAreas } from './client-context.tsx';

test('a change in one area makes its own and the gathering answers old, and leaves files and others alone', async () => {
  const cache = createQueryCache();
  const old = [
    'forums.list',
    'home.overview',
    'records.conflicts',
    'attachments.of',
    'exchange.status',
    'sticks.contents',
    'audit.list',
    'session.state',
    'notices.list',
    'transfers.list',
    'sharing.nodes',
    'devices.list',
  ];
  const fresh = [
    ['meetings.list', {}],
    ['reference.lists', {}],
    ['exchange.inspect', { file: 'x' }],
  ];
  const keys = [...old.map((method) => [method, {}]), ...fresh];
  for (const key of keys) cache.setQueryData(key, 1);
  refreshAreas(cache, ['forums']);
  expect(keys.filter((key) => cache.getQueryState(key)?.isInvalidated).map(([method]) => method)).toEqual(old);
});
