import { describe, expect, it } from 'vitest';
import { dueBetween, isPlanned, stateOn, type Schedule } from './due.rules.ts';
import { periodOf } from './period.rules.ts';

const monthly: Schedule = { id: 'm', period: 'month', startsOn: '2026-02-10', dueDays: 5, keyNodes: [] };
const release = { on: '2026-03-20', name: { zh: '发布前', en: 'Before the release' } };

const dues = (schedule: Schedule, from: string, to: string) =>
  dueBetween(schedule, from, to).map(({ period, dueOn }) => [period.key, dueOn]);

describe('due dates', () => {
  it('come some days after each period, from the one in which the collection starts', () => {
    expect(dues(monthly, '2026-01-01', '2026-05-05')).toEqual([
      ['2026-02', '2026-03-05'],
      ['2026-03', '2026-04-05'],
      ['2026-04', '2026-05-05'],
    ]);
    expect(dues(monthly, '2026-03-06', '2026-04-04')).toEqual([]);
  });

  it('count a year after the period too', () => {
    expect(dues({ ...monthly, period: 'year', dueDays: 90, startsOn: '2024-01-01' }, '2026-03-01', '2026-04-30')).toEqual([
      ['2025', '2026-03-31'],
    ]);
  });

  it('come also for a key node, by its own day', () => {
    expect(dues({ ...monthly, keyNodes: [release] }, '2026-03-01', '2026-03-31')).toEqual([
      ['2026-02', '2026-03-05'],
      ['2026-03-20', '2026-03-25'],
    ]);
  });

  it('are one when the key node falls on a period of its own', () => {
    const daily = dueBetween({ ...monthly, period: 'day', dueDays: 0, keyNodes: [release] }, '2026-03-19', '2026-03-21');
    expect(daily.map(({ period, keyNode }) => [period.key, keyNode?.en ?? null])).toEqual([
      ['2026-03-19', null],
      ['2026-03-20', 'Before the release'],
      ['2026-03-21', null],
    ]);
  });

  it('know which sheets there are', () => {
    const schedule = { ...monthly, keyNodes: [release] };
    const planned = (kind: 'month' | 'day' | 'week', day: string) => isPlanned(schedule, periodOf(kind, day));
    expect([
      planned('month', '2026-02-01'),
      planned('month', '2026-01-31'),
      planned('day', '2026-03-20'),
      planned('day', '2026-03-21'),
      planned('week', '2026-03-20'),
    ]).toEqual([true, false, true, false, false]);
  });
});

describe('the state of a sheet', () => {
  const sheet = { expected: 4, entered: 1, firstDay: '2026-03-01', dueOn: '2026-04-05' };
  it.each([
    ['2026-02-28', 'planned'],
    ['2026-03-01', 'open'],
    ['2026-04-01', 'open'],
    ['2026-04-02', 'due-soon'],
    ['2026-04-05', 'due-soon'],
    ['2026-04-06', 'overdue'],
  ])('on %s is %s', (today, state) => expect(stateOn(today, sheet)).toBe(state));
  it('is complete when nothing is missing, however late', () => expect(stateOn('2027-01-01', { ...sheet, entered: 4 })).toBe('complete'));
});
