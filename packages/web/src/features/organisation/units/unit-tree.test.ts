import type { Unit } from '@zhiheng/contract/organisation/organisation';
import { expect, it } from 'vitest';
import { idsWithin, inTreeOrder } from './unit-tree.ts';

const unit = (id: string, parentId: string | null): Unit => ({ id, code: id, name: { zh: id, en: id }, parentId, subjects: 0 });
const units = [unit('b', 'a'), unit('a', null), unit('c', 'b'), unit('d', 'gone'), unit('e', 'a')];

it('stands each unit below its parent, and at the top when the parent is gone', () => {
  expect(inTreeOrder(units).map((placed) => `${placed.depth}${placed.unit.id}`)).toEqual(['0a', '1b', '2c', '1e', '0d']);
});

it('knows what is below a unit: none of it can become its parent', () => {
  expect([...idsWithin(units, 'b')].sort()).toEqual(['b', 'c']);
});
