import { kendall, pearson, spearman } from '@zhiheng/stats/correlation';
import { isDetermined } from '@zhiheng/stats/result';
import type { AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResult, AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import { figureMaker, type FigureMaker } from '../../results/figure.rules.ts';
import type { Steps } from '../run-steps.ts';
import { completeAnswers, namedFields, type Sample } from '../sample.rules.ts';
import { adjusted } from './adjust.rules.ts';

type Pair = AnalysisResultOf<'correlations'>['pairs'][number];

/** Every pair of fields, over the answers that have all of them: linear, by ranks and by order. The p values of Pearson's are one family. */
export function* correlations(sample: Sample, { fields, correction }: AnalysisRequestOf<'correlations'>): Steps<AnalysisResult> {
  const rows = completeAnswers(sample, fields);
  const needed = Math.max(sample.minimum, 4);
  if (rows.length < needed) return { kind: 'insufficient', n: rows.length, needed };
  const columns = fields.map((_, i) => rows.map((row) => row[i] ?? 0));
  const pairs: Omit<Pair, 'adjustedP'>[] = [];
  const total = (fields.length * (fields.length - 1)) / 2;
  const make = figureMaker(needed);
  for (const [x, first] of columns.entries())
    for (const [y, second] of columns.entries()) {
      if (y <= x) continue;
      pairs.push({ x, y, ...pairOf(first, second, make) });
      yield pairs.length / total;
    }
  const p = adjusted(
    pairs.map((pair) => pair.p),
    correction,
  );
  return {
    kind: 'correlations',
    n: rows.length,
    correction,
    fields: [...namedFields(sample.form, fields)],
    pairs: pairs.map((pair, i) => ({ ...pair, adjustedP: p[i] ?? null })),
  };
}

function pairOf(x: readonly number[], y: readonly number[], make: FigureMaker): Omit<Pair, 'x' | 'y' | 'adjustedP'> {
  const linear = pearson(x, y);
  const [ranks, orders] = [spearman(x, y), kendall(x, y)];
  return {
    pearson: isDetermined(linear) ? make.of({ n: linear.n, value: linear.r, interval: linear.interval }) : make.none(linear),
    p: isDetermined(linear) ? linear.p : null,
    spearman: isDetermined(ranks) ? ranks.rho : null,
    spearmanP: isDetermined(ranks) ? ranks.p : null,
    kendall: isDetermined(orders) ? orders.tau : null,
    kendallP: isDetermined(orders) ? orders.p : null,
  };
}
