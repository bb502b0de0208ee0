import { expect, test } from 'vitest';
import { passageOf, stretchesOf } from './passages.rules.ts';

const notes = '等了很久。后来有人来了。等了很久。';
const quote = { id: 'q', start: 12, end: 17, text: '等了很久。' };

test('a quote stands where it was noted', () => {
  expect(passageOf(notes, quote)).toEqual({ id: 'q', start: 12, end: 17 });
});

test('words put in before a quote move it along, and of two equal passages the nearer one is it', () => {
  expect(passageOf(`P1：${notes}`, quote)).toEqual({ id: 'q', start: 15, end: 20 });
  expect(passageOf(notes.slice(5), { ...quote, start: 12 })).toEqual({ id: 'q', start: 7, end: 12 });
  expect(passageOf(`${notes}又说：等了很久。`, { ...quote, start: 1, end: 6 })).toEqual({ id: 'q', start: 0, end: 5 });
});

test('a quote whose words were changed stands nowhere', () => {
  expect(passageOf('等得不久。', quote)).toBeNull();
});

test('notes are cut at each border, so that overlapping quotes show where they overlap', () => {
  const passages = [
    { id: 'a', start: 1, end: 4 },
    { id: 'b', start: 3, end: 6 },
  ];
  expect(stretchesOf('abcdefgh', passages)).toEqual([
    { text: 'a', quotes: [] },
    { text: 'bc', quotes: ['a'] },
    { text: 'd', quotes: ['a', 'b'] },
    { text: 'ef', quotes: ['b'] },
    { text: 'gh', quotes: [] },
  ]);
  expect(stretchesOf('', [])).toEqual([]);
});
