// `npm run reference [-- --only TEXT]`: every case of the folder REFERENCE_CASES, and of the project's own copies, against the packages.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { differences, tolerance } from './compare.ts';
import { matchColumns } from './match-columns.ts';
import { allMethods } from './methods/index.ts';
import type { Problem } from './problem.ts';
import { inlineTable, parseCsv, prepare } from './table.ts';

const home = dirname(fileURLToPath(import.meta.url));
const root = join(home, '..');
const ownCases = join(home, 'cases');
const json = z.record(z.string(), z.unknown());
const referenceCase = z.looseObject({
  method: z.string(),
  input_file: z.string().nullish(),
  input: json.nullish(),
  params: json.nullish(),
  expected: z.unknown(),
  tolerance,
});
type ReferenceCase = z.infer<typeof referenceCase>;

const only = process.argv.includes('--only') ? (process.argv[process.argv.indexOf('--only') + 1] ?? '') : '';
const methods = await allMethods();
const folder = caseFolder();

let passed = 0;
let failed = 0;
for (const name of readdirSync(folder).sort()) {
  if (name.endsWith('.json')) judge(join(folder, name), name.replace(/\.json$/, ''));
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || (passed === 0 && only === '') ? 1 : 0;

/** Where everything is checked a missing folder is a failure; elsewhere a line says so and the project's own copies run. */
function caseFolder(): string {
  const named = process.env['REFERENCE_CASES'];
  const folder = resolve(root, named ?? '../shared/reference/cases');
  if (existsSync(folder)) return folder;
  if (process.env['CI'] === 'true' || named !== undefined) {
    console.error(
      `the folder of reference cases is missing: ${named ?? 'REFERENCE_CASES is not set and ../shared/reference/cases is not there'}`,
    );
    process.exit(1);
  }
  console.log("left out: the reference cases beside the project are not there; the project's own copies run");
  return ownCases;
}

function judge(file: string, name: string): void {
  const problems = problemsOf(file, name);
  if (problems === null) return;
  if (problems.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`✘ ${name}`);
  for (const line of problems.slice(0, 8)) console.log(`    ${line}`);
  if (problems.length > 8) console.log(`    … and ${problems.length - 8} more`);
}

/** What is wrong with the answer to one case; null when the case was not asked for. */
function problemsOf(file: string, name: string): string[] | null {
  try {
    const wanted = referenceCase.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (!`${wanted.method} ${name}`.includes(only)) return null;
    const method = methods[wanted.method];
    if (method === undefined) return [`unknown method ${wanted.method}`];
    const found = matchColumns(wanted.expected, method(problemOf(wanted, file)), wanted.tolerance.match);
    return differences(wanted.expected, found, wanted.tolerance).map(
      (each) => `${each.path}: expected ${JSON.stringify(each.expected)}, found ${JSON.stringify(each.found)}`,
    );
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n    ') : String(error)];
  }
}

function problemOf(wanted: ReferenceCase, file: string): Problem {
  const params = wanted.params ?? {};
  const input = wanted.input ?? {};
  const path = (name: unknown) => join(dirname(file), z.string().parse(name));
  return {
    params,
    input,
    text: () => readFileSync(path(wanted.input_file), 'utf8'),
    table: (spec = {}) => {
      const source = spec.input_file ?? wanted.input_file;
      const table = source === undefined || source === null ? inlineTable(input) : parseCsv(readFileSync(path(source), 'utf8'));
      return prepare(table, 'prepare' in spec ? spec.prepare : params['prepare']);
    },
  };
}
