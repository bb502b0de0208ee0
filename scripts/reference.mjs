// `npm run reference [-- --only TEXT]`: the reference cases against the packages; see reference/run.ts.
import './require-node.mjs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './content-hash.mjs';
import { installPackages } from './install-packages.mjs';

installPackages();
const run = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'reference/run.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = run.status ?? 1;
