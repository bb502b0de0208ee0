import { expect, test } from 'vitest';
import { anchorIn, changeBetween, expectedStart } from './anchor-quotes.rules.ts';

/** As notes are saved: every quote is looked for where it should stand now. */
const move = (before: string, after: string, text: string, start: number) =>
  anchorIn(after, { start: expectedStart(start, changeBetween(before, after)), text });

test('a quote goes with its words', () => {
  expect(move('abc wait def', 'xx abc wait def', 'wait', 4)).toEqual({ start: 7, end: 11, lost: false });
  expect(move('abc wait def', 'abc wait', 'wait', 4)).toEqual({ start: 4, end: 8, lost: false });
});

test('of several the nearest is meant, also when another is put before it', () => {
  const before = 'long wait. short wait.';
  const second = before.lastIndexOf('wait');
  expect(move(before, `no wait! ${before}`, 'wait', second)).toMatchObject({ start: second + 9 });
  expect(move(before, before.replace('short ', ''), 'wait', second)).toMatchObject({ start: second - 6 });
  // Its own words are gone: the other is the nearest that is left.
  expect(move(before, 'long wait. short.', 'wait', second)).toMatchObject({ start: 5, lost: false });
});

test('words that are gone are lost and keep their place', () => {
  expect(move('abc wait def', 'abc def', 'wait', 4)).toMatchObject({ lost: true });
  expect(anchorIn('', { start: 4, text: 'wait' })).toEqual({ start: 4, end: 8, lost: true });
});
