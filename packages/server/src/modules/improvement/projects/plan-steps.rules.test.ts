import { expect, test } from 'vitest';
import { projectTemplate } from '@zhiheng/contract/improvement/project-kind';
import { phasesOf } from '@zhiheng/contract/improvement/project-phases';
import { planSteps } from './plan-steps.rules.ts';

const quarter = { startOn: '2026-01-01', dueOn: '2026-03-31', locale: 'zh' } as const;

test.each(projectTemplate.options)('the steps of %s fill the days of the project without a gap, and every phase has one', (template) => {
  const steps = planSteps(template, quarter);
  expect(steps[0]?.startOn).toBe('2026-01-01');
  expect(steps.at(-1)?.dueOn).toBe('2026-03-31');
  steps.slice(1).forEach(({ startOn }, at) => {
    expect(Date.parse(startOn) - Date.parse(steps[at]?.dueOn ?? '')).toBe(86_400_000);
  });
  expect([...new Set(steps.map(({ phase }) => phase))]).toEqual([...phasesOf[template]]);
});

test('days are shared out by weight', () => {
  const steps = planSteps('pdca', { startOn: '2026-03-01', dueOn: '2026-03-11', locale: 'en' });
  expect(steps.map(({ startOn, dueOn }) => `${startOn.slice(8)}-${dueOn.slice(8)}`)).toEqual(['01-02', '03-03', '04-07', '08-09', '10-11']);
  expect(steps[0]?.title).toBe('Confirm the causes and choose the measures');
});

test('a project of one day has all its steps on it', () => {
  const steps = planSteps('agile', { startOn: '2026-03-01', dueOn: '2026-03-01', locale: 'zh' });
  expect(new Set(steps.flatMap(({ startOn, dueOn }) => [startOn, dueOn]))).toEqual(new Set(['2026-03-01']));
});
