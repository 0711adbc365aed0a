import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // a test of the screen asks for its browser in its first line: starting one costs two seconds
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    unstubGlobals: true,
    // the components and their libraries must share one Preact
    server: { deps: { inline: [/wouter/, /@tanstack/] } },
  },
});
