import { insufficient, isDetermined, type Outcome } from '../result/outcome.ts';
import { processSigma, type SigmaMethod } from './process-sigma.ts';
import { grandMean, type Subgroup } from './subgroup.ts';

/** What a chart is centred on: estimated from a baseline, or given as a standard. */
export interface FrameOptions {
  /** how sigma is estimated; 'mean-range' unless said, which for subgroups of one value has to be 'moving-range' */
  readonly sigma?: SigmaMethod;
  /** the standard deviation of one observation, where it is known */
  readonly knownSigma?: number;
  /** the mean that is to be kept; the mean over the baseline unless said */
  readonly target?: number;
}

/** Centre and standard deviation of a process. */
export interface ProcessFrame {
  readonly kind: 'process-frame';
  /** subgroups of the baseline */
  readonly n: number;
  readonly center: number;
  readonly sigma: number;
  readonly method: SigmaMethod | 'given';
}

/**
 * Centre and sigma of a process, as far as they are not given. Without a usable subgroup: insufficient; when none varies: undetermined. Throws
 * RangeError for a known sigma that is not above 0 or a target that is not finite.
 * @example processFrame([subgroupOf([1, 3]), subgroupOf([2, 4])], { target: 3 }) // { center: 3, sigma: 1.7724…, method: 'mean-range' }
 * @example processFrame([subgroupOf([1]), subgroupOf([2])], { knownSigma: 1 }) // { center: 1.5, sigma: 1, method: 'given' }
 */
export function processFrame(baseline: readonly Subgroup[], options: FrameOptions): Outcome<ProcessFrame> {
  requireStandard(options);
  const { sigma: method = 'mean-range', knownSigma, target } = options;
  const n = baseline.length;
  if (n === 0 && target === undefined) return insufficient(0, 1);
  const center = target ?? grandMean(baseline);
  if (knownSigma !== undefined) return { kind: 'process-frame', n, center, sigma: knownSigma, method: 'given' };
  const estimate = processSigma(baseline, method);
  return isDetermined(estimate) ? { kind: 'process-frame', n, center, sigma: estimate.sigma, method } : estimate;
}

function requireStandard({ knownSigma = 1, target = 0 }: FrameOptions): void {
  if (!(knownSigma > 0)) throw new RangeError(`sigma is above 0: ${knownSigma}`);
  if (!Number.isFinite(target)) throw new RangeError(`a target is finite: ${target}`);
}
