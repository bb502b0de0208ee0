import { expect, it } from 'vitest';
import { buildCaseRow } from '../case.factory.ts';
import { undoOf } from './undo.rules.ts';

const [a, b, c] = ['a', 'b', 'c'].map((letter) => `019a0000-0000-7000-8000-00000000000${letter}`) as [string, string, string];

it('brings back what each case was, in one call for those that were alike', () => {
  const rows = [
    buildCaseRow({ id: a, assigneeId: null }),
    buildCaseRow({ id: b, assigneeId: c }),
    buildCaseRow({ id: c, assigneeId: null }),
  ];
  expect(undoOf(rows, { assigneeId: a })).toEqual([
    { ids: [a, c], change: { assigneeId: null } },
    { ids: [b], change: { assigneeId: c } },
  ]);
});

it('leaves alone what the change did not touch', () => {
  const rows = [buildCaseRow({ id: a, priority: 'p1' }), buildCaseRow({ id: b, priority: 'p3' })];
  expect(undoOf(rows, { priority: 'p1' })).toEqual([{ ids: [b], change: { priority: 'p3' } }]);
});

it('takes away only tags that came with the change, and gives back those that went', () => {
  const rows = [buildCaseRow({ id: a, tags: ['vip'] }), buildCaseRow({ id: b, tags: ['old'] })];
  expect(undoOf(rows, { addTags: ['vip'], removeTags: ['old'] })).toEqual([
    { ids: [b], change: { removeTags: ['vip'], addTags: ['old'] } },
  ]);
});
