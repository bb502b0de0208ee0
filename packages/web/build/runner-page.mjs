import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = (name) => fileURLToPath(new URL(`../src/runner/${name}`, import.meta.url));
const target = ['es2022'];

/** Every word of the runner names its language: what finds out the reader's, for the application, stays out. */
const withoutLocale = {
  name: 'without-locale',
  setup: ({ onLoad }) => onLoad({ filter: /[\\/]paraglide[\\/]runtime\.js$/ }, () => ({ contents: statedLocale })),
};
const statedLocale = `export const experimentalStaticLocale = undefined;
export const getLocale = () => { throw new RangeError('a word of the runner does not name its language'); };`;

/**
 * The page of a survey is built by itself, so that it shares no file with the application: one script for the browser, and beside it the code
 * with which the server writes the page, its styles included. See docs/decisions/0017-runner.md.
 */
export function runnerPage() {
  let out = 'dist';
  return {
    name: 'zhiheng:runner-page',
    apply: 'build',
    configResolved(config) {
      out = resolve(config.root, config.build.outDir);
    },
    writeBundle: {
      sequential: true,
      order: 'pre',
      handler: () => buildRunner(out),
    },
  };
}

export async function buildRunner(out) {
  const [script, snippet, kiosk, styles] = await Promise.all(['browser.ts', 'snippet.ts', 'kiosk-worker.ts', 'page.css'].map(textOf));
  await mkdir(join(out, 'assets'), { recursive: true });
  const name = `runner-${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`;
  await writeFile(join(out, 'assets', name), script);
  await build({
    entryPoints: [source('page.ts')],
    outfile: join(out, 'runner/page.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    plugins: [withoutLocale],
    target,
    logLevel: 'warning',
    footer: { js: `export const assets = ${JSON.stringify({ script: `/assets/${name}`, styles: styles.trim(), snippet, kiosk })};` },
  });
}

/** What one file becomes with all that it imports, as small as it can be. Styles that a script imports are in the page already. */
async function textOf(name) {
  const isScript = name.endsWith('.ts');
  const { outputFiles } = await build({
    entryPoints: [source(name)],
    bundle: true,
    minify: true,
    write: false,
    plugins: [withoutLocale],
    // One of the scripts runs on pages of other sites: nothing of it may stand among their names.
    format: isScript ? 'iife' : undefined,
    target: isScript ? target : undefined,
    legalComments: 'none',
    logLevel: 'warning',
    ...(isScript ? { loader: { '.css': 'empty' } } : {}),
  });
  return outputFiles[0].text;
}
