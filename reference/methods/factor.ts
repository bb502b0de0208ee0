import { z } from 'zod';
import {
  componentScores,
  factorAnalysisFromMoments,
  factorScores,
  parallelAnalysisFromMoments,
  principalComponentsFromMoments,
  samplingAdequacyFromMoments,
  sphericityFromMoments,
  type ExtractionMethod,
  type Rotation,
} from '@zhiheng/stats/factor';
import { completeRows, crossMomentsOf } from '@zhiheng/stats/moments';
import { determined } from '../determined.ts';
import type { MethodTable, Problem } from '../problem.ts';

const itemList = z.object({ items: z.array(z.string()) });
const componentParams = itemList.extend({ n_components_reported: z.number().int().default(5) });
const parallelParams = itemList.extend({
  n_sim: z.number().int(),
  distribution: z.literal('normal').default('normal'),
  quantile: z.number().default(0.95),
});
const factorParams = itemList.extend({
  nfactors: z.number().int(),
  extraction: z.enum(['ml', 'minres', 'pa']),
  rotation: z.enum(['none', 'varimax', 'promax', 'oblimin']),
  rotation_options: z.object({ kaiser: z.boolean(), power: z.number(), gamma: z.number() }).partial().default({}),
});
const scoreParams = factorParams.extend({ score_methods: z.array(z.enum(['regression', 'bartlett'])) });

export const factorMethods: MethodTable = {
  kmo_bartlett: (problem) => {
    const moments = crossMomentsOf(rowsOf(problem, itemList.parse(problem.params).items));
    const adequacy = determined(samplingAdequacyFromMoments(moments));
    const test = determined(sphericityFromMoments(moments));
    return {
      n: test.n,
      p: test.items,
      kmo_overall: adequacy.overall,
      kmo_items: adequacy.items,
      bartlett_chisq: test.chiSquare,
      bartlett_df: test.df,
      bartlett_p: test.p,
      log_det_R: test.logDeterminant,
    };
  },
  pca_correlation_and_covariance: (problem) => {
    const { items, n_components_reported: reported } = componentParams.parse(problem.params);
    const rows = rowsOf(problem, items);
    const moments = crossMomentsOf(rows);
    const components = determined(principalComponentsFromMoments(moments));
    const leading = (matrix: readonly (readonly number[])[]) => matrix.map((row) => row.slice(0, reported));
    return {
      n: components.n,
      eigenvalues_cor: components.eigenvalues,
      prop_var: components.proportions,
      cum_prop: components.cumulative,
      loadings_first5: leading(components.loadings),
      kaiser_n: components.aboveMean,
      eigenvalues_cov: determined(principalComponentsFromMoments(moments, { matrix: 'covariance' })).eigenvalues,
      scores_row1_row2_abs: leading(componentScores(components, rows.slice(0, 2))).map((scores) => scores.map(Math.abs)),
    };
  },
  parallel_analysis_pca: (problem) => {
    const { items, n_sim: simulations, quantile } = parallelParams.parse(problem.params);
    const found = determined(
      parallelAnalysisFromMoments(crossMomentsOf(rowsOf(problem, items)), { simulations, quantile, seed: 20_240_101 }),
    );
    const named = `q${Math.round(quantile * 100)}`;
    return {
      observed: found.observed,
      random_mean: found.randomMeans,
      [`random_${named}`]: found.randomQuantiles,
      n_components_mean: found.componentsAboveMean,
      [`n_components_${named}`]: found.components,
    };
  },
  efa: (problem) => {
    const params = factorParams.parse(problem.params);
    const found = analyse(rowsOf(problem, params.items), params);
    return {
      n: found.n,
      nfactors: found.factors,
      communalities: found.communalities,
      uniquenesses: found.uniquenesses,
      loadings_pattern: found.pattern,
      ...(params.rotation === 'promax' || params.rotation === 'oblimin' ? { Phi: found.factorCorrelations } : {}),
      objective_fit: found.fit.objective,
      dof: found.fit.df,
      chisq_stat: found.fit.chiSquare,
      rmsr: found.fit.rmsr,
    };
  },
  factor_scores: (problem) => {
    const params = scoreParams.parse(problem.params);
    const rows = rowsOf(problem, params.items);
    const solution = analyse(rows, params);
    const parts = params.score_methods.map((method) => {
      const { scores, standardDeviations } = determined(factorScores(rows, solution, method));
      return { [`${method}_first3`]: scores.slice(0, 3), [`score_sd_${method}`]: standardDeviations };
    });
    return Object.assign({}, ...parts) as Record<string, unknown>;
  },
};

const extractions = {
  ml: 'maximum-likelihood',
  minres: 'minimum-residual',
  pa: 'principal-axis',
} satisfies Record<string, ExtractionMethod>;

function analyse(rows: readonly (readonly number[])[], params: z.infer<typeof factorParams>) {
  const options = { factors: params.nfactors, extraction: extractions[params.extraction], rotation: rotationOf(params) };
  return determined(factorAnalysisFromMoments(crossMomentsOf(rows), options));
}

function rotationOf({ rotation, rotation_options: { kaiser, power, gamma } }: z.infer<typeof factorParams>): Rotation {
  return {
    kind: rotation,
    ...(kaiser === undefined ? {} : { kaiser }),
    ...(power === undefined ? {} : { power }),
    ...(gamma === undefined ? {} : { gamma }),
  };
}

const rowsOf = (problem: Problem, items: readonly string[]) => completeRows(problem.table().rowsWithMissing(items));
