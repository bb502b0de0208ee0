import type { Condition, Question } from '../definition/index.ts';
import type { Field, ScaleField } from '../fields/index.ts';

type Comparison = Exclude<Condition, { op: 'all' | 'any' | 'not' }>;

/** Why a comparison makes no sense, and what its words need. */
interface Senseless {
  readonly code: 'not-comparable' | 'unknown-option' | 'never-holds';
  readonly params: Readonly<Record<string, string | number>>;
}

interface Limits {
  readonly min: number;
  readonly max: number;
  readonly step: 'whole' | 'any';
  readonly na: boolean;
}

/**
 * Why a comparison with a field makes no sense: its kind is not compared in this way, the option is not there, the value is none that can be
 * answered, or no answer can make it
 * true. Null when it does make sense.
 * @example comparisonFault({ op: 'gt', field: 'q', value: 10 }, { kind: 'scale', min: 0, max: 10, na: false }, undefined) // { code: 'never-holds', params: { value: 10 } }
 * @example comparisonFault({ op: 'eq', field: 'q', value: 'b' }, { kind: 'choice', options: ['a'] }, undefined) // { code: 'unknown-option', params: { value: 'b' } }
 */
export function comparisonFault(comparison: Comparison, field: Field, question: Question | undefined): Senseless | null {
  if (comparison.op === 'answered') return null;
  switch (field.kind) {
    case 'choice':
      return optionFault(comparison, ['eq', 'ne', 'in'], field.options);
    case 'choices':
      return optionFault(comparison, ['includes'], field.options);
    case 'scale':
      return numberFault(comparison, scaleLimits(field));
    case 'number':
      return numberFault(comparison, numberLimits(question));
    case 'text':
    case 'date':
      return wordsFault(comparison);
    case 'order':
    case 'files':
      return notComparable(comparison);
    default:
      return field satisfies never;
  }
}

type Asked = Exclude<Comparison, { op: 'answered' }>;

const notComparable = ({ op }: Asked): Senseless => ({ code: 'not-comparable', params: { op } });

const valuesOf = (comparison: Asked): readonly (string | number)[] => (comparison.op === 'in' ? comparison.values : [comparison.value]);

function optionFault(comparison: Asked, ops: readonly Asked['op'][], options: readonly string[]): Senseless | null {
  if (!ops.includes(comparison.op)) return notComparable(comparison);
  const unknown = valuesOf(comparison).find((value) => !options.includes(String(value)));
  return unknown === undefined ? null : { code: 'unknown-option', params: { value: unknown } };
}

function wordsFault(comparison: Asked): Senseless | null {
  if (comparison.op !== 'eq' && comparison.op !== 'ne' && comparison.op !== 'in') return notComparable(comparison);
  return valuesOf(comparison).every((value) => typeof value === 'string') ? null : notComparable(comparison);
}

const scaleLimits = ({ min, max, na }: ScaleField): Limits => ({ min, max, na, step: 'whole' });

function numberLimits(question: Question | undefined): Limits {
  if (question?.type === 'points') return { min: 0, max: question.total, step: 'whole', na: false };
  const { min, max, decimals } = question?.type === 'number' ? question : { min: undefined, max: undefined, decimals: 0 };
  return { min: min ?? -Infinity, max: max ?? Infinity, step: decimals === 0 ? 'whole' : 'any', na: false };
}

function numberFault(comparison: Asked, limits: Limits): Senseless | null {
  switch (comparison.op) {
    case 'includes':
      return notComparable(comparison);
    case 'eq':
    case 'ne':
    case 'in':
      return valueFault(comparison, limits);
    default:
      return isPossible(comparison, limits) ? null : { code: 'never-holds', params: { value: comparison.value } };
  }
}

function valueFault(comparison: Asked, { min, max, step, na }: Limits): Senseless | null {
  const isAnswerable = (value: string | number): boolean => {
    if (typeof value === 'string') return na && value === 'na';
    return value >= min && value <= max && (step === 'any' || Number.isInteger(value));
  };
  const strange = valuesOf(comparison).find((value) => !isAnswerable(value));
  return strange === undefined ? null : { code: 'never-holds', params: { value: strange } };
}

function isPossible({ op, value }: { readonly op: 'lt' | 'le' | 'gt' | 'ge'; readonly value: number }, { min, max }: Limits): boolean {
  switch (op) {
    case 'lt':
      return min < value;
    case 'le':
      return min <= value;
    case 'gt':
      return max > value;
    case 'ge':
      return max >= value;
    default:
      return op satisfies never;
  }
}
