import { describe, expect, it } from 'vitest';
import { evaluateFormula, FormulaError, parseFormula, type FormulaReader } from './formula.rules.ts';

const figures: Record<string, number> = {
  'complaints value': 12,
  'visits value': 4000,
  'wait median': 9.5,
  'wait attained': 87.5,
  'wait n': 200,
  'zero value': 0,
};
const read: FormulaReader = (code, part) => figures[`${code} ${part}`] ?? null;

describe('a formula', () => {
  it.each([
    ['complaints / visits * 1000', 3],
    ['1 + 2 * 3 ^ 2', 19],
    ['2 ^ 3 ^ 2', 512],
    ['-(2 + 3)', -5],
    ['median(wait) + n(wait)', 209.5],
    ['attained(wait)', 87.5],
    ['complaints > 10 ? 1 : 0', 1],
    ['max(complaints, 20) - min(1, 2)', 19],
    ['round(abs(0 - 2.6))', 3],
  ])('%s = %d', (text, value) => expect(evaluateFormula(text, read)).toBe(value));

  it.each(['complaints / missing', 'complaints / zero', 'sqrt(0 - 1)', 'missing + 1', 'max(missing, 1)', 'missing > 1 ? 1 : 2'])(
    '%s is missing',
    (text) => expect(evaluateFormula(text, read)).toBeNull(),
  );

  it('names what it reads, once each, in order', () => expect(parseFormula('b + n(a) / b').uses).toEqual(['b', 'a']));

  it.each([
    ['1 +', 'formula_syntax'],
    ['', 'formula_not_allowed'],
    ['a; b', 'formula_not_allowed'],
    ['a.constructor', 'formula_not_allowed'],
    ["a['x']", 'formula_not_allowed'],
    ['this', 'formula_not_allowed'],
    ['"text"', 'formula_not_allowed'],
    ['a = 1', 'formula_syntax'],
    ['constructor(a)', 'formula_unknown_function'],
    ['eval(a)', 'formula_unknown_function'],
    ['n(1 + 2)', 'formula_arguments'],
    ['max(a)', 'formula_arguments'],
    ['[a]', 'formula_not_allowed'],
    ['a | b', 'formula_not_allowed'],
  ])('%s is refused', (text, code) => {
    const found = () => parseFormula(text);
    expect(found).toThrow(FormulaError);
    expect(found).toThrow(code);
  });
});
