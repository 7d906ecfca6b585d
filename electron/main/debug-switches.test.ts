import { expect, test } from 'vitest';
import { hasDebugSwitch } from './debug-switches.ts';

test('finds switches that open the window, in every spelling', () => {
  const found = [
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '-inspect',
    '/inspect',
    '--JS-Flags=--expose-gc',
    '--no-sandbox',
    '--disable-web-security',
    '--load-extension=/tmp/x',
    '--proxy-server=127.0.0.1:1',
    '--host-rules=MAP * 127.0.0.1',
    '--ignore-certificate-errors',
  ];
  for (const argument of found) expect(hasDebugSwitch(['jisr', argument]), argument).toBe(true);
});

test('lets ordinary arguments pass', () => {
  expect(hasDebugSwitch(['/opt/inspect/jisr', '--safe-display', '/home/user/bundle.cpb', '--lang=ar'])).toBe(false);
});
