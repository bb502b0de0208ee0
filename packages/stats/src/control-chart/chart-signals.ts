import { undetermined, type Outcome } from '../result/outcome.ts';
import type { ChartPoint } from './chart-point.ts';
import { runRules, type RunRuleOptions, type RunRules } from './run-rules.ts';

/**
 * Run rules along a chart of subgroups or samples, every point in its own standard errors, so that unequal samples do no harm. They suppose
 * points that are independent and about normal: ranges and small counts signal more often than they should. A point without standard error
 * leaves them undetermined.
 * @example chartSignals({ points: [{ value: 9, center: 4, error: 1, lower: 1, upper: 7 }] }, { ruleSet: 'western-electric' }) // { ruleSet: 'western-electric', runLength: 8, n: 1 }
 */
export function chartSignals(chart: { readonly points: readonly ChartPoint[] }, options: RunRuleOptions = {}): Outcome<RunRules> {
  if (chart.points.some(({ error }) => error === 0)) return undetermined(chart.points.length, 'no-variation');
  const z = Float64Array.from(chart.points, ({ value, center, error }) => (value - center) / error);
  return runRules(z, { center: 0, sigma: 1 }, options);
}
