import { z } from 'zod';
import { targetKind } from '../agreements/policy.ts';
import { caseType, priority } from '../cases/case.ts';
import type { Measure } from './indicator.ts';

/**
 * What is counted of cases. Of each case, as soon as it is known:
 * - `response-time`, `resolution-time`: clock time from the opening to the first answer, to the last resolution
 * - `working-response-time`, `working-resolution-time`: the same as the promise to the customer counts it
 * - `attainment`: each promise to the customer, kept or broken; `promises-kept`: each resolved case, all its promises kept or not
 * - `rating`: what the customer gave; as a share, 4 and 5 of 5 are satisfied
 * - `reopened`, `first-contact`: of each resolved case, whether it came back, whether the first answer solved it
 * - `held-by`: how long a party held it until its resolution
 *
 * Of each day, when it is over: `opened`, `backlog` and `backlog-age` (open at the end of the day), `answered-in-time` and `settled-in-time` (within the limits of the
 * complaint loop), `repeated` (resolved, and the customer came back with the same service within 30 days), `followed-up` (contacts due that were made by then).
 */
export const caseQuantity = z.enum([
  'response-time',
  'resolution-time',
  'working-response-time',
  'working-resolution-time',
  'attainment',
  'promises-kept',
  'rating',
  'reopened',
  'first-contact',
  'held-by',
  'opened',
  'backlog',
  'backlog-age',
  'answered-in-time',
  'settled-in-time',
  'repeated',
  'followed-up',
]);
export type CaseQuantity = z.infer<typeof caseQuantity>;

/** Where the observations of an indicator come from, when the house counts them itself. A filter that is not given lets everything through. */
export const countedFrom = z.strictObject({
  kind: z.literal('cases'),
  quantity: caseQuantity,
  types: z.array(caseType).min(1).optional(),
  priorities: z.array(priority).min(1).optional(),
  /** of `attainment` and `promises-kept` */
  targets: z.array(targetKind).min(1).optional(),
  /** of `held-by` */
  party: z.enum(['customer', 'team', 'supplier']).optional(),
});
export type CountedFrom = z.infer<typeof countedFrom>;

const durations = new Set<CaseQuantity>([
  'response-time',
  'resolution-time',
  'working-response-time',
  'working-resolution-time',
  'held-by',
  'backlog-age',
]);

/**
 * Which measures an indicator of a quantity may have.
 *
 * @example measuresOf('rating') // ['number', 'share']
 */
export function measuresOf(quantity: CaseQuantity): readonly Measure[] {
  if (durations.has(quantity)) return ['duration'];
  if (quantity === 'rating') return ['number', 'share'];
  if (quantity === 'opened') return ['count'];
  return quantity === 'backlog' ? ['number'] : ['share'];
}
