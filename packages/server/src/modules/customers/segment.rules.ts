import type { Customer, SegmentRule } from '@zhiheng/contract/customers/customers';

export type SegmentTest = SegmentRule['tests'][number];
export type Rule = Pick<SegmentRule, 'segmentId' | 'tests'>;
/** What rules look at. */
export type Facts = Pick<Customer, 'kind' | 'annualValue' | 'since' | 'attributes'>;

type Value = string | number | boolean | null;

/** The first rule of which every test holds. A rule without tests is for those whom a person puts there. */
export const segmentOf = (customer: Facts, rules: readonly Rule[], today: string): string | null =>
  rules.find(({ tests }) => tests.length > 0 && tests.every((test) => holds(test, valueOf(customer, test.field, today))))?.segmentId ??
  null;

/** `since` counts in days, up to `today`; a name that is no field is an attribute. */
function valueOf(customer: Facts, field: string, today: string): Value {
  if (field === 'kind') return customer.kind;
  if (field === 'annualValue') return customer.annualValue;
  if (field === 'since') return customer.since === null ? null : daysBetween(customer.since, today);
  return Object.hasOwn(customer.attributes, field) ? (customer.attributes[field] ?? null) : null;
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** What is not known holds no test, not even that it is different. Numbers written as text count as numbers. */
function holds({ op, value }: SegmentTest, actual: Value): boolean {
  if (actual === null) return false;
  if (op === '==') return isSame(actual, value);
  if (op === '!=') return !isSame(actual, value);
  const [left, right] = [numberOf(actual), numberOf(value)];
  if (left === null || right === null) return false;
  switch (op) {
    case '>=':
      return left >= right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '<':
      return left < right;
    default:
      return op satisfies never;
  }
}

function isSame(a: string | number | boolean, b: string | number | boolean): boolean {
  if (typeof a === 'number' || typeof b === 'number') return numberOf(a) === numberOf(b) && numberOf(a) !== null;
  return String(a) === String(b);
}

function numberOf(value: string | number | boolean): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
