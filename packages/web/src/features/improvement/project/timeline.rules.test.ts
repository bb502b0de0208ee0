import type { ProjectAction } from '@zhiheng/contract/improvement/projects';
import { expect, test } from 'vitest';
import { timelineOf } from './timeline.rules.ts';

const action = (startOn: string | null, dueOn: string | null) => ({ startOn, dueOn }) as ProjectAction;
const project = { startOn: '2026-01-01', dueOn: '2026-01-10' };

test('an action lies where its days are, first and last day included', () => {
  const { bars, today } = timelineOf(project, [action('2026-01-01', '2026-01-10'), action('2026-01-06', '2026-01-07')], '2026-01-05');
  expect(bars.map(({ left, width }) => [left, width])).toEqual([
    [0, 100],
    [50, 20],
  ]);
  expect(today).toBe(45);
});

test('an action with one day lasts that day; without days it is named apart', () => {
  const { bars, undated } = timelineOf(project, [action(null, '2026-01-10'), action(null, null)], '2026-01-05');
  expect(bars.map(({ left, width }) => [left, width])).toEqual([[90, 10]]);
  expect(undated).toHaveLength(1);
});

test('actions outside the days of the project widen the stretch, months are marked, and today is left out when it lies outside', () => {
  const { bars, months, today } = timelineOf(project, [action('2025-12-22', '2026-02-09')], '2026-03-01');
  expect(bars.map(({ left, width }) => [left, width])).toEqual([[0, 100]]);
  expect(months).toEqual([
    { month: '2025-12', left: 0 },
    { month: '2026-01', left: 20 },
    { month: '2026-02', left: 82 },
  ]);
  expect(today).toBeNull();
});

test('a stretch of years has at most eight marks', () => {
  const { months } = timelineOf({ startOn: '2020-01-01', dueOn: '2026-12-31' }, [], '2026-01-01');
  expect(months.length).toBeLessThanOrEqual(8);
});
