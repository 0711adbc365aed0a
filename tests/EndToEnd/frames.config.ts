import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.ts';
import journeys from './playwright.config.ts';

// called by tests/Benchmarks with a database of its own: `dotnet run -c Release --project tests/Benchmarks -- screens`
export default defineConfig(journeys, {
  testDir: 'frames',
  reporter: 'line',
  workers: 1,
  timeout: 900_000,
  // frames are counted as people see them
  use: { launchOptions: await findBrowser() },
});
