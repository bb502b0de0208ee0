import type { RuleFinding, RuleTest } from '@zhiheng/contract/cases/rule-test';

type Value = string | number | boolean | null;

/** What tests look at: the values of each field, and which fields the save changed. A field that is not there is empty. */
export interface TestedFacts {
  readonly values: Readonly<Record<string, readonly Value[]>>;
  readonly changed: ReadonlySet<string>;
}

/** Values of a record as tests see them: lists have several, what lies deeper is named `custom.floor`. */
export function valuesOf(record: Readonly<Record<string, unknown>>, prefix = ''): Record<string, readonly Value[]> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([field, value]): [string, readonly Value[]][] => {
      if (Array.isArray(value)) return [[prefix + field, value.filter(isValue)]];
      if (isValue(value)) return [[prefix + field, [value]]];
      if (typeof value !== 'object' || value instanceof Date) return [];
      return Object.entries(valuesOf(value as Record<string, unknown>, `${prefix}${field}.`));
    }),
  );
}

const isValue = (value: unknown): value is Value => value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** Whether every test holds; without tests, always. */
export const passes = (tests: readonly RuleTest[], facts: TestedFacts): boolean => tests.every((test) => holds(test, facts));

function holds(test: RuleTest, { values, changed }: TestedFacts): boolean {
  const found = values[test.field] ?? [];
  switch (test.op) {
    case 'is':
      return test.values.some((value) => isAmong(value, found));
    case 'is-not':
      return !test.values.some((value) => isAmong(value, found));
    case 'contains':
      return found.some((value) => typeof value === 'string' && test.values.some((piece) => includes(value, piece)));
    case 'at-least':
      return found.some((value) => typeof value === 'number' && value >= test.value);
    case 'at-most':
      return found.some((value) => typeof value === 'number' && value <= test.value);
    case 'changed':
      return changed.has(test.field);
    default:
      return test satisfies never;
  }
}

const isAmong = (value: Value, found: readonly Value[]): boolean =>
  value === null ? found.every((one) => one === null || one === '') : found.includes(value);

const includes = (text: string, piece: string): boolean => text.toLowerCase().includes(piece.toLowerCase());

interface LintedRule {
  readonly tests: readonly RuleTest[];
  /** nothing below is asked when this one holds */
  readonly takesAll: boolean;
}

/** Finds rules that hold for nothing, and rules of which an earlier one takes everything. */
export function lintRules(rules: readonly LintedRule[]): RuleFinding[] {
  return rules.flatMap(({ tests }, rule): RuleFinding[] => {
    if (contradicts(tests)) return [{ code: 'never-holds', rule, by: null }];
    const by = rules.findIndex((earlier, at) => at < rule && earlier.takesAll && isNarrower(tests, earlier.tests));
    return by < 0 ? [] : [{ code: 'hidden', rule, by }];
  });
}

const isNarrower = (tests: readonly RuleTest[], wider: readonly RuleTest[]): boolean =>
  wider.every((wide) => tests.some((narrow) => implies(narrow, wide)));

function implies(narrow: RuleTest, wide: RuleTest): boolean {
  if (narrow.field !== wide.field || narrow.op !== wide.op) return false;
  if ('value' in narrow && 'value' in wide) return narrow.op === 'at-least' ? narrow.value >= wide.value : narrow.value <= wide.value;
  if (!('values' in narrow && 'values' in wide)) return true;
  const [fewer, more] = narrow.op === 'is-not' ? [wide.values, narrow.values] : [narrow.values, wide.values];
  return fewer.every((value) => (more as readonly Value[]).includes(value));
}

/** Fields that have several values at once: two of them exclude nothing. */
const isPlural = (field: string): boolean => field === 'tags' || field === 'categoryId' || field.includes('.');

const contradicts = (tests: readonly RuleTest[]): boolean =>
  tests.some((one) => !isPlural(one.field) && tests.some((other) => other.field === one.field && excludes(one, other)));

function excludes(one: RuleTest, other: RuleTest): boolean {
  if (one.op === 'at-least') return other.op === 'at-most' && one.value > other.value;
  if (one.op !== 'is') return false;
  if (other.op === 'is') return !one.values.some((value) => other.values.includes(value));
  return other.op === 'is-not' && one.values.every((value) => other.values.includes(value));
}
