import jsep, { type Expression } from 'jsep';

/** Figures of the period that a formula may ask for; null: not measured. Values are in the indicators' own units. */
export type FormulaReader = (code: string, part: FormulaPart) => number | null;

const parts = ['n', 'sum', 'mean', 'median', 'p90', 'p95', 'p99', 'low', 'high', 'attained'] as const;
export type FormulaPart = 'value' | (typeof parts)[number];

/** A parsed formula: the indicators it reads, in order of first use. */
export interface Formula {
  readonly uses: readonly string[];
  readonly evaluate: (read: FormulaReader) => number | null;
}

export class FormulaError extends Error {
  constructor(
    readonly code: 'formula_syntax' | 'formula_unknown_function' | 'formula_not_allowed' | 'formula_arguments',
    readonly params: Readonly<Record<string, string | number>>,
  ) {
    super(code);
  }
}

type Evaluate = (read: FormulaReader) => number | null;

jsep.removeBinaryOp('^');
jsep.addBinaryOp('^', 11, true);

const binary: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '&&': (a, b) => Number(a !== 0 && b !== 0),
  '||': (a, b) => Number(a !== 0 || b !== 0),
};

const functions: Readonly<Record<string, { readonly of: number; readonly run: (...values: number[]) => number }>> = {
  min: { of: 2, run: Math.min },
  max: { of: 2, run: Math.max },
  abs: { of: 1, run: Math.abs },
  round: { of: 1, run: Math.round },
  sqrt: { of: 1, run: Math.sqrt },
};

/**
 * Parses a formula over indicator codes; docs/packs.md lists what it may hold. jsep only cuts the text into a tree, and only the
 * kinds of node named here are understood: nothing of the text is ever run as code.
 * A missing figure, a division by zero or a result that is no number makes the whole result missing. Throws FormulaError.
 */
export function parseFormula(text: string): Formula {
  const uses = new Set<string>();
  const evaluate = compile(parse(text), uses);
  return { uses: [...uses], evaluate: (read) => evaluate(read) };
}

export const evaluateFormula = (text: string, read: FormulaReader): number | null => parseFormula(text).evaluate(read);

function parse(text: string): Expression {
  try {
    return jsep(text);
  } catch (error) {
    const at = typeof error === 'object' && error !== null && 'index' in error ? Number(error.index) : 0;
    throw new FormulaError('formula_syntax', { at: at + 1 });
  }
}

function compile(node: Expression, uses: Set<string>): Evaluate {
  const compiler = compilers[node.type];
  if (compiler === undefined) throw new FormulaError('formula_not_allowed', { what: node.type });
  return compiler(node as never, uses);
}

type Compiler = (node: never, uses: Set<string>) => Evaluate;
const compilers: Readonly<Record<string, Compiler>> = {
  Literal: (node: jsep.Literal) => {
    const { value } = node;
    if (typeof value !== 'number') throw new FormulaError('formula_not_allowed', { what: String(node.raw) });
    return () => value;
  },
  Identifier: (node: jsep.Identifier, uses) => readPart(node, 'value', uses),
  UnaryExpression: (node: jsep.UnaryExpression, uses) => {
    const inner = compile(node.argument, uses);
    if (node.operator !== '-' && node.operator !== '+') throw new FormulaError('formula_not_allowed', { what: node.operator });
    const sign = node.operator === '-' ? -1 : 1;
    return (read) => present(inner(read), (value) => sign * value);
  },
  BinaryExpression: (node: jsep.BinaryExpression, uses) => {
    const operate = binary[node.operator];
    if (operate === undefined) throw new FormulaError('formula_not_allowed', { what: node.operator });
    const left = compile(node.left, uses);
    const right = compile(node.right, uses);
    return (read) => present(left(read), (a) => present(right(read), (b) => finite(operate(a, b))));
  },
  ConditionalExpression: (node: jsep.ConditionalExpression, uses) => {
    const [test, yes, no] = [compile(node.test, uses), compile(node.consequent, uses), compile(node.alternate, uses)];
    return (read) => present(test(read), (value) => (value === 0 ? no(read) : yes(read)));
  },
  CallExpression: (node: jsep.CallExpression, uses) => compileCall(node, uses),
};

function compileCall(node: jsep.CallExpression, uses: Set<string>): Evaluate {
  const name = node.callee.type === 'Identifier' ? String(node.callee.name) : '';
  const part = parts.find((known) => known === name);
  if (part !== undefined) return compilePart(node, part, uses);
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (known === undefined) throw new FormulaError('formula_unknown_function', { name });
  if (node.arguments.length !== known.of) throw new FormulaError('formula_arguments', { name });
  const inner = node.arguments.map((argument) => compile(argument, uses));
  return (read) => {
    const values = inner.map((argument) => argument(read));
    return values.every((value) => value !== null) ? finite(known.run(...values)) : null;
  };
}

/** `n(x)`, `median(x)` …: the argument is the name of an indicator, nothing else. */
function compilePart(node: jsep.CallExpression, part: FormulaPart, uses: Set<string>): Evaluate {
  const [argument] = node.arguments;
  if (node.arguments.length !== 1 || argument?.type !== 'Identifier') throw new FormulaError('formula_arguments', { name: part });
  return readPart(argument as jsep.Identifier, part, uses);
}

function readPart(node: jsep.Identifier, part: FormulaPart, uses: Set<string>): Evaluate {
  uses.add(node.name);
  return (read) => read(node.name, part);
}

const present = (value: number | null, next: (value: number) => number | null): number | null => (value === null ? null : next(value));
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
