import { alphaFromMoments, omegaFromMoments } from '@zhiheng/stats/reliability';
import { crossMomentsOf } from '@zhiheng/stats/moments';
import { isDetermined } from '@zhiheng/stats/result';
import type { AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResult } from '@zhiheng/contract/surveys/analysis-result';
import { figureMaker } from '../../results/figure.rules.ts';
import type { Steps } from '../run-steps.ts';
import { completeAnswers, namedFields, type Sample } from '../sample.rules.ts';
import { bootstrap, figureOf } from './bootstrap.rules.ts';
import { noResult } from './outcome.rules.ts';

/** McDonald's ω of a scale, with the interval that drawing answers again gives, beside α and the fit of the one-factor model. */
export function* reliability(sample: Sample, request: AnalysisRequestOf<'reliability'>): Steps<AnalysisResult> {
  const names = namedFields(sample.form, request.fields);
  const rows = completeAnswers(sample, request.fields);
  const n = rows.length;
  const needed = Math.max(sample.minimum, names.length + 1);
  if (n < needed) return { kind: 'insufficient', n, needed };
  const found = yield* bootstrap(rows, (moments) => omegaFromMoments(moments), request);
  if (found.kind !== 'bootstrapped') return noResult(found, names);
  const alpha = alphaFromMoments(crossMomentsOf(rows));
  const { whole } = found;
  const { chiSquare, df, p, comparativeFitIndex, rmsea, srmr } = whole.fit;
  const make = figureMaker(sample.minimum);
  return {
    kind: 'reliability',
    ...{ n, resamples: found.drawn.length, failed: found.failed },
    omega: figureOf(found, n, ({ omega }) => omega),
    alpha: isDetermined(alpha) ? make.of({ n, value: alpha.alpha, interval: alpha.interval }) : make.none(alpha),
    deltaInterval: whole.interval === null ? null : [...whole.interval],
    compositeReliability: whole.compositeReliability,
    averageVarianceExtracted: whole.averageVarianceExtracted,
    fit: { chiSquare, df, p, comparativeFitIndex, rmsea, srmr },
    items: names.map((named, i) => ({ ...named, loading: whole.standardisedLoadings[i] ?? 0 })),
  };
}
