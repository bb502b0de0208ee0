import {
  arrangeFactors,
  chosenRotation,
  factorAnalysisOfCorrelation,
  parallelAnalysisFromMoments,
  principalComponentsFromMoments,
  rotate,
  samplingAdequacyFromMoments,
  sphericityFromMoments,
} from '@zhiheng/stats/factor';
import { correlationOf, crossMomentsOf, type CrossMoments } from '@zhiheng/stats/moments';
import { isDetermined, undetermined, type Outcome } from '@zhiheng/stats/result';
import type { AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResult, AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import { mostFactors } from '../askable.rules.ts';
import type { Steps } from '../run-steps.ts';
import { completeAnswers, namedFields, type Sample } from '../sample.rules.ts';
import { noResult } from './outcome.rules.ts';
import { polychoricMoments } from './polychoric-moments.rules.ts';
import { validityOf } from './validity.rules.ts';

type Request = AnalysisRequestOf<'structure'>;
type Result = AnalysisResultOf<'structure'>;
type Matrix = readonly (readonly number[])[];

const simulations = 500;

/** What lies behind a set of items: components or common factors, as many as exceed chance unless their number is said. */
export function* structure(sample: Sample, request: Request): Steps<AnalysisResult> {
  const names = namedFields(sample.form, request.fields);
  const rows = completeAnswers(sample, request.fields);
  const needed = Math.max(sample.minimum, names.length + 1);
  if (rows.length < needed) return { kind: 'insufficient', n: rows.length, needed };
  const moments = request.correlation === 'pearson' ? momentsOf(rows) : yield* polychoricMoments(rows);
  if (!isDetermined(moments)) return noResult(moments, names);
  yield 0.8;
  const parallel = parallelAnalysisFromMoments(moments.moments, { seed: request.seed, simulations });
  if (!isDetermined(parallel)) return noResult(parallel, names);
  yield 0.9;
  const most = mostFactors(names.length, request.extraction);
  const factors = Math.min(most, request.factors ?? Math.max(1, parallel.components));
  const solution = solve(moments.moments, request, factors);
  if (!isDetermined(solution)) return noResult(solution, names);
  const { items, ...suitability } = suitabilityOf(moments.moments);
  const { observed, randomMeans, randomQuantiles, components } = parallel;
  const { correlation, extraction, rotation } = request;
  return {
    kind: 'structure',
    ...{ n: rows.length, correlation, extraction, rotation: factors === 1 ? 'none' : rotation, factors },
    ...suitability,
    parallel: { observed: [...observed], means: [...randomMeans], quantiles: [...randomQuantiles], components, simulations },
    explained: [...solution.explained],
    items: names.map((named, i) => ({
      ...named,
      loadings: [...(solution.loadings[i] ?? [])],
      communality: solution.communalities[i] ?? 0,
      adequacy: items[i] ?? null,
    })),
    factorCorrelations: isOblique(request) && factors > 1 ? solution.factorCorrelations.map((row) => [...row]) : null,
    fit: solution.fit,
    improper: solution.improper.flatMap((i) => names.slice(i, i + 1).map(({ key }) => key)),
    validity: validityOf(moments.moments, solution, request.fields),
  };
}

/** Are the items correlated enough to look for factors, all of them and each? */
function suitabilityOf(moments: CrossMoments): Pick<Result, 'adequacy' | 'sphericity'> & { readonly items: readonly number[] } {
  const adequacy = samplingAdequacyFromMoments(moments);
  const sphericity = sphericityFromMoments(moments);
  return {
    adequacy: isDetermined(adequacy) ? adequacy.overall : null,
    sphericity: isDetermined(sphericity) ? { chiSquare: sphericity.chiSquare, df: sphericity.df, p: sphericity.p } : null,
    items: isDetermined(adequacy) ? adequacy.items : [],
  };
}

const isOblique = ({ rotation }: Request): boolean => rotation === 'promax' || rotation === 'oblimin';

interface Moments {
  readonly kind: 'moments';
  readonly moments: CrossMoments;
}
const momentsOf = (rows: Matrix): Moments => ({ kind: 'moments', moments: crossMomentsOf(rows) });

/** Loadings of items on rotated factors. */
export interface Solution {
  readonly kind: 'solution';
  readonly loadings: Matrix;
  readonly factorCorrelations: Matrix;
  readonly communalities: readonly number[];
  readonly explained: readonly number[];
  readonly fit: Result['fit'];
  readonly improper: readonly number[];
}

function solve(moments: CrossMoments, request: Request, factors: number): Outcome<Solution> {
  const correlation = correlationOf(moments);
  if (!isDetermined(correlation)) return correlation;
  if (request.extraction === 'components') return rotatedComponents(moments, request, factors);
  const found = factorAnalysisOfCorrelation(correlation, {
    factors,
    extraction: request.extraction,
    rotation: { kind: request.rotation },
  });
  if (!isDetermined(found)) return found;
  const { rmsr, chiSquare, df, p } = found.fit;
  return {
    kind: 'solution',
    loadings: found.pattern,
    factorCorrelations: found.factorCorrelations,
    communalities: found.communalities,
    explained: found.proportions,
    fit: { rmsr, chiSquare, df, p },
    improper: found.heywood,
  };
}

function rotatedComponents(moments: CrossMoments, { rotation }: Request, factors: number): Outcome<Solution> {
  const components = principalComponentsFromMoments(moments);
  if (!isDetermined(components)) return components;
  const loadings = components.loadings.map((row) => row.slice(0, factors));
  const turned = rotate(loadings, chosenRotation({ kind: rotation }));
  if (turned === null) return undetermined(moments.n, 'not-converged');
  const { pattern, factorCorrelations } = arrangeFactors(turned);
  const structureOf = (row: readonly number[], factor: number): number =>
    row.reduce((sum, value, other) => sum + value * (factorCorrelations[other]?.[factor] ?? 0), 0);
  return {
    kind: 'solution',
    loadings: pattern,
    factorCorrelations,
    communalities: pattern.map((row) => row.reduce((sum, value, factor) => sum + value * structureOf(row, factor), 0)),
    explained: (pattern[0] ?? []).map(
      (_, factor) => pattern.reduce((sum, row) => sum + (row[factor] ?? 0) * structureOf(row, factor), 0) / pattern.length,
    ),
    fit: null,
    improper: [],
  };
}
