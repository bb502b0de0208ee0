import { expect, test } from 'vitest';
import { canonical } from './canonical.rules.ts';

test('keys are sorted by their units, numbers are the shortest that read back, what is undefined is left out', () => {
  expect(canonical({ b: [1, -0, null], a: 'é', c: undefined })).toBe('{"a":"é","b":[1,0,null]}');
  // RFC 8785, section 3.2.3
  const sorted = { '€': 1, '\r': 2, '\u{1f600}': 3, '1': 4, ö: 5, '\u0080': 6, '\ufb33': 7 };
  expect(Object.values(JSON.parse(canonical(sorted).replace('"1":4,', '')) as object)).toEqual([2, 6, 5, 1, 3, 7]);
  // RFC 8785, appendix B
  expect(canonical([1e21, 1e-7, 333333333.3333333, 4.5, 0.002, 1e30])).toBe('[1e+21,1e-7,333333333.3333333,4.5,0.002,1e+30]');
});

test('the order in which a value was made does not matter; what JSON cannot say is refused', () => {
  expect(canonical({ a: { y: 1, x: 2 }, b: 3 })).toBe(canonical({ b: 3, a: { x: 2, y: 1 } }));
  for (const strange of [Number.NaN, Infinity, new Date(0), new Map(), () => 0]) expect(() => canonical([strange])).toThrow(RangeError);
});
