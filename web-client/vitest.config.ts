import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    // the components and the testing library must share one Preact
    server: { deps: { inline: [/@testing-library\/react/, /wouter/, /@tanstack/] } },
  },
});
