import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node, type YAMLError } from 'yaml';
import type { z } from 'zod';
import type { Flaw, Mistake } from './mistake.ts';

/** A YAML file that was read: its content, and where each part of it stands. */
export interface YamlFile {
  readonly content: unknown;
  readonly mistakes: readonly Mistake[];
  locate(flaw: Flaw): Mistake;
}

/** Reads one file. Aliases are bounded, so that a few lines cannot become gigabytes. */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true });
  const locate = (flaw: Flaw): Mistake => {
    const { line, col } = lines.linePos(startOf(document, flaw.path));
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), path: dotted(flaw.path), code: flaw.code, params: flaw.params ?? {} };
  };
  const broken = (error: Pick<YAMLError, 'pos' | 'code'>): Mistake => {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      path: '',
      code: 'yaml',
      params: { reason: error.code.toLowerCase() },
    };
  };
  // What follows the first error is mostly its consequence.
  const [error] = document.errors;
  if (error !== undefined) return { content: undefined, mistakes: [broken(error)], locate };
  try {
    return { content: document.toJS({ maxAliasCount: 50 }), mistakes: [], locate };
  } catch {
    return { content: undefined, mistakes: [locate({ file, path: [], code: 'yaml', params: { reason: 'too_many_aliases' } })], locate };
  }
}

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** Offset of the node at a path; of its nearest ancestor where there is none. A path may end in a key instead of its value. */
function startOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let start = offsetOf(node);
  for (const step of path) {
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === step) : undefined;
    const next: unknown = pair === undefined ? childOf(node, step) : pair.value;
    if (pair === undefined && next === undefined) break;
    start = offsetOf(pair?.key ?? next) ?? start;
    node = next;
  }
  return start ?? 0;
}

const childOf = (node: unknown, step: PropertyKey): unknown =>
  typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items) ? node.items[Number(step)] : undefined;

const offsetOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0];

/** Checks content by its schema. Unknown keys are flaws at their own places. */
export function flawsOf(file: string, schema: z.ZodType, content: unknown): Flaw[] {
  const checked = schema.safeParse(content, { reportInput: true });
  if (checked.success) return [];
  return checked.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ file, path: issue.path, code: codeOf(issue), params: paramsOf(issue) }];
    return issue.keys.map((key): Flaw => ({ file, path: [...issue.path, key], code: 'unknown_field', params: { name: key } }));
  });
}

/** Checks of ours carry their code as message. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return 'required';
  return /^[a-z_]+$/.test(issue.message) ? issue.message : issue.code;
}

function paramsOf(issue: z.core.$ZodIssue): Record<string, string | number> {
  const told = Object.entries(issue).filter(([name]) => ['minimum', 'maximum', 'expected', 'format'].includes(name));
  const simple = told.filter((entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number');
  const choices = 'values' in issue ? issue.values : 'options' in issue ? issue.options : undefined;
  return { ...Object.fromEntries(simple), ...(Array.isArray(choices) ? { choices: choices.join(', ') } : {}) };
}
