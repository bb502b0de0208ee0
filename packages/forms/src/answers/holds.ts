import type { Condition } from '../definition/index.ts';
import type { Answer } from './answers.ts';

type Comparison = Exclude<Condition, { op: 'all' | 'any' | 'not' }>;

/** What is known about a field: its answer, null when it has none, undefined as long as it has not been asked. */
export type Look = (field: string) => Answer | null | undefined;

/**
 * Whether a condition holds; null when that depends on what has not been asked yet (Kleene's three values). A field without an answer
 * answers only `answered`, every comparison with it is false. Something given is text: it equals a number that is written like it.
 * @example holds({ op: 'ge', field: 'again', value: 9 }, () => 10) // true
 * @example holds({ op: 'ne', field: 'again', value: 9 }, () => null) // false
 * @example holds({ op: 'not', of: { op: 'answered', field: 'again' } }, () => undefined) // null
 */
export function holds(condition: Condition, look: Look): boolean | null {
  switch (condition.op) {
    case 'all':
      return not(oneHolds(condition.of, (each) => not(holds(each, look))));
    case 'any':
      return oneHolds(condition.of, (each) => holds(each, look));
    case 'not':
      return not(holds(condition.of, look));
    default: {
      const answer = look(condition.field);
      if (answer === undefined) return null;
      return answer !== null && compares(condition, answer);
    }
  }
}

const not = (value: boolean | null): boolean | null => (value === null ? null : !value);

function oneHolds(conditions: readonly Condition[], found: (condition: Condition) => boolean | null): boolean | null {
  const values = conditions.map(found);
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}

function compares(condition: Comparison, answer: Answer): boolean {
  switch (condition.op) {
    case 'answered':
      return true;
    case 'eq':
      return equals(answer, condition.value);
    case 'ne':
      return !equals(answer, condition.value);
    case 'in':
      return condition.values.some((value) => equals(answer, value));
    case 'includes':
      return typeof answer === 'object' && answer.includes(condition.value);
    default:
      return isOrdered(condition.op, numberOf(answer), condition.value);
  }
}

const equals = (answer: Answer, value: string | number): boolean =>
  answer === value || (typeof answer === 'string' && answer === String(value));

function numberOf(answer: Answer): number {
  if (typeof answer === 'number') return answer;
  return typeof answer === 'string' && /^-?\d+(\.\d+)?$/.test(answer) ? Number(answer) : Number.NaN;
}

/** NaN stands in no order. */
function isOrdered(op: 'lt' | 'le' | 'gt' | 'ge', left: number, right: number): boolean {
  switch (op) {
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    default:
      return op satisfies never;
  }
}
