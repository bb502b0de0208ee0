#!/usr/bin/env node
// Runs the bundle when it is built and no source is newer; else the sources themselves.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `质衡需要 Node.js 20.19 或更新的版本，现在是 ${process.versions.node}。 Zhiheng needs Node.js 20.19 or newer, this is ${process.versions.node}.`,
  );
  process.exit(2);
}

const folder = join(import.meta.dirname, '..');
const bundle = join(folder, 'dist/main.js');
const sources = [join(folder, 'src'), join(folder, '../contract/src')];

if (existsSync(bundle) && !sources.some((source) => isNewer(source, statSync(bundle).mtimeMs))) await import(pathToFileURL(bundle).href);
else await runSources();

function isNewer(source, than) {
  return existsSync(source) && readdirSync(source, { recursive: true }).some((name) => statSync(join(source, name)).mtimeMs > than);
}

async function runSources() {
  try {
    const { register } = await import('tsx/esm/api');
    register();
  } catch {
    console.error('请先在质衡的文件夹中运行 npm install（或 npm start）。 Run npm install (or npm start) in the folder of Zhiheng first.');
    process.exit(2);
  }
  await import('../src/main.ts');
}
