import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../content-hash.mjs';

const node = (script, ...args) => [process.execPath, join(root, script), ...args];
const typescript = (script) => [process.execPath, '--import', 'tsx', join(root, script)];
const packages = readdirSync(join(root, 'packages')).sort();
/** Packages whose tests need no database; each must have some. */
const unitPackages = packages.filter((name) => name !== 'server');

/**
 * A group is one or more steps. A step runs a command and says how its report is read (see read-report.mjs);
 * `needs` names what prepare.mjs makes first. The long ones stand first, so that all lanes end together.
 */
export const groups = [
  { name: 'browser', fast: false, needs: ['build', 'messages', 'chromium'], steps: [playwright()] },
  { name: 'server', fast: false, steps: [vitest('server', join(root, 'packages/server'))] },
  { name: 'code', fast: true, needs: ['messages'], steps: [{ command: node('scripts/check-code.mjs'), report: 'lines' }] },
  {
    name: 'unit',
    fast: true,
    needs: ['messages'],
    steps: [
      vitest(
        'unit',
        root,
        unitPackages.map((name) => `--project=@zhiheng/${name}`),
      ),
    ],
  },
  {
    name: 'reference',
    fast: true,
    steps: [
      { label: 'reference cases', command: typescript('reference/run.ts'), report: 'sum' },
      { label: 'own reference cases', command: typescript('reference/run.ts'), report: 'sum', env: { REFERENCE_CASES: 'reference/cases' } },
      { label: 'examples', command: typescript('reference/examples.ts'), report: 'lines' },
    ],
  },
  {
    name: 'format',
    fast: true,
    steps: [check('prettier', node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'))],
  },
  {
    name: 'boundaries',
    fast: true,
    needs: ['messages'],
    steps: [boundaries(), { command: node('scripts/check-boundaries.mjs'), report: 'lines' }],
  },
  { name: 'dead code', fast: true, needs: ['messages'], steps: [knip()] },
  { name: 'generated types', fast: true, steps: [check('schema.gen.ts', node('scripts/generate-types.mjs', '--check'))] },
  { name: 'migrations', fast: true, steps: [{ command: node('scripts/check-migrations.mjs'), report: 'lines' }] },
  { name: 'documents', fast: true, steps: [{ command: node('scripts/check-docs.mjs'), report: 'lines' }] },
  {
    name: 'kills',
    fast: false,
    needs: ['build'],
    steps: [
      {
        label: 'kills',
        command: typescript('verify/kills.ts'),
        report: 'lines',
        env: { VERIFY_KILLS: '2', VERIFY_SEED: '20261121' },
      },
    ],
  },
  { name: 'web budgets', fast: false, needs: ['build', 'messages'], steps: [check('sizes', node('scripts/measure-web.mjs'))] },
];

/** One command, one test: it passes when the command ends with 0. */
function check(label, command) {
  return { label, command, report: 'exit' };
}

function vitest(label, cwd, filter = []) {
  const command = node('node_modules/vitest/vitest.mjs', 'run', '--reporter=json', '--outputFile={report}', ...filter);
  return {
    label,
    command,
    cwd,
    report: 'vitest',
    file: `${label}.json`,
    folders: label === 'unit' ? unitPackages.map((name) => `packages/${name}`) : [],
  };
}

function boundaries() {
  const command = node(
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--output-type=json',
    '--output-to={report}',
    'packages',
    'e2e',
  );
  return { label: 'dependency-cruiser', command, report: 'cruiser', file: 'boundaries.json' };
}

function knip() {
  return { label: 'knip', command: node('node_modules/knip/bin/knip.js', '--no-progress', '--reporter=json'), report: 'knip' };
}

function playwright() {
  const command = node('node_modules/@playwright/test/cli.js', 'test', '--config=e2e/playwright.config.ts', '--reporter=json');
  return { label: 'playwright', command, report: 'playwright', file: 'browser.json', env: { PLAYWRIGHT_JSON_OUTPUT_NAME: '{report}' } };
}
