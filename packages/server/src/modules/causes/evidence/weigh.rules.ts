import type { EvidenceRequest, Says } from '@zhiheng/contract/causes/evidence';

type Interval = readonly [low: number, high: number];
type Comparison = Extract<EvidenceRequest, { kind: 'test' }>;

/**
 * A figure says something only when its whole interval lies on one side of the number it is held against.
 *
 * @example weighFigure([5, 7], { claim: 'above', reference: 4 }) // 'supports'
 * @example weighFigure([5, 7], { claim: 'above', reference: 6 }) // 'open'
 */
export function weighFigure(
  [low, high]: Interval,
  { claim, reference }: { readonly claim: 'above' | 'below'; readonly reference: number },
): Says {
  if (low > reference) return claim === 'above' ? 'supports' : 'refutes';
  if (high < reference) return claim === 'below' ? 'supports' : 'refutes';
  return 'open';
}

/**
 * Two groups: the claim is supported when the whole interval of the difference lies on its side, and refuted when the whole interval lies
 * below the difference that would matter. A difference that is merely not shown leaves the cause open: that nothing was seen does not
 * prove that nothing is there.
 *
 * @example weighDifference([0.4, 1.2], { claim: 'first-higher', margin: 0 }) // 'supports'
 * @example weighDifference([-0.2, 0.3], { claim: 'first-higher', margin: 0.5 }) // 'refutes'
 * @example weighDifference([-0.2, 0.8], { claim: 'first-higher', margin: 0.5 }) // 'open'
 */
export function weighDifference([low, high]: Interval, { claim, margin }: Pick<Comparison, 'claim' | 'margin'>): Says {
  if (claim === 'differ') return weighEither([low, high], margin);
  const [least, most] = claim === 'first-higher' ? [low, high] : [-high, -low];
  if (most < margin || (margin === 0 && most <= 0)) return 'refutes';
  return least > 0 ? 'supports' : 'open';
}

function weighEither([low, high]: Interval, margin: number): Says {
  if (margin > 0 && low > -margin && high < margin) return 'refutes';
  return low > 0 || high < 0 ? 'supports' : 'open';
}

/** From here on a probability counts as chance. */
export const alpha = 0.05;

/** χ² has no interval here: it can support that groups differ, and never refute it. */
export const weighTable = (p: number): Says => (p < alpha ? 'supports' : 'open');
