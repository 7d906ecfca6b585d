import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './build/chromium.ts';

export default defineConfig({
  testDir: 'renderer/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/journeys',
  globalSetup: './renderer/e2e/harness/build-screens.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    viewport: { width: 1366, height: 768 },
    timezoneId: 'Asia/Baghdad',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium(), args: [...chromiumFlags] },
  },
});
