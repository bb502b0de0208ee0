import { measuresOf, type CountedFrom } from './counted-from.ts';
import type { Aggregate, Direction, Measure } from './indicator.ts';

type Figure = number | null | undefined;

/** What must fit together in one indicator. */
export interface IndicatorShape {
  readonly measure: Measure;
  readonly unit: string;
  readonly direction: Direction;
  readonly aggregate: Aggregate;
  readonly formula?: string | null | undefined;
  readonly plausibleMin?: Figure;
  readonly plausibleMax?: Figure;
  readonly countedFrom?: CountedFrom | null | undefined;
}
/** Limits in the indicator's unit; warning and critical of a nominal indicator are deviations from the target. */
export interface LimitFigures {
  readonly target?: Figure;
  readonly warning?: Figure;
  readonly critical?: Figure;
}

type Flaw<F extends string> = readonly [field: F, code: string];
type Rule<T, F extends string> = readonly [...Flaw<F>, isBroken: (of: T) => boolean];

const durationUnits = ['ms', 's', 'min', 'h', 'd'];

const shapeRules: readonly Rule<IndicatorShape, keyof IndicatorShape>[] = [
  ['unit', 'not_a_duration_unit', ({ measure, unit }) => measure === 'duration' && !durationUnits.includes(unit)],
  ['unit', 'share_needs_percent', ({ measure, unit }) => measure === 'share' && unit !== '%'],
  ['aggregate', 'count_needs_sum', ({ measure, aggregate }) => measure === 'count' && aggregate !== 'sum'],
  ['formula', 'formula_missing', ({ measure, formula }) => measure === 'formula' && !isGiven(formula)],
  ['formula', 'formula_not_allowed_here', ({ measure, formula }) => measure !== 'formula' && isGiven(formula)],
  ['plausibleMax', 'plausible_range_empty', ({ plausibleMin, plausibleMax }) => isAbove(plausibleMin, plausibleMax)],
  [
    'countedFrom',
    'quantity_does_not_fit',
    ({ measure, countedFrom }) => isGiven(countedFrom) && !measuresOf(countedFrom.quantity).includes(measure),
  ],
  [
    'countedFrom',
    'party_missing',
    ({ countedFrom }) => isGiven(countedFrom) && (countedFrom.quantity === 'held-by') !== isGiven(countedFrom.party),
  ],
];

type Limited = LimitFigures & Pick<IndicatorShape, 'measure' | 'direction'>;

const limitRules: readonly Rule<Limited, keyof LimitFigures>[] = [
  ['target', 'limit_not_a_percentage', ({ measure, target }) => measure === 'share' && isNoPercentage(target)],
  ['warning', 'limit_not_a_percentage', ({ measure, warning }) => measure === 'share' && isNoPercentage(warning)],
  ['critical', 'limit_not_a_percentage', ({ measure, critical }) => measure === 'share' && isNoPercentage(critical)],
  ['warning', 'deviation_below_zero', ({ direction, warning }) => direction === 'nominal' && isAbove(0, warning)],
  ['critical', 'deviation_below_zero', ({ direction, critical }) => direction === 'nominal' && isAbove(0, critical)],
  ['warning', 'limits_out_of_order', ({ direction, target, warning }) => direction !== 'nominal' && isBetter(direction, warning, target)],
  ['critical', 'limits_out_of_order', isCriticalTooGood],
];

/**
 * What does not fit together in an indicator, by field; forms, API and pack files are held to the same.
 *
 * @example flawsOfShape({ measure: 'share', unit: 'h', direction: 'higher', aggregate: 'mean' }) // [['unit', 'share_needs_percent']]
 */
export const flawsOfShape = (shape: IndicatorShape): Flaw<keyof IndicatorShape>[] => broken(shapeRules, shape);
/**
 * What is wrong with limits; from target over warning to critical it must get worse.
 *
 * @example flawsOfLimits({ measure: 'duration', direction: 'lower', target: 4, warning: 3 }) // [['warning', 'limits_out_of_order']]
 */
export const flawsOfLimits = (limited: Limited): Flaw<keyof LimitFigures>[] => broken(limitRules, limited);

const broken = <T, F extends string>(rules: readonly Rule<T, F>[], of: T): Flaw<F>[] =>
  rules.flatMap(([field, code, isBroken]) => (isBroken(of) ? [[field, code] as const] : []));

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
const isAbove = (a: Figure, b: Figure): boolean => typeof a === 'number' && typeof b === 'number' && a > b;
const isBetter = (direction: Direction, a: Figure, b: Figure): boolean => (direction === 'higher' ? isAbove(a, b) : isAbove(b, a));
const isNoPercentage = (limit: Figure): boolean => isAbove(0, limit) || isAbove(limit, 100);

/** From target over warning to critical it gets worse; deviations grow. */
function isCriticalTooGood({ direction, target, warning, critical }: Limited): boolean {
  const before = direction === 'nominal' ? warning : (warning ?? target);
  return isBetter(direction, critical, before);
}
