import { defineConfig } from 'vitest/config';

/** Suites that take longer than `npm test` may: `npm run test:soak`. */
export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,build}/**/*.soak.ts'],
    exclude: ['**/node_modules/**', 'out/**'],
    maxWorkers: 2,
    testTimeout: 3_600_000,
    passWithNoTests: true,
  },
});
