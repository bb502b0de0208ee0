import { expect, it } from 'vitest';
import { neighbourOf } from './neighbour.rules.ts';

const rows = (...ids: string[]) => ids.map((id) => ({ id, number: `C-${id}` }));

it('goes through the list that was seen last, and stops at its ends', () => {
  const lists = [
    { at: 1, rows: rows('x', 'b', 'y') },
    { at: 2, rows: rows('a', 'b', 'c') },
    { at: 3, rows: rows('d') },
  ];
  expect(neighbourOf(lists, 'b', 1)).toBe('C-c');
  expect(neighbourOf(lists, 'b', -1)).toBe('C-a');
  expect(neighbourOf(lists, 'a', -1)).toBeNull();
  expect(neighbourOf(lists, 'nowhere', 1)).toBeNull();
});
