import type { EvidenceRequest, EvidenceResult, TestMethod } from '@zhiheng/contract/causes/evidence';
import { mannWhitneyFromCounts, twoProportionTest, welchTestFromMoments } from '@zhiheng/stats/comparison';
import { conflict, invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { countValues, fromStored, scaleOf, type IndicatorRecord, type RollupSum } from '../../measurement/index.ts';
import { decided } from './decided.rules.ts';
import { weighDifference } from './weigh.rules.ts';
import { observedIndicator, spanOf, sumsOf, type GroupSpan } from './gather-group.ts';

type Comparison = Extract<EvidenceRequest, { kind: 'test' }>;
type OfIndicator = Comparison & { readonly of: Extract<Comparison['of'], { kind: 'indicator' }> };

/** Which tests fit what an observation is: shares are compared as shares, counts of happenings have no groups of values. */
const fitting: Readonly<Record<IndicatorRecord['measure'], readonly TestMethod[]>> = {
  number: ['welch', 'mann-whitney'],
  duration: ['welch', 'mann-whitney'],
  share: ['two-proportions'],
  count: [],
  formula: [],
};

export async function compareIndicator(operation: Operation, request: OfIndicator): Promise<EvidenceResult> {
  const indicator = await observedIndicator(operation, request.of.code, 'request.of.code');
  if (!fitting[indicator.measure].includes(request.method))
    throw invalidField('request.method', 'test_does_not_fit', { measure: indicator.measure });
  const spans = [
    await spanOf(operation, request.groups[0], 'request.groups.0'),
    await spanOf(operation, request.groups[1], 'request.groups.1'),
  ] as const;
  if (request.method === 'mann-whitney') return ranks(operation, { request, indicator, spans });
  const sums = [await sumsOf(operation, indicator, spans[0]), await sumsOf(operation, indicator, spans[1])] as const;
  const [first, second] = sums;
  if (first === null || second === null) throw conflict('evidence_group_empty', { what: first === null ? 1 : 2 });
  return request.method === 'welch' ? means(request, indicator, [first, second]) : shares(request, indicator, [first, second]);
}

type Sums = readonly [RollupSum, RollupSum];

function means(request: OfIndicator, indicator: IndicatorRecord, sums: Sums): EvidenceResult {
  const [a, b] = sums.map(({ n, total, squares }) => ({ n, sum: total, squares })) as [Moments, Moments];
  const test = decided(welchTestFromMoments(a, b));
  const inUnit = (stored: number) => fromStored(indicator, stored);
  const interval: [number, number] = [inUnit(test.interval[0]), inUnit(test.interval[1])];
  return {
    ...{ says: weighDifference(interval, request), n: test.n, estimate: inUnit(test.difference), interval },
    groups: test.samples.map(({ n, mean }) => ({ n, value: inUnit(mean) })),
    ...{ statistic: test.statistic, df: test.df, p: test.p, unit: indicator.unit, decimals: indicator.decimals, measured: indicator.name },
  };
}
interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/** In percentage points, as the page says it. */
function shares(request: OfIndicator, { name }: IndicatorRecord, [first, second]: Sums): EvidenceResult {
  const proportions = [first, second].map(({ total, n }) => ({ count: total, n })) as [Proportion, Proportion];
  return shareResult(request, proportions, name);
}
interface Proportion {
  readonly count: number;
  readonly n: number;
}

export function shareResult(
  request: Pick<Comparison, 'claim' | 'margin'>,
  [first, second]: readonly [Proportion, Proportion],
  measured: EvidenceResult['measured'],
): EvidenceResult {
  const test = decided(twoProportionTest(first, second));
  const interval: [number, number] = [100 * test.interval[0], 100 * test.interval[1]];
  return {
    ...{ says: weighDifference(interval, request), n: test.n, estimate: 100 * test.difference, interval },
    groups: [first, second].map(({ count, n }) => ({ n, value: (100 * count) / n })),
    ...{ statistic: test.z, df: null, p: test.p, unit: '%', decimals: 1, measured },
  };
}

interface Ranked {
  readonly request: OfIndicator;
  readonly indicator: IndicatorRecord;
  readonly spans: readonly [GroupSpan, GroupSpan];
}

/** The chance that a value of the first group is the larger, less one half: 0 is no difference. */
async function ranks(operation: Operation, { request, indicator, spans }: Ranked): Promise<EvidenceResult> {
  const found = await Promise.all(spans.map((span) => countValues(operation, { indicatorId: indicator.id, ...span })));
  const levels = [...new Set(found.flatMap((rows) => rows.map(({ value }) => value)))].sort((a, b) => a - b);
  const [a, b] = found.map((rows) => {
    const counts = new Map(rows.map(({ value, count }) => [value, count]));
    return levels.map((level) => counts.get(level) ?? 0);
  }) as [number[], number[]];
  const test = decided(mannWhitneyFromCounts(a, b));
  const interval: [number, number] = [test.interval[0] - 0.5, test.interval[1] - 0.5];
  return {
    ...{ says: weighDifference(interval, request), n: test.n, estimate: test.superiority - 0.5, interval },
    groups: [a, b].map((counts, at) => ({ n: test.sizes[at === 0 ? 0 : 1], value: medianOf(levels, counts) / scaleOf(indicator) })),
    ...{ statistic: test.u, df: null, p: test.exactP ?? test.p, unit: '', decimals: 3, measured: indicator.name },
  };
}

/** The value in the middle of counted levels; of an even number the lower of the two. */
function medianOf(levels: readonly number[], counts: readonly number[]): number {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let passed = 0;
  for (const [at, count] of counts.entries()) {
    passed += count;
    if (passed >= half) return levels[at] ?? 0;
  }
  return 0;
}
