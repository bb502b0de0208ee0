import { expect, it } from 'vitest';
import { entriesSince, mentionedIn } from './meanwhile.rules.ts';
import { buildEntry } from '../case.factory.ts';

it('shows only what was added since the case was read', () => {
  const [first, second] = [buildEntry({ id: 'a' }), buildEntry({ id: 'b', kind: 'change' })];
  expect(entriesSince({ entries: [first] }, { entries: [first, second] })).toEqual([second]);
  expect(entriesSince({ entries: [first] }, { entries: [first] })).toEqual([]);
});

it('finds who is called, and does not take 李强生 for 李强', () => {
  const people = [
    { id: '1', name: '李强' },
    { id: '2', name: '李强生' },
    { id: '3', name: 'Ada Lim' },
  ];
  expect(mentionedIn('请 @李强生 看一下', people)).toEqual(['2']);
  expect(mentionedIn('@李强 和 @李强生', people).toSorted()).toEqual(['1', '2']);
  expect(mentionedIn('@Ada Lim: please', people)).toEqual(['3']);
  expect(mentionedIn('mail ada@example.org', people)).toEqual([]);
});
