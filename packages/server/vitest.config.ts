import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: './src/testing/global-setup.ts',
    include: ['src/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Nothing is mocked, and every file has a database of its own: the files of a worker share what they import.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
