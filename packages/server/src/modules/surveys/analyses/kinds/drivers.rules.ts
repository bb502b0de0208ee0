import { linearRegressionFromMoments, relativeWeightsFromMoments } from '@zhiheng/stats/regression';
import { crossMomentsOf, meansOf } from '@zhiheng/stats/moments';
import { isDetermined } from '@zhiheng/stats/result';
import type { AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResult } from '@zhiheng/contract/surveys/analysis-result';
import { figureMaker } from '../../results/figure.rules.ts';
import type { Steps } from '../run-steps.ts';
import { completeAnswers, namedFields, type Sample } from '../sample.rules.ts';
import { bootstrap, figureOf } from './bootstrap.rules.ts';
import { noResult } from './outcome.rules.ts';

/** Which of many fields matter for an outcome: Johnson's relative weights, with the interval that drawing answers again gives. */
export function* drivers(sample: Sample, request: AnalysisRequestOf<'drivers'>): Steps<AnalysisResult> {
  const { predictors, outcome } = request;
  const [target, ...names] = namedFields(sample.form, [outcome, ...predictors]);
  const rows = completeAnswers(sample, [...predictors, outcome]);
  const n = rows.length;
  const needed = Math.max(sample.minimum, predictors.length + 2);
  if (n < needed || target === undefined) return { kind: 'insufficient', n, needed };
  const variables = { outcome: predictors.length, predictors: predictors.map((_, i) => i) };
  const fitted = linearRegressionFromMoments(crossMomentsOf(rows), variables);
  if (!isDetermined(fitted)) return noResult(fitted, names);
  const found = yield* bootstrap(rows, (moments) => relativeWeightsFromMoments(moments, variables), request);
  if (found.kind !== 'bootstrapped') return noResult(found, names);
  const means = meansOf(crossMomentsOf(rows));
  const make = figureMaker(sample.minimum);
  return {
    kind: 'drivers',
    ...{ n, resamples: found.drawn.length, failed: found.failed, outcome: target },
    rSquared: figureOf(found, n, ({ r2 }) => r2),
    predictors: names.map((named, i) => {
      const { estimate = 0, interval = null, p = null } = fitted.coefficients[i + 1] ?? {};
      return {
        ...named,
        mean: means[i] ?? 0,
        weight: figureOf(found, n, (each) => each.predictors[i]?.weight ?? null),
        share: figureOf(found, n, (each) => each.predictors[i]?.share ?? null),
        correlation: found.whole.predictors[i]?.correlation ?? 0,
        coefficient: make.of({ n, value: estimate, interval }),
        p,
      };
    }),
  };
}
