import { ProblemError } from '@zhiheng/contract/call';
import { error_words, field_error_words } from '../paraglide/messages.js';

type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** Parameters that words may mention; what a problem does not bring stays empty. */
const wordsInput = (code: string, params: Detail) => ({
  code,
  kind: '',
  permission: '',
  least: '',
  most: '',
  name: '',
  file: '',
  line: '',
  reason: '',
  path: '',
  ...wordsFromZod(params),
  ...params,
});

/** Zod calls its limits minimum and maximum. */
const wordsFromZod = (params: Detail): Detail => ({
  ...('minimum' in params ? { least: params['minimum'] ?? null } : {}),
  ...('maximum' in params ? { most: params['maximum'] ?? null } : {}),
});

/** What happened and what to do, in the reader's language. */
export function problemWords(error: unknown): string {
  if (!(error instanceof ProblemError)) return error_words(wordsInput('page_fault', {}));
  const { code, params, errors } = error.problem;
  const first = errors[0];
  if (code === 'invalid' && first !== undefined) return fieldWords(first.code, first.params);
  return error_words(wordsInput(code, params));
}

/** Words for one entry of a problem: a field of a form, a line of a file. */
export const problemEntryWords = ({ code, params }: { readonly code: string; readonly params: Detail }): string => fieldWords(code, params);

const fieldWords = (code: string, params: Detail): string => field_error_words(wordsInput(code, params));

/** Words for each wrong field of a form, by dotted path. */
export function fieldProblems(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof ProblemError)) return new Map();
  return new Map(error.problem.errors.map((field) => [field.path, fieldWords(field.code, field.params)]));
}

export const statusOf = (error: unknown): number | null => (error instanceof ProblemError ? error.problem.status : null);
