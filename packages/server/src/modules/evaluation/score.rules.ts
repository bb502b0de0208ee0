import type { Direction, Grade, ScoreSettings } from '@zhiheng/contract/measurement/indicator';

/** Limits that judge a figure, in its unit. For `nominal`, warning and critical are deviations from the target. */
export interface Limits {
  readonly target: number | null;
  readonly warning: number | null;
  readonly critical: number | null;
}

export type Status = 'met' | 'near' | 'missed' | 'unknown';
export type Points = Pick<ScoreSettings, 'at_critical' | 'at_warning' | 'at_target'>;

/** Everything turned so that more is better: the value and the limits on one axis, in order. */
interface Axis {
  readonly at: number;
  readonly target: number;
  readonly warning: number | null;
  readonly critical: number | null;
}

/** Sums of decimal figures differ in the last bits: 79.99999999999999 is 80. */
const rounding = 1e-9;

/**
 * Whether a figure meets its target (`met`), lies between target and warning limit (`near`) or beyond (`missed`). Without a
 * warning limit nothing is near. Without a value or a target nothing is known.
 * @example statusOf(96, 'higher', { target: 98, warning: 95, critical: 90 }) // 'near'
 */
export function statusOf(value: number | null, direction: Direction, limits: Limits): Status {
  const axis = axisOf(value, direction, limits);
  if (axis === null) return 'unknown';
  if (axis.at >= axis.target) return 'met';
  return axis.warning !== null && axis.at >= axis.warning ? 'near' : 'missed';
}

/**
 * Score of a figure: critical limit, warning limit and target give the points of the settings, between them it is linear,
 * outside it stays at the ends.
 *
 * One limit may be missing. Without a warning limit the line runs from target to critical. Without a critical limit the line
 * from target to warning goes on until it reaches the points of a critical value. A target alone tells good from bad but not
 * how bad, and without a target nothing is good: both give null, which the tree counts as not covered.
 * @example scoreOf(96.5, 'higher', { target: 98, warning: 95, critical: 90 }, { at_critical: 0, at_warning: 60, at_target: 100 }) // 80
 */
export function scoreOf(
  value: number | null,
  direction: Direction,
  { points, ...limits }: Limits & { readonly points: Points },
): number | null {
  const axis = axisOf(value, direction, limits);
  if (axis === null || (axis.warning === null && axis.critical === null)) return null;
  if (axis.at >= axis.target) return points.at_target;
  if (axis.critical !== null && axis.at <= axis.critical) return points.at_critical;
  const [low, high] = segmentOf(axis, points);
  return Math.max(points.at_critical, onLine(low, high, axis.at));
}

/** The two neighbouring limits whose line the value lies on, or on whose continuation. */
function segmentOf({ at, ...limits }: Axis, points: Points): readonly [Point, Point] {
  const target = { at: limits.target, score: points.at_target };
  const warning = limits.warning === null ? target : { at: limits.warning, score: points.at_warning };
  if (limits.critical === null || (limits.warning !== null && at >= limits.warning)) return [warning, target];
  return [{ at: limits.critical, score: points.at_critical }, warning];
}

interface Point {
  readonly at: number;
  readonly score: number;
}
/** Two limits in one place make a step: below it, nothing is left of the line. */
function onLine(low: Point, high: Point, at: number): number {
  if (high.at === low.at) return at >= high.at ? high.score : Number.NEGATIVE_INFINITY;
  return low.score + ((at - low.at) / (high.at - low.at)) * (high.score - low.score);
}

/** Limits given in the wrong order are read as equal, so that a worse value never scores more. */
function axisOf(value: number | null, direction: Direction, limits: Limits): Axis | null {
  if (value === null || limits.target === null) return null;
  const turn = turnOf(direction);
  const target = direction === 'nominal' ? 0 : turn(limits.target);
  const warning = limits.warning === null ? null : Math.min(target, turn(limits.warning));
  const critical = limits.critical === null ? null : Math.min(warning ?? target, turn(limits.critical));
  return { at: direction === 'nominal' ? -Math.abs(value - limits.target) : turn(value), target, warning, critical };
}

/** How a limit is read so that more is better. A deviation counts by its size, whatever its sign. */
function turnOf(direction: Direction): (limit: number) => number {
  switch (direction) {
    case 'higher':
      return (limit) => limit;
    case 'lower':
      return (limit) => -limit;
    case 'nominal':
      return (limit) => -Math.abs(limit);
    default:
      throw new RangeError(direction satisfies never);
  }
}

/** @example gradeOf(83.2, { excellent: 90, good: 80, fair: 70, poor: 60 }) // 'good' */
export function gradeOf(score: number, grades: ScoreSettings['grades']): Grade {
  const at = score + rounding;
  if (at >= grades.excellent) return 'excellent';
  if (at >= grades.good) return 'good';
  if (at >= grades.fair) return 'fair';
  return at >= grades.poor ? 'poor' : 'very-poor';
}

/** What a branch needs to know of a child. */
export interface ScoredChild {
  readonly weight: number;
  readonly score: number | null;
  /** share of the weight below that was measured, 0 to 1 */
  readonly coverage: number;
}

/**
 * Score and coverage of a branch: the mean of the children that have a score, by weight, and the share of weight that was
 * measured, all levels down. What is missing is left out of the mean, which counts it as neither good nor bad, and lowers
 * the coverage. No child with a score: the score is null and the coverage 0.
 * @example meanOfChildren([{ weight: 3, score: 80, coverage: 1 }, { weight: 1, score: null, coverage: 0 }]) // { score: 80, coverage: 0.75 }
 */
export function meanOfChildren(children: readonly ScoredChild[]): { readonly score: number | null; readonly coverage: number } {
  let [all, measured, weighted, covered] = [0, 0, 0, 0];
  for (const { weight, score, coverage } of children) {
    all += weight;
    covered += weight * coverage;
    if (score === null) continue;
    measured += weight;
    weighted += weight * score;
  }
  return { score: measured === 0 ? null : weighted / measured, coverage: all === 0 ? 0 : covered / all };
}

/** The grade, unless too little was measured to give one. */
export function gradeWhenCovered(
  score: number | null,
  coverage: number,
  settings: Pick<ScoreSettings, 'grades' | 'minimum_coverage'>,
): Grade | null {
  if (score === null || coverage + rounding < settings.minimum_coverage) return null;
  return gradeOf(score, settings.grades);
}
