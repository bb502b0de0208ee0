import { expect, it } from 'vitest';
import { movedUp } from './moved-up.ts';

const place = (id: string, position: number, retired = false) => ({ id, position, retired });

it('changes places with the one above, and numbers those that share one', () => {
  const fields = [place('a', 10), place('b', 20), place('c', 30), place('old', 5, true)];
  expect(movedUp(fields, place('c', 30))).toEqual([
    { id: 'c', position: 20 },
    { id: 'b', position: 30 },
  ]);
  expect(movedUp([place('a', 0), place('b', 0)], place('b', 0))).toEqual([
    { id: 'b', position: 10 },
    { id: 'a', position: 20 },
  ]);
});

it('leaves the first where it is, and what is out of use', () => {
  const fields = [place('a', 10), place('b', 20), place('old', 30, true)];
  expect(movedUp(fields, place('a', 10))).toEqual([]);
  expect(movedUp(fields, place('old', 30, true))).toEqual([]);
});
