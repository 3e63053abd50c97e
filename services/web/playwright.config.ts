import { defineConfig, devices } from '@playwright/test';
import { address } from './journeys/address';

const chromium = process.env['CHROMIUM'] || '/usr/bin/chromium';

export default defineConfig({
  testDir: 'journeys',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  // One suite with its limits per address stands behind all journeys.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: address(),
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'first run', testMatch: 'first-run.setup.ts', use: { viewport: { width: 360, height: 760 } } },
    {
      name: 'phone',
      dependencies: ['first run'],
      use: { ...devices['Pixel 7'], viewport: { width: 360, height: 760 }, locale: 'ko-KR' },
    },
    {
      name: 'desktop',
      dependencies: ['first run'],
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 860 }, locale: 'ko-KR' },
    },
  ],
});
