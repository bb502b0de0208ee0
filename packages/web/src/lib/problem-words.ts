import { ProblemError } from '@zhiheng/contract/call';
import { error_unknown, error_words, field_error_unknown, field_error_words } from '../paraglide/messages.js';

type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** What words may mention. A problem does not bring all of it; what it does not bring stays empty. */
const nothing = {
  least: '',
  most: '',
  expected: '',
  choices: '',
  line: '',
  at: '',
  from: '',
  folder: '',
  reason: '',
  count: '',
  have: '',
  wanted: '',
};

/** The parameter that names the culprit, by the names that problems give it. */
const culprits = ['code', 'what', 'name', 'column', 'sheet', 'source', 'indicator', 'role'] as const;

function wordsInput(code: string, params: Detail) {
  const given = Object.fromEntries(Object.entries(params).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])));
  const culprit = culprits.find((name) => name in given);
  // Zod calls its limits minimum and maximum.
  const { minimum: least = '', maximum: most = '' } = given;
  return { ...nothing, least, most, ...given, what: culprit === undefined ? '' : (given[culprit] ?? ''), code };
}

type WordsInput = ReturnType<typeof wordsInput>;
interface MoreWords {
  readonly problem: (input: WordsInput) => string;
  readonly field: (input: WordsInput) => string;
}
// The pages before the sign-in stay light: here are the words of what can happen there, the application adds all others.
let more: MoreWords = { problem: error_unknown, field: field_error_unknown };
export function addProblemWords(words: MoreWords): void {
  more = words;
}

/** What happened and what to do, in the reader's language. */
export function problemWords(error: unknown): string {
  if (!(error instanceof ProblemError)) return codeWords('page_fault');
  const { code, params, errors } = error.problem;
  const [first] = errors;
  return code === 'invalid' && first !== undefined ? problemEntryWords(first) : codeWords(code, params);
}

/** The words of a problem's code that came by another way, such as the failure of an import. */
export function codeWords(code: string, params: Detail = {}): string {
  const input = wordsInput(code, params);
  return error_words(input) || more.problem(input);
}

/** Words for one entry of a problem: a field of a form, a line of a file. */
export function problemEntryWords({ code, params }: { readonly code: string; readonly params: Detail }): string {
  const input = wordsInput(shapedCode(code, params), params);
  return field_error_words(input) || more.field(input);
}

/** The same code of zod is said differently of a text, a list or a number, and where it names what it expects. */
function shapedCode(code: string, params: Detail): string {
  if (code === 'too_small' || code === 'too_big') {
    const { origin } = params;
    return origin === 'string' || origin === 'array' ? `${code}_${origin}` : code;
  }
  if (code === 'invalid_type' && 'expected' in params && 'field' in params) return 'invalid_type_expected';
  return code === 'invalid_value' && 'choices' in params ? 'invalid_value_choices' : code;
}

/** Words for each wrong field of a form, by dotted path. */
export function fieldProblems(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof ProblemError)) return new Map();
  return new Map(error.problem.errors.map((field) => [field.path, problemEntryWords(field)]));
}

export const statusOf = (error: unknown): number | null => (error instanceof ProblemError ? error.problem.status : null);
