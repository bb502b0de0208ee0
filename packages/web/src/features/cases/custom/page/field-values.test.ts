import { expect, it } from 'vitest';
import { bodyOf, valuesOf } from './field-values.ts';

const named = (en: string) => ({ zh: `${en}项`, en });

it('gives new options a code of their own, and leaves those there were', () => {
  const options = [
    { code: 'north', name: named('The north hall') },
    { name: named('North') },
    { name: named('三楼') },
    { name: named('四楼') },
  ];
  expect(bodyOf({ ...valuesOf(null), kind: 'choice', options }).options.map(({ code }) => code)).toEqual([
    'north',
    'north-2',
    'option',
    'option-2',
  ]);
});

it('sends no options for a field that offers none', () => {
  expect(bodyOf(valuesOf(null)).options).toEqual([]);
});
