import type { PackDemo } from '@zhiheng/contract/packs/pack-file';
import type { Direction, Measure } from '@zhiheng/contract/measurement/indicator';
import { drawBinomial, drawNormal, drawPoisson, type Random } from './random.rules.ts';

type Distribution = PackDemo['series'][number]['distribution'];

/** What a drawn value must fit. */
export interface DrawnIndicator {
  readonly measure: Measure;
  readonly direction: Direction;
  readonly decimals: number;
  readonly plausibleMin: number | null;
  readonly plausibleMax: number | null;
  /** wanted value, for nominal indicators */
  readonly target: number | null;
}

export interface Conditions {
  /** what is left of everything bad: 1 as drawn, 0.9 a tenth less bad, 1.1 a tenth worse */
  readonly badness: number;
  /** the seeded problem multiplies the value */
  readonly problem: number;
  /** how much one observation of a count stands for */
  readonly amount: number;
}

export interface DrawnValue {
  readonly value: number;
  readonly n: number;
}

/** Everything that decides one drawn value. */
export interface Draw {
  readonly random: Random;
  readonly distribution: Distribution;
  readonly indicator: DrawnIndicator;
  readonly conditions: Conditions;
}

/** One observation in the indicator's unit; docs/packs.md says how quality, trend and problem shift it. */
export function drawValue({ random, distribution, indicator, conditions }: Draw): DrawnValue {
  if (distribution.kind === 'share') {
    const p = clamp(shiftShare(distribution.yes, indicator.direction, conditions.badness) * conditions.problem, 0, 1);
    return { value: drawBinomial(random, distribution.of, p), n: distribution.of };
  }
  const draw = indicator.direction === 'nominal' ? drawNominal : drawBetterOrWorse;
  return { value: fit(draw({ random, distribution, indicator, conditions }), indicator), n: 1 };
}

/** Fewer yes where no is bad, more of them where yes is bad. */
function shiftShare(yes: number, direction: Direction, badness: number): number {
  if (direction === 'nominal') return yes;
  return direction === 'lower' ? yes * badness : 1 - (1 - yes) * badness;
}

type NumberDraw = Draw & { readonly distribution: Exclude<Distribution, { kind: 'share' }> };

function drawBetterOrWorse({ conditions, indicator, ...draw }: NumberDraw): number {
  const { badness, problem, amount } = conditions;
  // Scales end somewhere: what is good grows by a third of what would vanish of something bad.
  const better = (centre: number): number => centre + (Math.abs(centre) * (1 - badness)) / 3;
  return drawAround(
    draw,
    (centre) => (indicator.direction === 'lower' ? centre * badness : better(centre)) * problem * amountOf(indicator, amount),
  );
}

/** Nearer to the target, or further from it. Without a target there is no better and no worse. */
function drawNominal({ conditions, indicator, ...draw }: NumberDraw): number {
  const { badness, problem, amount } = conditions;
  const plain = drawAround(draw, (centre) => centre * problem * amountOf(indicator, amount));
  return indicator.target === null ? plain : indicator.target + (plain - indicator.target) * badness;
}

const amountOf = ({ measure }: DrawnIndicator, amount: number): number => (measure === 'count' ? amount : 1);

function drawAround({ random, distribution }: Pick<NumberDraw, 'random' | 'distribution'>, shift: (centre: number) => number): number {
  switch (distribution.kind) {
    case 'normal':
      return shift(distribution.mean) + distribution.sd * drawNormal(random);
    case 'lognormal':
      return shift(distribution.median) * Math.exp(distribution.spread * drawNormal(random));
    case 'poisson':
      return drawPoisson(random, Math.max(0, shift(distribution.mean)));
    default:
      return distribution satisfies never;
  }
}

function fit(value: number, { measure, decimals, plausibleMin, plausibleMax }: DrawnIndicator): number {
  const lowest = Math.max(plausibleMin ?? -Infinity, measure === 'count' || measure === 'duration' ? 0 : -Infinity);
  const clamped = clamp(value, lowest, plausibleMax ?? Infinity);
  return measure === 'count' ? Math.round(clamped) : Number(clamped.toFixed(measure === 'duration' ? 6 : decimals));
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
