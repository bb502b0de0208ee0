import { expect, test } from 'vitest';
import { projectState } from '@zhiheng/contract/improvement/project-kind';
import { nextState, obstaclesTo, otherWays, outcomeOf } from './state.rules.ts';
import type { Verdict } from './verdict-source.ts';

const at = new Date('2026-05-01');
const verdict = (of: Verdict['verdict'], verificationId = 'v'): Verdict => ({ verdict: of, at, interval: [1, 2], verificationId });
const plan = { id: 'v', registeredAt: at };
const draft = { state: 'draft', goal: 'g', ownerId: 'o', actions: 2, done: 0, unverifiedReason: '' } as const;

test('the outcome is that of the plan with which the work began, and of no other', () => {
  const begun = { verificationId: 'v' };
  expect(outcomeOf(begun, { plan, verdict: verdict('effective') })).toBe('effective');
  expect(outcomeOf(begun, { plan, verdict: verdict('harmful') })).toBe('harmful');
  expect(outcomeOf(begun, { plan: null, verdict: verdict('effective') })).toBe('not-verified');
  expect(outcomeOf(begun, { plan: { ...plan, id: 'later' }, verdict: verdict('effective', 'later') })).toBe('not-verified');
  expect(outcomeOf(begun, { plan, verdict: verdict('effective', 'later') })).toBe('not-verified');
  expect(outcomeOf({ verificationId: null }, { plan, verdict: verdict('effective') })).toBe('not-verified');
});

test('each state leads on to one; what nobody verifies is not verified', () => {
  expect(projectState.options.map((state) => nextState({ state, unverifiedReason: '' }))).toEqual([
    'running',
    'verifying',
    'closed',
    null,
    null,
  ]);
  expect(nextState({ state: 'running', unverifiedReason: 'x' })).toBe('closed');
  expect(otherWays.closed).toEqual([]);
});

test('what is missing', () => {
  const none = { plan: null, verdict: null, unverifiedReason: '' };
  expect(obstaclesTo({ ...draft, goal: '', ownerId: null, actions: 0 }, none).map(({ code }) => code)).toEqual([
    'goal_missing',
    'owner_missing',
    'actions_missing',
    'plan_missing',
  ]);
  expect(obstaclesTo(draft, { ...none, unverifiedReason: 'too small' })).toEqual([]);
  expect(obstaclesTo(draft, { ...none, plan })).toEqual([]);
  expect(obstaclesTo({ ...draft, state: 'running', done: 1 }, none)).toEqual([{ code: 'actions_open', params: { count: 1 } }]);
  expect(obstaclesTo({ ...draft, state: 'verifying' }, { ...none, plan })).toEqual([{ code: 'verdict_missing', params: {} }]);
  expect(obstaclesTo({ ...draft, state: 'verifying' }, { ...none, plan, verdict: verdict('too-early') })).toEqual([]);
});
