// `npm run dev`: the server restarts and the page reloads with each change.
import './require-node.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './content-hash.mjs';
import { installPackages } from './install-packages.mjs';

installPackages();
const env = { ...process.env, ZHIHENG_ROOT: root };
const children = [
  run(['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'src/main.ts'], 'packages/server'),
  run(['node_modules/vite/bin/vite.js'], 'packages/web'),
];

function run([script, ...args], folder) {
  return spawn(process.execPath, [join(root, script), ...args], { cwd: join(root, folder), stdio: 'inherit', env });
}

function stop() {
  for (const child of children) child.kill('SIGTERM');
}

process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const child of children) child.on('exit', stop);
