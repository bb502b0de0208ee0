import type { FeedbackRow } from '@zhiheng/contract/feedback/feedback';
import { expect, it } from 'vitest';
import { undoOf } from './undo.rules.ts';

const row = (id: string, more: Partial<FeedbackRow>) =>
  ({
    id,
    state: 'new',
    ownerId: null,
    tags: [],
    themeIds: ['t'],
    themesBy: 'rule',
    polarity: 'negative',
    polarityBy: 'model',
    ...more,
  }) as FeedbackRow;

it('brings back what each was, in one call for those that were alike', () => {
  const rows = [row('a', {}), row('b', { ownerId: 'x' }), row('c', {}), row('d', { state: 'closed', ownerId: 'x' })];
  expect(undoOf(rows, { state: 'closed', ownerId: 'x' })).toEqual([
    { ids: ['a', 'c'], change: { state: 'new', ownerId: null } },
    { ids: ['b'], change: { state: 'new' } },
  ]);
});

it('gives back to the rules what no person had decided', () => {
  const rows = [row('a', {}), row('b', { themesBy: 'hand', polarityBy: 'hand' })];
  expect(undoOf(rows, { themeIds: [], polarity: 'positive' })).toEqual([
    { ids: ['a'], change: { themeIds: null, polarity: null } },
    { ids: ['b'], change: { themeIds: ['t'], polarity: 'negative' } },
  ]);
});

it('takes away only tags that came with the change', () => {
  const rows = [row('a', { tags: ['vip'] }), row('b', { tags: ['old'] })];
  expect(undoOf(rows, { addTags: ['vip'], removeTags: ['old'] })).toEqual([
    { ids: ['b'], change: { removeTags: ['vip'], addTags: ['old'] } },
  ]);
});
