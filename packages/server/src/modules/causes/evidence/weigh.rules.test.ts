import { expect, test } from 'vitest';
import { statesOf } from '../analyses/cause-states.rules.ts';
import { node } from '../causes.factory.ts';
import { weighDifference, weighFigure, weighTable } from './weigh.rules.ts';

test('a figure speaks only when its whole interval is on one side', () => {
  const against = (interval: [number, number], claim: 'above' | 'below') => weighFigure(interval, { claim, reference: 10 });
  expect([against([11, 12], 'above'), against([11, 12], 'below')]).toEqual(['supports', 'refutes']);
  expect([against([8, 9], 'above'), against([8, 9], 'below')]).toEqual(['refutes', 'supports']);
  expect([against([9, 11], 'above'), against([10, 12], 'above')]).toEqual(['open', 'open']);
});

test('a difference that is not shown leaves a cause open; one too small to matter refutes it', () => {
  const higher = (interval: [number, number], margin: number) => weighDifference(interval, { claim: 'first-higher', margin });
  expect(higher([0.1, 3], 0)).toBe('supports');
  expect(higher([-1, 3], 0)).toBe('open');
  expect(higher([-3, -1], 0)).toBe('refutes');
  expect(higher([0.1, 0.8], 1)).toBe('refutes');
  expect(higher([0.1, 1.8], 1)).toBe('supports');
  expect(weighDifference([-3, -1], { claim: 'first-lower', margin: 0 })).toBe('supports');
  expect(weighDifference([-3, 1], { claim: 'first-lower', margin: 0 })).toBe('open');
  expect(weighDifference([-3, -1], { claim: 'differ', margin: 0 })).toBe('supports');
  expect(weighDifference([-0.3, 0.4], { claim: 'differ', margin: 0.5 })).toBe('refutes');
  expect(weighDifference([-0.3, 0.6], { claim: 'differ', margin: 0.5 })).toBe('open');
});

test('a table of counts supports or says nothing', () => {
  expect([weighTable(0.049), weighTable(0.05), weighTable(0.9)]).toEqual(['supports', 'open', 'open']);
});

test('a cause stands as its evidence says, and is open when that speaks both ways', () => {
  const tree = [node('problem', null), node('a', 'problem'), node('b', 'a')];
  const said = (...says: ('supports' | 'refutes' | 'open')[]) =>
    statesOf(
      tree,
      says.map((one) => ({ nodeId: 'a', says: one })),
    );
  expect(said()).toEqual({ a: 'open', b: 'open' });
  expect(said('supports', 'open')).toEqual({ a: 'supported', b: 'open' });
  expect(said('refutes')).toMatchObject({ a: 'refuted' });
  expect(said('supports', 'refutes')).toMatchObject({ a: 'open' });
});
