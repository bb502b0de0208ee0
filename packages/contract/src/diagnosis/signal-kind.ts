import { z } from 'zod';

/** `threshold`: a limit missed so many periods running; `hot-spot`: more cases in a week than chance brings. */
export const signalKind = z.enum(['control-chart', 'threshold', 'forecast', 'hot-spot']);
export type SignalKind = z.infer<typeof signalKind>;

export const signalState = z.enum(['raised', 'acknowledged', 'cleared']);
export type SignalState = z.infer<typeof signalState>;

export const chartBucket = z.enum(['day', 'week', 'month']);
export type ChartBucket = z.infer<typeof chartBucket>;

export const chartRules = z.enum(['nelson', 'western-electric']);

export const runRule = z.enum([
  'beyond-three-sigma',
  'one-side',
  'trend',
  'alternation',
  'two-of-three-beyond-two-sigma',
  'four-of-five-beyond-one-sigma',
  'within-one-sigma',
  'both-sides-beyond-one-sigma',
]);
export type RunRule = z.infer<typeof runRule>;
