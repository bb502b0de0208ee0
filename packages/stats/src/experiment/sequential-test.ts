import { requireFinite } from '../result/require-finite.ts';
import { insufficient, type Interval, type Outcome } from '../result/outcome.ts';

/** What the evidence is weighed against. */
export interface MixtureOptions {
  /** variance of the effects one expects to find, around the hypothesis */
  readonly mixingVariance: number;
  /** effect under the hypothesis, 0 unless said */
  readonly hypothesis?: number;
  /** chance of a false alarm over the whole test, however often one looks; 0.05 unless said */
  readonly alpha?: number;
}

/** An estimate that is normal with a known variance. */
export interface NormalEstimate {
  readonly estimate: number;
  readonly variance: number;
}

/** The evidence against the hypothesis at one look. */
export interface SequentialEvidence {
  /** logarithm of the mixture likelihood ratio */
  readonly logLikelihoodRatio: number;
  /** the ratio itself, at most the largest number there is */
  readonly likelihoodRatio: number;
  /** 1 / ratio, at most 1: below alpha the hypothesis is rejected, whenever one looks */
  readonly p: number;
  /** half the width of the interval that holds at all looks together with 1 − alpha */
  readonly halfWidth: number;
}

/**
 * Mixture likelihood ratio of one normal estimate with variance v: √(v / (v + τ²)) · exp(τ² (estimate − hypothesis)² / (2 v (v + τ²))), τ²
 * being the mixing variance. For a mean of n values v = σ²/n, for a difference of two means v = σ² (1/n₁ + 1/n₂). Throws RangeError for
 * variances that are not positive and for alpha outside 0..1.
 * Source: Robbins (1970), Annals of Mathematical Statistics 41, 1397–1409; Johari, Koomen, Pekelis, Walsh (2017), KDD '17, 1517–1525.
 * @example sequentialEvidence({ estimate: 0.5, variance: 0.04 }, { mixingVariance: 0.25 }) // { likelihoodRatio: 5.49294…, p: 0.18205…, halfWidth: 0.60821… }
 */
export function sequentialEvidence(
  { estimate, variance }: NormalEstimate,
  { mixingVariance, hypothesis = 0, alpha = 0.05 }: MixtureOptions,
): SequentialEvidence {
  if (!(variance > 0 && mixingVariance > 0)) throw new RangeError('variances are positive');
  if (!(alpha > 0 && alpha < 1)) throw new RangeError('alpha lies between 0 and 1');
  requireFinite([estimate, hypothesis, variance, mixingVariance], 'estimates');
  const spread = variance + mixingVariance;
  const shrinkage = Math.log(spread / variance) / 2;
  const logLikelihoodRatio = (mixingVariance * (estimate - hypothesis) ** 2) / (2 * variance * spread) - shrinkage;
  return {
    logLikelihoodRatio,
    likelihoodRatio: Math.min(Number.MAX_VALUE, Math.exp(logLikelihoodRatio)),
    p: Math.min(1, Math.exp(-logLikelihoodRatio)),
    halfWidth: Math.sqrt(((2 * variance * spread) / mixingVariance) * (shrinkage - Math.log(alpha))),
  };
}

/** A test that may be looked at after every value. */
export interface SequentialTest {
  readonly kind: 'sequential-test';
  readonly n: number;
  readonly mean: number;
  /** smallest p so far: it stays valid at any look */
  readonly alwaysValidP: number;
  /** of the mean, valid at all looks together */
  readonly interval: Interval;
  readonly confidence: number;
  readonly rejected: boolean;
  /** one per value */
  readonly looks: readonly SequentialLook[];
  readonly method: { readonly mixture: 'normal'; readonly variance: number; readonly mixingVariance: number };
}

/** The state after one more value. */
export interface SequentialLook extends SequentialEvidence {
  readonly n: number;
  readonly mean: number;
  readonly alwaysValidP: number;
}

/**
 * Mixture sequential probability ratio test of the mean of normal values whose `variance` is known: one may look after every value and stop
 * when `alwaysValidP` falls to alpha. No values are insufficient. Throws RangeError as `sequentialEvidence`, and for NaN and infinities.
 * Source: Johari, Koomen, Pekelis, Walsh (2017), KDD '17, 1517–1525.
 * @example sequentialTest([0.5, 1.5], { variance: 1, mixingVariance: 0.25 }) // { n: 2, mean: 1, alwaysValidP: 0.8775…, rejected: false }
 */
export function sequentialTest(
  values: ArrayLike<number>,
  { variance, alpha = 0.05, ...mixture }: MixtureOptions & { readonly variance: number },
): Outcome<SequentialTest> {
  requireFinite(values, 'values');
  const looks: SequentialLook[] = [];
  let sum = 0;
  let alwaysValidP = 1;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    const [n, mean] = [i + 1, sum / (i + 1)];
    const evidence = sequentialEvidence({ estimate: mean, variance: variance / n }, { ...mixture, alpha });
    alwaysValidP = Math.min(alwaysValidP, evidence.p);
    looks.push({ ...evidence, n, mean, alwaysValidP });
  }
  const last = looks.at(-1);
  if (last === undefined) return insufficient(0, 1);
  return {
    kind: 'sequential-test',
    n: last.n,
    mean: last.mean,
    alwaysValidP,
    interval: [last.mean - last.halfWidth, last.mean + last.halfWidth],
    confidence: 1 - alpha,
    rejected: alwaysValidP <= alpha,
    looks,
    method: { mixture: 'normal', variance, mixingVariance: mixture.mixingVariance },
  };
}
