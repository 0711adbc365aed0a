import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

// `npm run pictures`, against the program that KEDIRILAPOR_URL names: every page and state, and sheets of them at the end
export default defineConfig(journeys, {
  testDir: 'pictures',
  globalTeardown: './pictures/support/sheets.ts',
  reporter: 'list',
  timeout: 900_000,
});
