import { defineConfig } from 'vitest/config';

// The messages are compiled before (`npm run messages`); components ask for happy-dom on their first line.
export default defineConfig({
  test: { include: ['src/**/*.test.{ts,tsx}'], css: { modules: { classNameStrategy: 'non-scoped' } } },
});
