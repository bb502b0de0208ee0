import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../../', import.meta.url));

function sourcesOf(folder: string): readonly string[] {
  const entries = readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' });
  return entries
    .filter((name) => name.endsWith('.ts') && !/\.(test|factory|gen)\.ts$|^testing\//.test(name))
    .map((name) => join(folder, name));
}
const textOf = (file: string) => readFileSync(join(packages, file), 'utf8');

const matches = (text: string, patterns: readonly RegExp[]) =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')).filter((code) => code !== '');

/** Codes of whole problems: thrown, made of a broken constraint, or of a status. */
const problemPatterns = [
  /new AppError\(\s*\d+,\s*'([a-z_]+)'/g,
  /\bconflict\(\s*'([a-z_]+)'/g,
  /\b4\d\d: '([a-z_]+)'/g,
  /kind: 'refused', code: '([a-z_]+)'/g,
  /=== null \? '([a-z_]+)' : null;/g,
  /\? null : '(feedback_[a-z_]+)';/g,
];
const constraintPattern =
  /(?:constraint|unique index) (\w+_taken|role_in_use|role_in_use_by_key|limits_one_a_day|service_depends_on_itself)\b/g;
const clientPattern = /plainProblem\([^\n]*'([a-z_]+)'\)/g;

/** Codes of single fields and of lines of a pack. */
const fieldPatterns = [
  /\binvalidField\(\s*[^,]+,\s*'([a-z_]+)'/g,
  /path[^\n]*\bcode: '([a-z_]+)'/g,
  /\bnew FormulaError\(\s*'([a-z_]+)'/g,
  /\bat\([^,]+, '([a-z_]+)'\)/g,
  /kind: 'invalid', code: '([a-z_]+)'/g,
  /\['\w+', '([a-z_]+)', (?:\(|is[A-Z])/g,
  /\.regex\([^\n]+, '([a-z_]+)'\)/g,
  /\.refine\(\w+, '([a-z_]+)'\)/g,
];

const server = sourcesOf('server/src').map(textOf);
const contract = sourcesOf('contract/src').map(textOf);
const migrations = readdirSync(join(packages, 'server/migrations'))
  .filter((name) => name.endsWith('.sql'))
  .map((name) => textOf(`server/migrations/${name}`));

/** Every code that a problem can carry. */
export const problemCodes: readonly string[] = [
  ...new Set([
    ...server.flatMap((text) => matches(text, problemPatterns)),
    ...migrations.flatMap((text) => matches(text, [constraintPattern])),
    ...contract.flatMap((text) => matches(text, [clientPattern])),
  ]),
].sort();

/** Every code that a wrong field, or a line of a pack, can carry. */
export const fieldCodes: readonly string[] = [...new Set([...server, ...contract].flatMap((text) => matches(text, fieldPatterns)))].sort();
