import type { OpenSloProblem } from '@zhiheng/contract/monitoring/openslo';
import { parseAllDocuments } from 'yaml';
import type { z } from 'zod';
import { documents, type Kind } from './openslo.ts';

export interface ReadDocument<K extends Kind = Kind> {
  /** place in the file, from 1 */
  readonly place: number;
  readonly kind: K;
  readonly value: z.infer<(typeof documents)[K]>;
}

export interface ReadFile {
  readonly documents: readonly ReadDocument[];
  readonly problems: readonly OpenSloProblem[];
}

const mostDocuments = 2000;

/** Documents of a file that are understood, and what is wrong with the others: document, field and reason. */
export function readOpenSlo(text: string): ReadFile {
  const parsed = parseAllDocuments(text);
  const found: ReadDocument[] = [];
  const problems: OpenSloProblem[] = [];
  for (const [index, one] of [...parsed].slice(0, mostDocuments).entries()) {
    const place = index + 1;
    const [error] = one.errors;
    if (error !== undefined) {
      problems.push({ ...nowhere(place), reason: 'not_yaml', value: error.message.split('\n')[0]?.slice(0, 200) ?? null });
      continue;
    }
    const value = plainOf(one);
    if (value === null) continue;
    const read = readDocument(place, value);
    if ('value' in read) found.push(read);
    else problems.push(...read.problems);
  }
  return { documents: found, problems: [...problems, ...takenTwice(found)] };
}

function plainOf(one: { toJS(options: { maxAliasCount: number }): unknown }): unknown {
  try {
    return one.toJS({ maxAliasCount: 0 });
  } catch {
    // Anchors that multiply are no way to write an objective.
    return {};
  }
}

const nowhere = (document: number) => ({ document, kind: '', name: '', field: '' });

interface Named {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: unknown } | null;
}

function readDocument(place: number, value: unknown): ReadDocument | { readonly problems: readonly OpenSloProblem[] } {
  const { apiVersion, kind, metadata } = (typeof value === 'object' ? value : {}) as Named;
  const at = { document: place, kind: textOf(kind), name: textOf(metadata?.name) };
  if (apiVersion !== 'openslo/v1') return { problems: [{ ...at, field: 'apiVersion', reason: 'not_openslo', value: textOf(apiVersion) }] };
  if (!isKind(kind)) return { problems: [{ ...at, field: 'kind', reason: 'unsupported_kind', value: textOf(kind) }] };
  const result = documents[kind].safeParse(value);
  if (!result.success) return { problems: result.error.issues.flatMap((issue) => problemsOf(issue, { at, value })) };
  return { place, kind, value: result.data };
}

const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && Object.hasOwn(documents, kind);
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 100) : '');

type Issue = z.core.$ZodIssue;
interface Context {
  readonly at: Pick<OpenSloProblem, 'document' | 'kind' | 'name'>;
  readonly value: unknown;
}

/** One issue of the schema; a choice of shapes is explained by the one that comes nearest. */
function problemsOf(issue: Issue, context: Context, above: readonly PropertyKey[] = []): OpenSloProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    const nearest = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)[0];
    if (nearest !== undefined && nearest.length > 0) return nearest.flatMap((inner) => problemsOf(inner, context, path));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...context.at, field: fieldOf([...path, key]), reason: 'unsupported_field', value: null }));
  }
  const value = valueAt(context.value, path);
  const reason = value === undefined ? 'missing' : issue.code === 'invalid_value' ? 'unsupported_value' : 'wrong_value';
  return [{ ...context.at, field: fieldOf(path), reason, value: value === undefined ? null : JSON.stringify(value).slice(0, 100) }];
}

const depthOf = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined), value);

/** `spec.objectives[0].target` */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('');

function takenTwice(found: readonly ReadDocument[]): OpenSloProblem[] {
  const seen = new Set<string>();
  return found.flatMap(({ place, kind, value }) => {
    const key = `${kind}/${value.metadata.name}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        document: place,
        kind,
        name: value.metadata.name,
        field: 'metadata.name',
        reason: 'name_taken_twice' as const,
        value: value.metadata.name,
      },
    ];
  });
}
