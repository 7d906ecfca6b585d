import { defineConfig } from 'vitest/config';

/** Rigs: machines that break on purpose. They mount and kill, so they run one after another. */
export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,build}/**/*.rig.ts'],
    exclude: ['**/node_modules/**', 'out/**'],
    fileParallelism: false,
    testTimeout: 60_000,
  },
});
