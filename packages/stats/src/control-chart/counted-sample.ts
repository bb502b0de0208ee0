import { requireFinite } from '../result/require-finite.ts';

/** A sample in which something was counted: defective units, or defects. */
export interface CountedSample {
  readonly count: number;
  /** units (of an area of opportunity) looked at; may differ from sample to sample */
  readonly size: number;
}

/**
 * Refuses samples without a size and negative counts; `binomial` also refuses a count above its size. Throws RangeError.
 * @example requireCounts([{ count: 3, size: 50 }], 'binomial') // undefined
 */
export function requireCounts(samples: readonly CountedSample[], model: 'binomial' | 'poisson'): void {
  for (const { count, size } of samples) {
    requireFinite([count, size], 'counts and sizes');
    if (!(size > 0) || count < 0) throw new RangeError(`a sample has a size and no negative count: ${count} of ${size}`);
    if (model === 'binomial' && count > size) throw new RangeError(`more defective units than units: ${count} of ${size}`);
  }
}

/**
 * Pooled rate Σx/Σn; null without samples.
 * @example pooledRate([{ count: 1, size: 10 }, { count: 5, size: 20 }]) // 0.2
 */
export function pooledRate(samples: readonly CountedSample[]): number | null {
  const size = samples.reduce((sum, sample) => sum + sample.size, 0);
  return size === 0 ? null : samples.reduce((sum, sample) => sum + sample.count, 0) / size;
}
