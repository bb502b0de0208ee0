import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { usualTargetOf } from '@zhiheng/contract/agreements/usual-targets';
import { expect, it } from 'vitest';
import { scaleGoals } from './scale-goals.ts';

const definition: AgreementDefinition = {
  ...{ calendarId: '019a0000-0000-7000-8000-000000000001', scope: {}, adoption: 'new-cases', closed: ['closed'], actions: [] },
  ...{ attainmentGoal: 95, credit: null, reviewOn: null },
  targets: [
    usualTargetOf('resolution', { kind: 'working-time', seconds: 5000 }),
    usualTargetOf('first-response', { kind: 'working-time', seconds: 60 }),
    usualTargetOf('next-reply', { kind: 'business-day-end', days: 1 }),
  ],
};

it('makes goals shorter or longer in whole minutes, and leaves days what they are', () => {
  const goals = (factor: number) => scaleGoals(definition, factor).targets.map(({ goal }) => goal);
  expect(goals(0.5)).toEqual([
    { kind: 'working-time', seconds: 2520 },
    { kind: 'working-time', seconds: 60 },
    { kind: 'business-day-end', days: 1 },
  ]);
  expect(goals(1.5)[0]).toEqual({ kind: 'working-time', seconds: 7500 });
  expect(scaleGoals(definition, 1)).toBe(definition);
});
