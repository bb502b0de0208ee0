import { requireFinite } from '../result/require-finite.ts';
import { zoneBit, zoneMarksOf } from './zone-marks.ts';

/** The published sets of run rules. */
export type RuleSet = 'nelson' | 'western-electric';

/** What a run rule looks for. */
export type RuleCode =
  | 'beyond-three-sigma'
  | 'one-side'
  | 'trend'
  | 'alternation'
  | 'two-of-three-beyond-two-sigma'
  | 'four-of-five-beyond-one-sigma'
  | 'within-one-sigma'
  | 'both-sides-beyond-one-sigma';

/** A rule of a set with the points at which it signals. */
export interface RuleSignals {
  /** number of the rule in its set, from 1 */
  readonly rule: number;
  readonly code: RuleCode;
  /** index from 0 of the last point of every window that violates the rule; windows overlap */
  readonly ends: readonly number[];
}

/** The signals of a series by a named set of rules. */
export interface RunRules {
  readonly kind: 'run-rules';
  readonly n: number;
  readonly ruleSet: RuleSet;
  /** points on one side that make a signal */
  readonly runLength: number;
  readonly rules: readonly RuleSignals[];
}

/** A rule signals where `needed` of the last `window` points carry the one or the other of its marks. */
interface WindowRule {
  readonly code: RuleCode;
  readonly bits: readonly [first: number, second: number];
  readonly needed: number;
  readonly window: number;
}

const all = (window: number) => ({ needed: window, window });

const beyondThree: WindowRule = { code: 'beyond-three-sigma', bits: [zoneBit.beyondThree, zoneBit.never], ...all(1) };
const oneSide = (points: number): WindowRule => ({ code: 'one-side', bits: [zoneBit.above, zoneBit.below], ...all(points) });
const twoOfThree: WindowRule = {
  code: 'two-of-three-beyond-two-sigma',
  bits: [zoneBit.aboveTwo, zoneBit.belowTwo],
  needed: 2,
  window: 3,
};
const fourOfFive: WindowRule = {
  code: 'four-of-five-beyond-one-sigma',
  bits: [zoneBit.aboveOne, zoneBit.belowOne],
  needed: 4,
  window: 5,
};

const rulesOf = {
  nelson: (runLength: number): WindowRule[] => [
    beyondThree,
    oneSide(runLength),
    // six points have five steps between them
    { code: 'trend', bits: [zoneBit.rising, zoneBit.falling], ...all(5) },
    // fourteen points have twelve between two others
    { code: 'alternation', bits: [zoneBit.turning, zoneBit.never], ...all(12) },
    twoOfThree,
    fourOfFive,
    { code: 'within-one-sigma', bits: [zoneBit.withinOne, zoneBit.never], ...all(15) },
    { code: 'both-sides-beyond-one-sigma', bits: [zoneBit.beyondOne, zoneBit.never], ...all(8) },
  ],
  'western-electric': (runLength: number): WindowRule[] => [beyondThree, twoOfThree, fourOfFive, oneSide(runLength)],
} satisfies Record<RuleSet, (runLength: number) => WindowRule[]>;

/** Points on one side that make a signal, as published. */
const publishedRun = { nelson: 9, 'western-electric': 8 } satisfies Record<RuleSet, number>;

/** Which rules to apply. */
export interface RunRuleOptions {
  /** 'nelson' unless said */
  readonly ruleSet?: RuleSet;
  /** points on one side that make a signal; as published unless said: Nelson 9, Western Electric 8 */
  readonly runLength?: number;
}

/**
 * Signals of non-random patterns in a series around its centre, every comparison strict. Nelson: 1 one point beyond 3σ, 2 nine on one side,
 * 3 six rising or falling, 4 fourteen alternating, 5 two of three beyond 2σ on the same side, 6 four of five beyond 1σ on the same side,
 * 7 fifteen within 1σ, 8 eight beyond 1σ on either side. Western Electric: 1 one beyond 3σ, 2 two of three, 3 four of five, 4 eight on one
 * side. For limits that differ from point to point, give z scores with centre 0 and sigma 1. No values: no signals. Throws RangeError for
 * NaN, an infinity or a sigma that is not above 0.
 * Sources: Nelson (1984), Journal of Quality Technology 16, 237–239; Western Electric (1956), Statistical Quality Control Handbook.
 * @example runRules([0, 4, 2.5, 0], { center: 0, sigma: 1 }, { ruleSet: 'western-electric' }).rules[0] // { rule: 1, code: 'beyond-three-sigma', ends: [1] }
 */
export function runRules(
  values: ArrayLike<number>,
  frame: { readonly center: number; readonly sigma: number },
  options: RunRuleOptions = {},
): RunRules {
  const { ruleSet = 'nelson', runLength = publishedRun[ruleSet] } = options;
  if (!(Number.isInteger(runLength) && runLength >= 2)) throw new RangeError(`a run has at least two points: ${runLength}`);
  requireFinite(values, 'values');
  const marks = zoneMarksOf(values, frame);
  const rules = rulesOf[ruleSet](runLength).map((rule, i): RuleSignals => ({
    rule: i + 1,
    code: rule.code,
    ends: windowEnds(marks, rule),
  }));
  return { kind: 'run-rules', n: values.length, ruleSet, runLength, rules };
}

/** Slides a window over the series and counts the marked points inside it. */
function windowEnds(marks: Uint16Array, { bits: [first, second], needed, window }: WindowRule): number[] {
  const ends: number[] = [];
  let firsts = 0;
  let seconds = 0;
  for (let i = 0; i < marks.length; i++) {
    const entering = marks[i]!;
    const leaving = i < window ? 0 : marks[i - window]!;
    firsts += ((entering >> first) & 1) - ((leaving >> first) & 1);
    seconds += ((entering >> second) & 1) - ((leaving >> second) & 1);
    if ((firsts >= needed || seconds >= needed) && i >= window - 1) ends.push(i);
  }
  return ends;
}
