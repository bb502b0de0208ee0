import type { RuleTest } from '@zhiheng/contract/cases/rule-test';

export type Op = RuleTest['op'];
export type Value = string | number | boolean | null;

/** A test as it is being written: what is typed stays text until it is sent. */
export interface DraftTest {
  readonly key: number;
  readonly field: string;
  readonly op: Op;
  readonly values: readonly Value[];
  readonly number: string;
}

let keys = 0;
/** A key of its own for each line, so that fields keep their place while lines come and go. */
export const nextKey = (): number => (keys += 1);

export const draftTest = (test: RuleTest): DraftTest => ({
  key: nextKey(),
  field: test.field,
  op: test.op,
  values: 'values' in test ? test.values : [],
  number: 'value' in test ? String(test.value) : '',
});

export const newTest = (field: string, op: Op): DraftTest => ({ key: nextKey(), field, op, values: [], number: '' });

/** The test as it is sent; null while it is not complete. */
export function testOf({ field, op, values, number }: DraftTest): RuleTest | null {
  switch (op) {
    case 'changed':
      return { op, field };
    case 'at-least':
    case 'at-most': {
      const value = Number(number);
      return number.trim() === '' || !Number.isFinite(value) ? null : { op, field, value };
    }
    case 'contains': {
      const pieces = values.flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []));
      return pieces.length === 0 ? null : { op, field, values: pieces };
    }
    default:
      return values.length === 0 ? null : { op, field, values: [...values] };
  }
}

/** All of them, or null while one is not complete. */
export function testsOf(drafts: readonly DraftTest[]): RuleTest[] | null {
  const tests = drafts.map(testOf);
  const complete = tests.filter((test) => test !== null);
  return complete.length === tests.length ? complete : null;
}
