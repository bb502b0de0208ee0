import { expect, test } from 'vitest';
import { movedCodes, orderedCodes } from './code-tree.rules.ts';

const code = (id: string, parentId: string | null, position: number) => ({ id, parentId, position });
const book = [code('b', null, 1), code('a2', 'a', 5), code('a', null, 0), code('a1', 'a', 2), code('c', null, 7)];
const ids = (codes: readonly { id: string }[]) => codes.map(({ id }) => id).join(' ');

test('each top code is followed by those below it', () => {
  expect(ids(orderedCodes(book))).toBe('a a1 a2 b c');
});

test('a code changes places with its neighbour of the same level; only what is elsewhere then is told', () => {
  const moved = movedCodes(book, 'c', -1) ?? [];
  expect(moved.map(({ code: { id }, position }) => `${id}${position}`)).toEqual(['c1', 'b2']);
  const applied = book.map((each) => ({ ...each, position: moved.find(({ code: { id } }) => id === each.id)?.position ?? each.position }));
  expect(ids(orderedCodes(applied))).toBe('a a1 a2 c b');
});

test('the first goes no higher and the last of a branch no lower', () => {
  expect(movedCodes(book, 'a', -1)).toBeNull();
  expect(movedCodes(book, 'a2', 1)).toBeNull();
});
