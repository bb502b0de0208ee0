import { fileURLToPath } from 'node:url';
import { compile } from '@inlang/paraglide-js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** How messages become functions; the same for the build, the development server and this script. */
export const messageOptions = {
  project: here('../project.inlang'),
  outdir: here('../src/paraglide'),
  strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
  localStorageKey: 'zhiheng-locale',
  isServer: 'false',
  emitReadme: false,
  disableAsyncLocalStorage: true,
};

// The compiler leaves timers behind that would hold the process for half a minute.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await compile(messageOptions);
  process.exit(0);
}
