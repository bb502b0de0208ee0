import { inspect } from 'node:util';

/** `expression // expected`, after the statements that stand before it. */
export interface Example {
  readonly statements: string;
  readonly expression: string;
  readonly expected: string;
}

export interface Documented {
  readonly name: string;
  readonly examples: readonly Example[];
}

const docstring = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/g;

/** The documented exports of a source text with the examples of their docstrings. */
export function examplesIn(source: string): Documented[] {
  return [...source.matchAll(docstring)].map(([, comment = '', name = '']) => ({
    name,
    examples: comment
      .replace(/^\s*\* ?/gm, '')
      .split(/^\s*@example\b/m)
      .slice(1)
      .flatMap((text) => linesOf(text.split(/^\s*@\w+/m)[0] ?? '')),
  }));
}

/** Lines without `// expected` belong to what follows: a statement when it ends with `;`, else the beginning of the expression. */
function linesOf(text: string): Example[] {
  const examples: Example[] = [];
  let statements = '';
  let started = '';
  for (const line of text.split('\n').map((each) => each.trim())) {
    const [code = '', expected] = splitComment(line);
    if (expected !== undefined) {
      const binding = /^const (\w+) = ([\s\S]*?);?$/.exec(`${started}${code}`.trim());
      examples.push({ statements, expression: binding?.[2] ?? `${started}${code}`.trim().replace(/;$/, ''), expected });
      if (binding !== null) statements += `const ${binding[1] ?? ''} = ${binding[2] ?? ''};\n`;
      started = '';
    } else if (line.endsWith(';')) {
      statements += `${started}${line}\n`;
      started = '';
    } else started += `${line}\n`;
  }
  return examples;
}

function splitComment(line: string): [string, string?] {
  const at = line.lastIndexOf(' // ');
  return at < 0 ? [line] : [line.slice(0, at), line.slice(at + 4).trim()];
}

export async function evaluate({ statements, expression, expected }: Example, scope: Record<string, unknown>): Promise<unknown> {
  const names = Object.keys(scope);
  const run = new Function(...names, `return (async () => { ${statements} return (${expression}); })();`) as (
    ...values: unknown[]
  ) => Promise<unknown>;
  if (!expected.startsWith('throws ')) return run(...Object.values(scope));
  return run(...Object.values(scope)).then(
    () => 'nothing was thrown',
    (error: unknown) => ({ thrown: error instanceof Error ? error.constructor.name : String(error) }),
  );
}

/** A number of which the first digits are given: `0.6271…`. */
class About {
  constructor(readonly digits: string) {}
}

/** Why the value is not what the example says; null when it is. */
export function mismatch(expected: string, found: unknown): string | null {
  if (expected.startsWith('throws ')) return differs({ thrown: expected.slice(7).trim() }, found);
  const literal = expected.replace(/(-?\d+(?:\.\d*)?(?:e-?\d+)?)…/g, (_, digits: string) => `about("${digits}")`);
  const read = new Function('about', `return (${literal});`) as (about: (digits: string) => About) => unknown;
  return differs(
    read((digits) => new About(digits)),
    found,
  );
}

function differs(expected: unknown, found: unknown): string | null {
  const wrong = `expected ${inspect(expected)}, found ${inspect(found, { depth: 5 })}`;
  if (expected instanceof About) return typeof found === 'number' && isAbout(expected.digits, found) ? null : wrong;
  if (!isObject(expected)) return expected === found ? null : wrong;
  if (!isObject(found)) return wrong;
  return partsDiffer(expected, found) ?? (Array.isArray(expected) && expected.length !== Object.keys(found).length ? wrong : null);
}

function partsDiffer(expected: object, found: object): string | null {
  const members = new Map<string, unknown>(Object.entries(found));
  const parts = Object.entries(expected).map(([key, value]) => differs(value, members.get(key)));
  return parts.find((part) => part !== null) ?? null;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The digits given agree, whether they were cut or rounded. */
function isAbout(digits: string, found: number): boolean {
  const [mantissa = '', exponent = '0'] = digits.split('e');
  const places = mantissa.split('.')[1]?.length ?? 0;
  return Math.abs(found - Number(digits)) <= 1.0001 * 10 ** (Number(exponent) - places);
}
