import { defineConfig } from '@playwright/test';
import { findLightBrowser } from './browser.ts';

// JourneyTests.cs starts the program and says here where it is
const baseURL = process.env['KEDIRILAPOR_URL'];

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'shots/failed',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // generous, for machines with other work: a step that hangs ends much earlier
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: {
    ...(baseURL && { baseURL }),
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
    launchOptions: await findLightBrowser(),
  },
});
