import { varianceOf } from '@zhiheng/stats/moments';
import type { readIndicatorReport as endpoint } from '@zhiheng/contract/insight/board';
import type { Reply } from '@zhiheng/contract/endpoint';
import { percentilesOf, shareOf, type Figures, type Sums } from '../evaluation/index.ts';
import { fromStored, type IndicatorRecord } from '../measurement/index.ts';

type Summary = Reply<typeof endpoint>['summary'];

const nothing = { mean: null, sd: null, min: null, max: null, sum: null, attained: null, attainedInterval: null, percentiles: null };
const shares = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95, p99: 0.99 };

/** The sample behind a figure. A formula has none of its own, a share neither spread nor distribution. */
export function summaryOf(indicator: IndicatorRecord, figures: Figures): Summary {
  const sums = indicator.formula === null ? figures.sums(indicator.code) : null;
  if (sums === null || sums.n <= 0) return { ...nothing, n: figures.measured(indicator.code).n };
  if (indicator.measure === 'share') return { ...nothing, n: sums.n, mean: shareOf(sums.total, sums.n)[0], sum: sums.total };
  const inUnit = (stored: number | null) => (stored === null ? null : fromStored(indicator, stored));
  const variance = varianceOf({ n: sums.n, sum: sums.total, squares: sums.squares });
  return {
    n: sums.n,
    mean: inUnit(sums.total / sums.n),
    sd: variance === null ? null : inUnit(Math.sqrt(variance)),
    ...{ min: inUnit(sums.low), max: inUnit(sums.high), sum: inUnit(sums.total) },
    ...attainedOf(sums, figures.limits(indicator).target),
    percentiles: percentilesOf(indicator, sums, shares),
  };
}

/** Without a target nothing can meet it. */
function attainedOf({ nOk, n }: Sums, target: number | null): Pick<Summary, 'attained' | 'attainedInterval'> {
  if (target === null) return { attained: null, attainedInterval: null };
  const [attained, interval] = shareOf(nOk, n);
  return { attained, attainedInterval: interval === null ? null : [interval[0], interval[1]] };
}
