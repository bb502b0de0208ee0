import type { Problem } from '@zhiheng/contract/values/problem';
import type { Words } from './language.ts';

type Params = Readonly<Record<string, unknown>>;

/** A problem in words, with one line for each thing that is wrong. */
export function problemWords(problem: Problem, words: Words): string {
  const params = { ...problem.params, code: problem.code, status: problem.status, params: listOf(problem.params) };
  const first = fill(words.problems[problem.code] ?? words.problems['*'] ?? '', params).trim();
  return [first, ...problem.errors.map((error) => `  ${mistakeWords(error, words)}`)].join('\n');
}

interface Mistake {
  readonly path: string;
  readonly code: string;
  readonly params: Params;
}

/** `services.yaml:12:5 there is no team x` for a file, `administrator.password is too short` for a field. */
export function mistakeWords({ path, code, params }: Mistake, words: Words): string {
  const place = typeof params['column'] === 'number' ? `${path}:${params['column']} ` : `${path}: `;
  const template = words.mistakes[code] ?? words.mistakes['*'] ?? '';
  return place + fill(template, { field: path, code, ...params });
}

const fill = (template: string, params: Params): string =>
  template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? ''));

const listOf = (params: Params): string =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
