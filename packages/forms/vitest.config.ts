import { defineConfig } from 'vitest/config';

// Pure functions leave nothing behind: the files of a worker share what they import.
export default defineConfig({ test: { include: ['src/**/*.test.ts'], isolate: false } });
