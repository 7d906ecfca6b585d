import { defineConfig } from 'vitest/config';

/** Runs what touches cryptography once more, with everything refused that Electron's BoringSSL lacks. */
export default defineConfig({
  test: {
    include: ['electron/core/{crypto,exchange}/**/*.test.ts', 'electron/core/testing/boringssl-guard.test.ts'],
    exclude: ['**/node_modules/**', 'out/**'],
    setupFiles: ['electron/core/testing/boringssl-guard.ts'],
    // The guard changes a built-in module for good: each file gets a process of its own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    env: { JISR_BORINGSSL_GUARD: '1' },
  },
});
