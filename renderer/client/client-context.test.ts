import { expect, test } from 'vitest';
import { createQueryCache, refreshAreas } from './client-context.tsx';

test('a change in one area makes its own and the gathering answers old, and leaves files and others alone', async () => {
  const cache = createQueryCache();
  const keys = [
    ['forums.list', {}],
    ['meetings.list', {}],
    ['home.overview', {}],
    ['reference.lists', {}],
    ['exchange.inspect', { file: 'x' }],
  ];
  for (const key of keys) cache.setQueryData(key, 1);
  refreshAreas(cache, ['forums']);
  const old = keys.filter((key) => cache.getQueryState(key)?.isInvalidated).map(([method]) => method);
  expect(old).toEqual(['forums.list', 'home.overview']);
});
