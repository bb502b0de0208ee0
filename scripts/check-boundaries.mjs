// Proves that every rule of .dependency-cruiser.cjs catches: a small tree in which each rule is broken once.
import './require-node.mjs';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './content-hash.mjs';

const server = 'packages/server/src';
const web = 'packages/web/src';
const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
// Every module has a rule for its tier but the last.
const modules = [...forbidden.filter(({ name }) => name.startsWith('tier-')).map(({ name }) => name.slice(5)), 'packs'];

/** rule → the file that breaks it, and what that file imports */
const breaches = {
  'no-cycle': [`${server}/cycle-a.ts`, './cycle-b.ts'],
  resolvable: [`${server}/lost.ts`, './nowhere.ts'],
  'module-door': [`${server}/modules/packs/a.ts`, '../catalog/inside.ts'],
  'module-door-from-outside': [`${server}/start.ts`, './modules/catalog/inside.ts'],
  ...Object.fromEntries(
    modules.slice(0, -1).map((module, at) => [`tier-${module}`, [`${server}/modules/${module}/up.ts`, `../${modules[at + 1]}/index.ts`]]),
  ),
  'platform-knows-no-module': [`${server}/platform/up.ts`, '../modules/identity/index.ts'],
  'no-test-in-production': [`${server}/serve.ts`, './serve.test.ts'],
  'stats-is-pure': ['packages/stats/src/reads.ts', 'node:fs'],
  'clock-is-pure': ['packages/sla-clock/src/reads.ts', 'node:fs'],
  'forms-are-pure': ['packages/forms/src/reads.ts', 'node:fs'],
  'text-stands-alone': ['packages/text/src/reads.ts', '../../server/src/target.ts'],
  'contract-is-zod': ['packages/contract/src/reads.ts', 'node:fs'],
  'web-never-the-server': [`${web}/lib/reads.ts`, '../../../server/src/target.ts'],
  'cli-never-the-server': ['packages/cli/src/reads.ts', '../../server/src/target.ts'],
  'server-never-its-users': [`${server}/reads.ts`, '../../cli/src/target.ts'],
  'feature-door': [`${web}/features/board/peeks.ts`, '../imports/inside.ts'],
  'feature-door-from-app': [`${web}/app/peeks.ts`, '../features/imports/inside.ts'],
  'feature-knows-no-app': [`${web}/features/board/up.ts`, '../../app/target.ts'],
  'ui-and-lib-know-no-feature': [`${web}/ui/up.ts`, '../features/board/index.ts'],
  'runner-stands-alone': [`${web}/runner/heavy.ts`, '../ui/target.ts'],
  'lib-knows-no-ui': [`${web}/lib/up.ts`, '../ui/target.ts'],
  'no-development-package': [`${server}/tools.ts`, 'prettier'],
};

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-boundaries-'));
try {
  lay(folder);
  const caught = cruise(folder);
  for (const { name } of forbidden) {
    const [from] = breaches[name] ?? [];
    const fine = from !== undefined && caught.some((violation) => violation.rule.name === name && violation.from === from);
    console.log(
      fine ? `ok ${name} catches` : `not ok ${name}: ${from === undefined ? 'no breach is written for it' : `did not see ${from}`}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function lay(into) {
  const doors = modules.flatMap((module) => [`${server}/modules/${module}/index.ts`, `${server}/modules/${module}/inside.ts`]);
  const targets = [
    `${server}/target.ts`,
    `${server}/serve.test.ts`,
    'packages/cli/src/target.ts',
    `${web}/app/target.ts`,
    `${web}/ui/target.ts`,
  ];
  const features = ['board/index.ts', 'imports/inside.ts'].map((file) => `${web}/features/${file}`);
  for (const file of [...doors, ...targets, ...features]) write(join(into, file), 'export {};\n');
  for (const [file, target] of Object.values(breaches)) write(join(into, file), `import '${target}';\n`);
  write(join(into, `${server}/cycle-b.ts`), "import './cycle-a.ts';\n");
  write(join(into, 'packages/server/package.json'), JSON.stringify({ devDependencies: { prettier: '*' } }));
  write(join(into, 'tsconfig.base.json'), '{}');
  symlinkSync(join(root, 'node_modules'), join(into, 'node_modules'), 'junction');
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function cruise(cwd) {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruiser, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', 'packages'];
  const run = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(run.stdout).summary.violations;
}
