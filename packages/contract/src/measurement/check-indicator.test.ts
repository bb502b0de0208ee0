import { expect, test } from 'vitest';
import { flawsOfLimits, flawsOfShape, type IndicatorShape } from './check-indicator.ts';

const duration: IndicatorShape = { measure: 'duration', unit: 'h', direction: 'lower', aggregate: 'mean' };

test('the examples of the documentation', () => {
  expect(flawsOfShape({ measure: 'share', unit: 'h', direction: 'higher', aggregate: 'mean' })).toEqual([['unit', 'share_needs_percent']]);
  const outOfOrder = [['warning', 'limits_out_of_order']];
  expect(flawsOfLimits({ measure: 'duration', direction: 'lower', target: 4, warning: 3 })).toEqual(outOfOrder);
});

test('what is not given is not judged', () => {
  expect(flawsOfShape({ ...duration, formula: null, plausibleMin: null, plausibleMax: 3 })).toEqual([]);
  expect(flawsOfLimits({ ...duration, target: null, warning: 3 })).toEqual([]);
  expect(flawsOfLimits({ ...duration, target: 4, warning: null, critical: 3 })).toEqual([['critical', 'limits_out_of_order']]);
});

test('equal limits are in order, in both directions; deviations only grow', () => {
  const equal = { target: 4, warning: 4, critical: 4 };
  for (const direction of ['lower', 'higher'] as const) expect(flawsOfLimits({ measure: 'number', direction, ...equal })).toEqual([]);
  const nominal = { measure: 'number', direction: 'nominal', target: 100 } as const;
  expect(flawsOfLimits({ ...nominal, warning: 1, critical: 2 })).toEqual([]);
  expect(flawsOfLimits({ ...nominal, warning: 2, critical: 1 })).toEqual([['critical', 'limits_out_of_order']]);
  expect(flawsOfLimits({ ...nominal, warning: -1, critical: null })).toEqual([['warning', 'deviation_below_zero']]);
});
