// Runs the `@example` of every docstring in the pure packages and the ```ts blocks of their READMEs; a line per example, `ok …` or `not ok …: why`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { evaluate, examplesIn, mismatch, type Example } from './example-text.ts';

const root = join(import.meta.dirname, '..');
const packages = ['stats', 'text', 'sla-clock', 'forms'];
const only = process.argv[2] ?? '';

let failed = 0;
for (const name of packages) {
  const source = join(root, 'packages', name, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && isShipped(file));
  for (const file of files.sort()) if (`${name}/${file}`.includes(only)) await checkFile(join(source, file));
  await checkReadme(name);
}
process.exitCode = failed > 0 ? 1 : 0;

function isShipped(file: string): boolean {
  return !/\.(test|testing|factory)\.ts$/.test(file) && !file.endsWith('index.ts');
}

async function checkFile(path: string): Promise<void> {
  const label = relative(root, path);
  const exported = await load(path);
  const scope = { ...(await loadDoor(dirname(path))), ...exported };
  const documented = new Map(examplesIn(readFileSync(path, 'utf8')).map((each) => [each.name, each]));
  for (const [name, value] of Object.entries(exported)) {
    const found = documented.get(name);
    if (found === undefined) report(`${label} ${name}`, 'has no docstring');
    else if (typeof value === 'function' && found.examples.length === 0) report(`${label} ${name}`, 'has no @example');
    else for (const example of found.examples) await run(`${label} ${name}`, example, scope);
  }
}

async function checkReadme(name: string): Promise<void> {
  const path = join(root, 'packages', name, 'README.md');
  if (!`${name}/README.md`.includes(only)) return;
  if (!existsSync(path)) return report(`packages/${name}/README.md`, 'is missing');
  const blocks = [...readFileSync(path, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  if (blocks.length === 0) return report(`packages/${name}/README.md`, 'has no worked example');
  const scope = await importsOf(blocks.join('\n'));
  // One story: what an earlier block names, a later one uses.
  const story = blocks.join('\n').replace(/^import .*$/gm, '');
  for (const example of examplesIn(`/**\n@example\n${story}\n*/\nexport const readme = 1;`)[0]?.examples ?? [])
    await run(`packages/${name}/README.md`, example, scope);
}

/** What the import lines of a text name, from the doors of the packages. */
async function importsOf(text: string): Promise<Record<string, unknown>> {
  const scope: Record<string, unknown> = {};
  for (const [, names = '', module = ''] of text.matchAll(/import \{([^}]*)\} from '@zhiheng\/([^']+)'/g)) {
    const [home = '', ...topic] = module.split('/');
    const door = await load(join(root, 'packages', home, 'src', ...topic, 'index.ts'));
    const words = names.split(',').map((word) => word.trim());
    for (const word of words.filter((each) => each !== '' && !each.startsWith('type '))) scope[word] = door[word];
  }
  return scope;
}

async function run(label: string, example: Example, scope: Record<string, unknown>): Promise<void> {
  try {
    report(`${label}: ${example.expression.slice(0, 60)}`, mismatch(example.expected, await evaluate(example, scope)));
  } catch (error) {
    report(`${label}: ${example.expression.slice(0, 60)}`, inspect(error).split('\n')[0] ?? 'failed');
  }
}

function report(label: string, problem: string | null): void {
  if (problem !== null) failed += 1;
  console.log(problem === null ? `ok ${label}` : `not ok ${label}: ${problem}`);
}

async function load(path: string): Promise<Record<string, unknown>> {
  return { ...((await import(pathToFileURL(path).href)) as Record<string, unknown>) };
}

async function loadDoor(folder: string): Promise<Record<string, unknown>> {
  const door = join(folder, 'index.ts');
  return existsSync(door) ? load(door) : {};
}
