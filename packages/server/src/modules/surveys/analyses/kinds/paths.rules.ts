import { partialLeastSquaresFromMoments, type PartialLeastSquares } from '@zhiheng/stats/path-model';
import type { MeasureOf } from '@zhiheng/forms/definition';
import type { AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResult, AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import { pathModelOf, scaleOfModel } from '../../results/sections/model-sections.rules.ts';
import type { Steps } from '../run-steps.ts';
import { completeAnswers, namedFields, type Named, type Sample } from '../sample.rules.ts';
import { bootstrap, figureOf, type Bootstrapped } from './bootstrap.rules.ts';
import { noResult } from './outcome.rules.ts';

type Construct = AnalysisResultOf<'paths'>['constructs'][number];
type Estimated = Bootstrapped<PartialLeastSquares>;

/** A satisfaction model by partial least squares, each figure with the interval that drawing answers again gives. */
export function* pathModel(sample: Sample, request: AnalysisRequestOf<'paths'>): Steps<AnalysisResult> {
  const measure = sample.form.measures.find((each): each is MeasureOf<'ecsi'> => each.kind === 'ecsi' && each.key === request.measure);
  if (measure === undefined) throw new RangeError(`there is no model ${request.measure}`);
  const fields = measure.blocks.flatMap((block) => block.fields);
  const names = namedFields(sample.form, fields);
  const rows = completeAnswers(sample, fields);
  const needed = Math.max(sample.minimum, fields.length + 1);
  if (rows.length < needed) return { kind: 'insufficient', n: rows.length, needed };
  const model = pathModelOf(measure);
  const options = { scale: scaleOfModel(sample.form, fields), scheme: request.scheme };
  const found = yield* bootstrap(rows, (moments) => partialLeastSquaresFromMoments(moments, model, options), request);
  if (found.kind !== 'bootstrapped') return noResult(found, names);
  const n = rows.length;
  return {
    kind: 'paths',
    ...{ n, resamples: found.drawn.length, failed: found.failed, scheme: request.scheme },
    goodnessOfFit: found.whole.goodnessOfFit,
    constructs: measure.blocks.map(({ key, name }, at) => ({ key, name, ...constructOf(found, { at, n, names }) })),
    paths: found.whole.paths.map(({ from, to }, i) => ({
      from,
      to,
      estimate: figureOf(found, n, ({ paths }) => paths[i]?.estimate ?? null),
    })),
  };
}

interface Place {
  readonly at: number;
  readonly n: number;
  readonly names: readonly Named[];
}

function constructOf(found: Estimated, { at, n, names }: Place): Omit<Construct, 'key' | 'name'> {
  const latent = found.whole.latents[at];
  if (latent === undefined) throw new RangeError(`there is no construct ${at}`);
  return {
    index: figureOf(found, n, ({ latents }) => latents[at]?.index ?? null),
    rSquared: latent.rSquared === null ? null : figureOf(found, n, ({ latents }) => latents[at]?.rSquared ?? null),
    alpha: latent.alpha,
    compositeReliability: latent.dillonGoldsteinRho,
    averageVarianceExtracted: latent.averageVarianceExtracted,
    indicators: latent.indicators.map(({ item, weight }, i) => ({
      key: names[item]?.key ?? '',
      name: names[item]?.name ?? {},
      loading: figureOf(found, n, ({ latents }) => latents[at]?.indicators[i]?.loading ?? null),
      weight,
    })),
  };
}
