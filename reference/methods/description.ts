import {
  describe,
  excessKurtosis,
  geometricMean,
  interquartileRange,
  median,
  medianAbsoluteDeviation,
  normalMadFactor,
  populationVariance,
  quantile,
  skewness,
  trimmedMean,
  variance,
  type QuantileType,
} from '@zhiheng/stats/describe';
import { isDetermined } from '@zhiheng/stats/result';
import { z } from 'zod';
import type { MethodTable } from '../problem.ts';

const parameters = z.object({ column: z.string(), column2: z.string().optional(), probs: z.array(z.number()).default([]) });

export const descriptionMethods: MethodTable = {
  descriptive_statistics: (problem) => {
    const { column, column2, probs } = parameters.parse(problem.params);
    const table = problem.table();
    const other = column2 === undefined ? undefined : table.numbersOrMissing(column2);
    return { ...ofColumn(present(table.numbersOrMissing(column)), probs), column2: other === undefined ? undefined : ofSecond(other) };
  },
};

function ofColumn(values: readonly number[], probs: readonly number[]): object {
  const whole = describe(values);
  const skew = skewness(values);
  const kurtosis = excessKurtosis(values);
  const quantilesOf = (type: QuantileType) => probs.map((p) => quantile(values, p, type));
  return {
    ...(whole.kind === 'description' && {
      n: whole.n,
      mean: whole.mean,
      sd_n1: whole.standardDeviation,
      se_mean: whole.standardError,
      min: whole.min,
      max: whole.max,
    }),
    var_n1: variance(values),
    var_n: populationVariance(values),
    median: median(values),
    mad_unscaled: medianAbsoluteDeviation(values),
    'mad_scaled_1.4826': normalMadFactor * medianAbsoluteDeviation(values),
    iqr_type7: interquartileRange(values, 7),
    quantiles_type7: quantilesOf(7),
    quantiles_type6: quantilesOf(6),
    quantiles_type2: quantilesOf(2),
    ...(isDetermined(skew) && { skew_g1_population: skew.g1, skew_G1_sample: skew.G1, skew_b1: skew.b1 }),
    ...(isDetermined(kurtosis) && { excess_kurt_g2: kurtosis.g2, excess_kurt_G2: kurtosis.G2 }),
    trimmed_mean_10pct: trimmedMean(values, 0.1),
    geometric_mean: geometricMean(values),
  };
}

function ofSecond(cells: readonly (number | null)[]): object {
  const values = present(cells);
  const whole = describe(values);
  return {
    n_missing: cells.length - values.length,
    mean: whole.kind === 'description' ? whole.mean : null,
    p95_type7: quantile(values, 0.95, 7),
  };
}

const present = (cells: readonly (number | null)[]): number[] => cells.filter((cell) => cell !== null);
