import { expect, test } from 'vitest';
import { shortNames } from './short-names.ts';

test('the question that items share is left out', () => {
  expect(shortNames(['请打分 / 标识清楚', '请打分 / 有人招呼', '总体'])).toEqual(['标识清楚', '有人招呼', '总体']);
});

test('it stays where two items would be called the same', () => {
  const names = ['到店 / 礼貌', '办理 / 礼貌'];
  expect(shortNames(names)).toEqual(names);
});
