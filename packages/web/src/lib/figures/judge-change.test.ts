import { expect, it } from 'vitest';
import { judgeChange } from './judge-change.ts';

const figure = { value: 6.2, previous: 7, direction: 'lower', target: 7, decimals: 1 } as const;

it('calls a falling complaint rate good', () => expect(judgeChange(figure)).toMatchObject({ direction: 'down', good: true }));
it('calls a falling satisfaction bad', () =>
  expect(judgeChange({ ...figure, direction: 'higher' })).toMatchObject({ direction: 'down', good: false }));
it('measures a nominal value by its distance to the target', () => {
  expect(judgeChange({ value: 22, previous: 26, direction: 'nominal', target: 23, decimals: 1 })).toMatchObject({ good: true });
  expect(judgeChange({ value: 22, previous: 26, direction: 'nominal', target: null, decimals: 1 })).toMatchObject({ good: null });
});
it('does not make much of what rounds away', () =>
  expect(judgeChange({ ...figure, previous: 6.21 })).toEqual({ direction: 'same', good: null, difference: 0 }));
it('says nothing without two figures', () => expect(judgeChange({ ...figure, previous: null })).toBeNull());
