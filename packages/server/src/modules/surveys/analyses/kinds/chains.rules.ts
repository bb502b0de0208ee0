import { correlationOf, covarianceOf, crossMomentsOf, meansOf, type CrossMoments } from '@zhiheng/stats/moments';
import { linearRegressionFromMoments } from '@zhiheng/stats/regression';
import { alphaFromMoments } from '@zhiheng/stats/reliability';
import { isDetermined, undetermined, type Outcome } from '@zhiheng/stats/result';
import { scaleFieldsOf } from '@zhiheng/forms/fields';
import type { AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResult, AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Steps } from '../run-steps.ts';
import { completeAnswers, namedFields, type Named, type Sample } from '../sample.rules.ts';
import { bootstrap, figureOf } from './bootstrap.rules.ts';
import { noResult } from './outcome.rules.ts';

type Request = AnalysisRequestOf<'chains'>;
type Node = AnalysisResultOf<'chains'>['nodes'][number];

/** Most routes over several parts that are told. */
const mostRoutes = 40;

/**
 * What leads to what, as somebody has drawn it: each part is the mean of its fields, each path the standardised weight of a part in the least squares of what it
 * leads to, beside everything else that leads there, with the interval that drawing answers again gives.
 */
export function* chains(sample: Sample, { nodes, resamples, seed }: Request): Steps<AnalysisResult> {
  const fields = nodes.flatMap((node) => node.fields);
  const answers = completeAnswers(sample, fields);
  const needed = Math.max(sample.minimum, nodes.length + 2, 10);
  const n = answers.length;
  if (n < needed) return { kind: 'insufficient', n, needed };
  const names = nodes.map(({ key, name }): Named => ({
    key,
    name: Object.fromEntries(sample.form.languages.map((language) => [language, name])),
  }));
  const rows = partMeans(sample, nodes, answers);
  const drawing = drawingOf(nodes);
  const found = yield* bootstrap(rows, (moments) => estimate(moments, drawing), { resamples, seed });
  if (found.kind !== 'bootstrapped') return noResult(found, names);
  const means = meansOf(crossMomentsOf(rows));
  const keyOf = (at: number): string => nodes[at]?.key ?? '';
  return {
    kind: 'chains',
    ...{ n, resamples: found.drawn.length, failed: found.failed },
    nodes: nodes.map((node, at): Node => {
      const own = { ...(names[at] ?? { key: node.key, name: {} }), fields: [...namedFields(sample.form, node.fields)] };
      const explained = drawing.leadsHere[at]?.length === 0 ? null : figureOf(found, n, ({ r2 }) => r2[at] ?? null);
      return { ...own, mean: means[at] ?? 0, alpha: alphaOf(sample, node.fields), rSquared: explained };
    }),
    paths: drawing.paths.map(({ from, to }, i) => ({
      ...{ from: keyOf(from), to: keyOf(to) },
      estimate: figureOf(found, n, ({ paths }) => paths[i] ?? null),
      correlation: found.whole.correlations[i] ?? 0,
    })),
    routes: drawing.routes.map((route) => ({
      nodes: [...route.map(keyOf)],
      estimate: figureOf(found, n, ({ paths }) => productOf(route, drawing, paths)),
    })),
  };
}

/** The mean of the fields of each part, every field from 0 at the lowest to 100 at the highest answer. */
function partMeans({ form }: Sample, nodes: Request['nodes'], answers: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const scales = new Map(scaleFieldsOf(form).map((field) => [field.key, field]));
  const fields = nodes.flatMap((node) => node.fields);
  const points = (value: number, at: number): number => {
    const { min = 0, max = 1 } = scales.get(fields[at] ?? '') ?? {};
    return (100 * (value - min)) / (max - min);
  };
  return answers.map((values) => {
    let at = 0;
    return nodes.map(({ fields: own }) => own.reduce((sum) => sum + points(values[at] ?? 0, at++), 0) / own.length);
  });
}

interface Drawing {
  readonly paths: readonly { readonly from: number; readonly to: number }[];
  /** per part: what leads to it */
  readonly leadsHere: readonly (readonly number[])[];
  /** from each part over others to where they lead */
  readonly routes: readonly (readonly number[])[];
}

function drawingOf(nodes: Request['nodes']): Drawing {
  const placeOf = (key: string): number => nodes.findIndex((node) => node.key === key);
  const paths = nodes.flatMap(({ leadsTo }, from) => [...new Set(leadsTo)].map((key) => ({ from, to: placeOf(key) })));
  const onward = (route: readonly number[]): readonly (readonly number[])[] =>
    paths.filter(({ from }) => from === route.at(-1)).flatMap(({ to }) => [[...route, to], ...onward([...route, to])]);
  return {
    paths,
    leadsHere: nodes.map((_, at) => paths.filter(({ to }) => to === at).map(({ from }) => from)),
    routes: nodes
      .flatMap((_, at) => onward([at]))
      .filter((route) => route.length > 2)
      .slice(0, mostRoutes),
  };
}

interface Estimate {
  readonly kind: 'estimate';
  readonly paths: readonly number[];
  readonly correlations: readonly number[];
  /** per part; null where nothing leads to it */
  readonly r2: readonly (number | null)[];
}

function estimate(moments: CrossMoments, { paths, leadsHere }: Drawing): Outcome<Estimate> {
  const correlation = correlationOf(moments);
  if (!isDetermined(correlation)) return correlation;
  const fits: (Fit | null)[] = [];
  for (const [to, predictors] of leadsHere.entries()) {
    const fitted = predictors.length === 0 ? null : fit(moments, { to, predictors });
    if (fitted !== null && !isDetermined(fitted)) return fitted;
    fits.push(fitted);
  }
  return {
    kind: 'estimate',
    paths: paths.map(({ from, to }) => fits[to]?.weights[leadsHere[to]?.indexOf(from) ?? 0] ?? 0),
    correlations: paths.map(({ from, to }) => correlation.matrix[from]?.[to] ?? 0),
    r2: fits.map((each) => each?.r2 ?? null),
  };
}

interface Fit {
  readonly kind: 'fit';
  readonly r2: number;
  /** standardised, in the order of the predictors */
  readonly weights: readonly number[];
}

function fit(moments: CrossMoments, { to, predictors }: { readonly to: number; readonly predictors: readonly number[] }): Outcome<Fit> {
  const fitted = linearRegressionFromMoments(moments, { outcome: to, predictors: [...predictors] });
  if (fitted.kind === 'insufficient') return fitted;
  if (fitted.kind === 'undetermined') {
    const columns = fitted.columns?.flatMap((column) => predictors.slice(column, column + 1));
    return undetermined(moments.n, fitted.reason, columns);
  }
  const variances = covarianceOf(moments).map((row, at) => row[at] ?? 0);
  const sdRatio = (from: number) => Math.sqrt((variances[from] ?? 0) / (variances[to] ?? 1));
  const weights = predictors.map((from, i) => (fitted.coefficients[i + 1]?.estimate ?? 0) * sdRatio(from));
  return { kind: 'fit', r2: fitted.r2, weights };
}

function productOf(route: readonly number[], { paths }: Drawing, weights: readonly number[]): number {
  const steps = route.slice(1).map((to, i) => paths.findIndex((path) => path.from === route[i] && path.to === to));
  return steps.reduce((product, step) => product * (weights[step] ?? 0), 1);
}

function alphaOf(sample: Sample, fields: readonly string[]): number | null {
  const found = fields.length < 2 ? null : alphaFromMoments(crossMomentsOf(completeAnswers(sample, fields)));
  return found !== null && isDetermined(found) ? found.alpha : null;
}
