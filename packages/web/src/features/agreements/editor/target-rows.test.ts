import { usualTargetOf } from '@zhiheng/contract/agreements/usual-targets';
import { describe, expect, it } from 'vitest';
import { cellsOf, rowsOf, targetsOf, type Target } from './target-rows.ts';

const hours = (count: number) => ({ kind: 'working-time', seconds: count * 3600 }) as const;
const resolution = (count: number, priority?: string[]): Target => ({
  ...usualTargetOf('resolution', hours(count)),
  ...(priority === undefined ? {} : { scope: { priority } }),
});

describe('rows of targets', () => {
  it('put the priorities of one promise side by side', () => {
    const rows = rowsOf([resolution(4, ['p1']), resolution(24), usualTargetOf('first-response', hours(1))]);
    expect(rows.map(({ course, goals }) => [course.kind, goals])).toEqual([
      ['resolution', { p1: hours(4), all: hours(24) }],
      ['first-response', { all: hours(1) }],
    ]);
  });
  it('keep promises apart that run differently', () => {
    const slower: Target = { ...resolution(8, ['p2']), reopening: 'reset' };
    expect(rowsOf([resolution(4, ['p1']), slower])).toHaveLength(2);
  });
  it('give back the same promises, one for each priority', () => {
    const targets = targetsOf(rowsOf([resolution(4, ['p1', 'p2']), resolution(24)]));
    expect(targets).toEqual([resolution(24), resolution(4, ['p1']), resolution(4, ['p2'])]);
    expect(targetsOf(rowsOf(targets))).toEqual(targets);
  });
  it('say which cell a target came from', () => {
    const rows = rowsOf([resolution(24), resolution(4, ['p3']), usualTargetOf('next-reply', hours(2))]);
    expect(cellsOf(rows)).toEqual([
      { row: 0, column: 'all' },
      { row: 0, column: 'p3' },
      { row: 1, column: 'all' },
    ]);
  });
  it('keep what else a promise is narrowed to', () => {
    const target: Target = { ...resolution(4), scope: { priority: ['p1'], channel: ['phone'] } };
    expect(targetsOf(rowsOf([target]))).toEqual([{ ...target, scope: { channel: ['phone'], priority: ['p1'] } }]);
  });
});
