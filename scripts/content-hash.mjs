import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..');

const passed = new Set(['node_modules', 'dist', 'paraglide', 'test-results']);

/** Hash over names and contents of files and folders, in a stable order. What is built from them does not count. */
export function contentHash(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addPath(hash, join(root, path));
  return hash.digest('hex');
}

function addPath(hash, path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
    return;
  }
  const names = readdirSync(path).filter((name) => !passed.has(name) && !name.endsWith('.tsbuildinfo'));
  for (const name of names.sort()) addPath(hash, join(path, name));
}

// Beside the packages, so that `npm ci` takes the stamps away with them.
const stampFile = (name) => join(root, 'node_modules/.cache/zhiheng', `${name}.stamp`);

export function hasStamp(name, value) {
  const file = stampFile(name);
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

export function writeStamp(name, value) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), value);
}
