import { expect, test } from 'vitest';
import { hasCircle } from './dependency.rules.ts';

const edges = (...pairs: readonly string[]) => pairs.map((pair) => ({ id: pair[0] ?? '', needs: pair[1] ?? '' }));

test('a chain, a fork and a meeting of two ways are no circle', () => {
  expect(hasCircle([])).toBe(false);
  expect(hasCircle(edges('ba', 'cb', 'dc'))).toBe(false);
  expect(hasCircle(edges('ba', 'ca', 'db', 'dc'))).toBe(false);
});

test('a circle is found however long it is, and beside what has none', () => {
  expect(hasCircle(edges('aa'))).toBe(true);
  expect(hasCircle(edges('ba', 'ab'))).toBe(true);
  expect(hasCircle(edges('yx', 'zy', 'ba', 'cb', 'dc', 'ad'))).toBe(true);
});
