import './require-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './content-hash.mjs';
import { build } from './build.mjs';
import { installPackages } from './install-packages.mjs';

/** Runs the named files of a folder, or all, one after the other; ends with 1 if any fails. A file takes part that states its `Claim:`. */
export async function runFolder(folder, wanted) {
  installPackages();
  await build();
  const names = runnable(folder);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0 || names.length === 0) {
    console.error(`no such file in ${folder}/: ${unknown.join(', ') || 'it is empty'}; there are: ${names.join(', ')}`);
    process.exit(1);
  }
  const failed = (wanted.length > 0 ? wanted : names).filter((name) => !runs(join(root, folder, `${name}.ts`), name));
  if (failed.length > 0) console.error(`\nfailed: ${failed.join(', ')}`);
  process.exit(failed.length > 0 ? 1 : 0);
}

function runnable(folder) {
  const path = join(root, folder);
  const files = existsSync(path) ? readdirSync(path) : [];
  const claims = (file) => file.endsWith('.ts') && readFileSync(join(path, file), 'utf8').includes('Claim:');
  return files.filter(claims).map((file) => file.replace(/\.ts$/, ''));
}

function runs(file, name) {
  console.log(`\n== ${name}`);
  const run = spawnSync(process.execPath, ['--import', 'tsx', file], { cwd: root, stdio: 'inherit' });
  return run.status === 0;
}
