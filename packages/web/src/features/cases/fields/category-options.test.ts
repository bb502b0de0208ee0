import type { CaseCategory } from '@zhiheng/contract/cases/categories';
import { expect, it } from 'vitest';
import { categoriesFor, categoryTree } from './category-options.ts';

const category = (id: string, parentId: string | null, types: CaseCategory['types'] = []): CaseCategory => ({
  id,
  code: id,
  name: { zh: id, en: id },
  parentId,
  types,
  teamId: null,
  cases: 0,
});
const shape = (list: readonly CaseCategory[]) => categoryTree(list).map(({ category: { id }, depth }) => `${depth}${id}`);

it('puts children below their parents, however they come', () => {
  expect(shape([category('vpn', 'net'), category('net', null), category('mail', null), category('dns', 'vpn')])).toEqual([
    '0net',
    '1vpn',
    '2dns',
    '0mail',
  ]);
});

it('loses none: a parent in the trash, or a circle', () => {
  expect(shape([category('a', 'gone')])).toEqual(['0a']);
  expect(shape([category('a', 'b'), category('b', 'a')]).toSorted()).toEqual(['0a', '0b']);
});

it('offers those of the type and those of all types', () => {
  const places = categoryTree([category('a', null, ['complaint']), category('b', null, ['incident']), category('c', null)]);
  expect(categoriesFor(places, 'complaint').map(({ category: { id } }) => id)).toEqual(['a', 'c']);
});
