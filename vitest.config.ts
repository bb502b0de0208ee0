import { defineConfig } from 'vitest/config';

// Run by scripts/test.mjs with the packages that need no database; the server's tests run by its own configuration.
export default defineConfig({ test: { projects: ['packages/*'], testTimeout: 20_000 } });
