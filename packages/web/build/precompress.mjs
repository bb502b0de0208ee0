import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const compressible = /\.(js|css|svg|json)$/;
const worthIt = 1024;

/** Writes .gz and .br beside every text file of the build, so that the server never compresses while somebody waits. */
export function precompress() {
  let folder = 'dist';
  return {
    name: 'zhiheng:precompress',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir, config.build.assetsDir);
    },
    // Only once the files are written: a build that fails must show its own error.
    async writeBundle() {
      const names = (await readdir(folder)).filter((name) => compressible.test(name));
      for (const name of names) await compressFile(join(folder, name));
    },
  };
}

async function compressFile(path) {
  const content = await readFile(path);
  if (content.length < worthIt) return;
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
  await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
  await writeFile(`${path}.br`, brotliCompressSync(content, brotli));
}
