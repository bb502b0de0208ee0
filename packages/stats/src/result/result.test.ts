import { describe, expect, it } from 'vitest';
import { insufficient, isDetermined, undetermined, type Outcome } from './outcome.ts';
import { requireFinite, requireSameLength, requireShare, requireTable } from './require-finite.ts';

interface Answer {
  readonly kind: 'answer';
}

describe('outcome', () => {
  it('tells a result from the facts that there is none', () => {
    const outcomes: Outcome<Answer>[] = [{ kind: 'answer' }, insufficient(1, 2), undetermined(9, 'constant', [0])];
    expect(outcomes.map((outcome) => isDetermined(outcome))).toEqual([true, false, false]);
  });
  it('names columns only where they are known', () => expect(undetermined(9, 'singular')).not.toHaveProperty('columns'));
});

describe('what a caller must not pass', () => {
  it.each([
    ['NaN', () => requireFinite([1, NaN], 'times')],
    ['an infinity', () => requireFinite(Float64Array.of(Infinity), 'times')],
    ['unequal lengths', () => requireSameLength([1], [])],
    ['a ragged table', () => requireTable([[1, 2], [3]])],
    ['a share above one', () => requireShare(1.01, 'confidence')],
    ['a share that is NaN', () => requireShare(NaN, 'confidence')],
  ])('%s', (_, act) => expect(act).toThrow(RangeError));
  it('counts the columns of a table', () => expect([requireTable([]), requireTable([[1, 2, 3]])]).toEqual([0, 3]));
});
