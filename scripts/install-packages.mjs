import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from './content-hash.mjs';

/** Installs the locked packages when they are missing or the lock changed. No install script runs: nothing here needs one. */
export function installPackages() {
  if (holdsLockedPackages()) return;
  console.log('安装依赖 … Installing packages …');
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = runNpm(args);
  if (run.status !== 0) throw new Error('npm ci failed: see its message above');
}

/** npm leaves a lockfile of what it installed in node_modules: every package that is not for another platform must be in it. */
function holdsLockedPackages() {
  const installed = packagesIn('node_modules/.package-lock.json');
  if (installed === null) return false;
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.peer || installed[path]?.version === wanted.version,
  );
}

function packagesIn(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

/** Runs npm in the root; its cache goes into the clone when the home folder takes no files. */
export function runNpm(args, options = {}) {
  const env = {
    ...process.env,
    npm_config_update_notifier: 'false',
    ...(homeTakesFiles() ? {} : { npm_config_cache: ownCache(), npm_config_logs_max: '0' }),
  };
  return spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options, env });
}

function homeTakesFiles() {
  const cache = process.env.npm_config_cache ?? join(homedir(), '.npm');
  const folder = existsSync(cache) ? cache : homedir();
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function ownCache() {
  const folder = join(root, '.cache/npm');
  mkdirSync(folder, { recursive: true });
  return folder;
}
