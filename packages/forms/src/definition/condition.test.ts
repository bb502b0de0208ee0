import { describe, expect, it } from 'vitest';
import { condition, type Condition } from './index.ts';

/** `answered` inside so many `not`. */
function nested(depth: number): Condition {
  let inner: Condition = { op: 'answered', field: 'q' };
  for (let level = 0; level < depth; level++) inner = { op: 'not', of: inner };
  return inner;
}

describe('condition', () => {
  it('is at most eight deep, and a hostile nesting does not exhaust the stack', () => {
    expect(condition.safeParse(nested(7)).success).toBe(true);
    expect(condition.safeParse(nested(8)).success).toBe(false);
    expect(condition.safeParse(nested(100_000)).success).toBe(false);
    expect(condition.safeParse({ op: 'any', of: [nested(6), nested(7)] }).success).toBe(false);
  });

  it('knows its own words only', () => {
    expect(condition.safeParse({ op: 'answered', field: 'q', value: 3 }).success).toBe(false);
    expect(condition.safeParse({ op: 'like', field: 'q', value: '%' }).success).toBe(false);
    expect(condition.safeParse({ op: 'all', of: [] }).success).toBe(false);
  });
});
