import { clopperPearsonInterval, jeffreysInterval } from '../intervals/beta-intervals.ts';
import { requireCounts } from '../intervals/counts.ts';
import { agrestiCoullInterval, waldInterval } from '../intervals/wald-interval.ts';
import { wilsonContinuityInterval, wilsonInterval } from '../intervals/wilson-interval.ts';
import { insufficient, type Insufficient, type Interval } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';

/** The intervals of a share that are in use, each with its own promise; `wilson` is the one to show. */
export interface ShareIntervals {
  readonly wilson: Interval;
  readonly wilsonContinuity: Interval;
  readonly clopperPearson: Interval;
  readonly wald: Interval;
  readonly agrestiCoull: Interval;
  readonly jeffreys: Interval;
}

/** Customer satisfaction as the share of answers in the top boxes. */
export interface TopBoxShare {
  readonly kind: 'top-box-share';
  readonly n: number;
  readonly top: number;
  /** top / n */
  readonly share: number;
  readonly confidence: number;
  /** after Wilson */
  readonly interval: Interval;
  readonly intervals: ShareIntervals;
}

/**
 * CSAT from counts: the share of `top` among `n` answers. No answers are insufficient. Throws RangeError when `top` is outside 0..n and
 * for a confidence outside 0..1.
 * @example topBoxShare({ top: 242, n: 500 }) // { n: 500, share: 0.484, interval: [0.440485443…, 0.527758535…] }
 */
export function topBoxShare(
  { top, n }: { readonly top: number; readonly n: number },
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): TopBoxShare | Insufficient {
  requireCounts(top, n);
  const intervals = shareIntervals(top, n, confidence);
  if (intervals === null) return insufficient(n, 1);
  return { kind: 'top-box-share', n, top, share: top / n, confidence, interval: intervals.wilson, intervals };
}

/**
 * CSAT of answers: the share that reaches `topBoxMin`, 4 unless said, on a scale from 1 to 5. Throws RangeError for NaN or an infinity.
 * @example topBoxShareOf([5, 4, 3, 1]) // { n: 4, top: 2, share: 0.5 }
 */
export function topBoxShareOf(
  answers: ArrayLike<number>,
  { topBoxMin = 4, confidence = 0.95 }: { readonly topBoxMin?: number; readonly confidence?: number } = {},
): TopBoxShare | Insufficient {
  requireFinite(answers, 'answers');
  let top = 0;
  for (let i = 0; i < answers.length; i++) if (answers[i]! >= topBoxMin) top += 1;
  return topBoxShare({ top, n: answers.length }, { confidence });
}

function shareIntervals(top: number, n: number, confidence: number): ShareIntervals | null {
  const all = {
    wilson: wilsonInterval(top, n, confidence),
    wilsonContinuity: wilsonContinuityInterval(top, n, confidence),
    clopperPearson: clopperPearsonInterval(top, n, confidence),
    wald: waldInterval(top, n, confidence),
    agrestiCoull: agrestiCoullInterval(top, n, confidence),
    jeffreys: jeffreysInterval(top, n, confidence),
  };
  return isComplete(all) ? all : null;
}

const isComplete = (all: { readonly [Name in keyof ShareIntervals]: Interval | null }): all is ShareIntervals =>
  Object.values(all).every((interval) => interval !== null);
