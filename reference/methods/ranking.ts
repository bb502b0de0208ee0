import { z } from 'zod';
import {
  analyticHierarchy,
  criticWeights,
  entropyWeights,
  fuzzyEvaluation,
  fuzzySurvey,
  greyRelational,
  topsis,
  type FuzzyOperator,
} from '@zhiheng/stats/ranking';
import type { MethodTable, Problem } from '../problem.ts';
import { determined } from '../determined.ts';

const numbers = z.array(z.number());
const matrix = z.array(numbers);
const decision = z.object({ matrix, benefit: z.array(z.boolean()).optional() });
const minMax = { minmax: 'min-max', vector: 'vector' } as const;
const operators = {
  weighted_sum: 'weighted-sum',
  min_max: 'max-min',
  product_max: 'max-product',
  min_bounded_sum: 'bounded-sum',
} as const satisfies Record<string, FuzzyOperator>;
const operator = z.enum(['weighted_sum', 'min_max', 'product_max', 'min_bounded_sum']);

export const rankingMethods: MethodTable = {
  ahp: (problem) => {
    const { random_index: randomIndex } = z.object({ random_index: numbers.optional() }).parse(problem.params);
    const judgements = z.object({ matrix }).parse(problem.input).matrix;
    const found = determined(analyticHierarchy(judgements, randomIndex === undefined ? {} : { randomIndex }));
    return {
      weights_eigenvector: found.weights,
      lambda_max: found.lambdaMax,
      CI: found.consistencyIndex,
      CR: found.consistencyRatio,
      weights_geometric_mean_row: found.geometricMean,
      weights_column_normalised_mean: found.columnMean,
    };
  },
  entropy_weight: (problem) => {
    const { variants } = z
      .object({
        variants: z.array(z.object({ key: z.string(), normalisation: z.enum(['sum_raw', 'minmax']), shift: z.number().default(0) })),
      })
      .parse(problem.params);
    return Object.fromEntries(
      variants.map(({ key, normalisation, shift }) => {
        const how = normalisation === 'minmax' ? 'min-max' : 'sum';
        const found = determined(entropyWeights(decisionOf(problem), { normalisation: how, shift }));
        const scores = found.scores === null ? {} : { composite_minmax_score: found.scores };
        return [key, { entropy: found.entropy, weights: found.weights, ...scores }];
      }),
    );
  },
  critic_weight: (problem) => {
    const { ddof } = z.object({ ddof: z.array(z.union([z.literal(0), z.literal(1)])) }).parse(problem.params);
    return Object.fromEntries(
      ddof.map((freedom) => {
        const found = determined(criticWeights(decisionOf(problem), { denominator: freedom === 0 ? 'n' : 'n-1' }));
        return [`ddof${freedom}`, { C: found.information, weights: found.weights }];
      }),
    );
  },
  topsis: (problem) => {
    const { variants } = z.object({ variants: z.array(z.enum(['vector', 'minmax'])) }).parse(problem.params);
    const { weights } = z.object({ weights: numbers }).parse(problem.input);
    return Object.fromEntries(
      variants.map((variant) => {
        const found = determined(topsis(decisionOf(problem), weights, { normalisation: minMax[variant] }));
        return [variant, { d_plus: found.toIdeal, d_minus: found.toAntiIdeal, closeness: found.closeness, rank: found.ranks }];
      }),
    );
  },
  grey_relational_analysis: (problem) => {
    const { reference } = z.object({ reference: numbers.optional() }).parse(problem.input);
    const { variants } = z
      .object({
        variants: z.array(
          z.object({
            key: z.string(),
            normalisation: z.enum(['minmax', 'mean', 'initial']),
            reference: z.enum(['ideal_ones', 'input_reference']),
            rho: z.number().default(0.5),
          }),
        ),
      })
      .parse(problem.params);
    return Object.fromEntries(
      variants.map((variant) => {
        const target = variant.reference === 'input_reference' && reference !== undefined ? { reference } : {};
        const normalisation = variant.normalisation === 'minmax' ? 'min-max' : variant.normalisation;
        const found = determined(greyRelational(decisionOf(problem), { normalisation, rho: variant.rho, ...target }));
        const { deltaMin, deltaMax, coefficients, grades, ranks } = found;
        return [variant.key, { delta_min: deltaMin, delta_max: deltaMax, coefficients, grade: grades, rank: ranks }];
      }),
    );
  },
  fuzzy_comprehensive_evaluation: (problem) => {
    const input = z.object({ weights: numbers, R: matrix, grade_scores: numbers.optional() }).parse(problem.input);
    const { operators: wanted } = z.object({ operators: z.array(operator) }).parse(problem.params);
    const scores = input.grade_scores === undefined ? {} : { scores: input.grade_scores };
    const verdict = (name: keyof typeof operators) =>
      determined(fuzzyEvaluation(input.weights, input.R, { operator: operators[name], ...scores }));
    return {
      ...Object.fromEntries(
        wanted.map((name) => {
          const { membership, normalised, grade } = verdict(name);
          return [name, { B: membership, B_normalised: normalised, max_membership_grade: grade + 1 }];
        }),
      ),
      score_weighted_average: verdict('weighted_sum').score,
    };
  },
  fuzzy_comprehensive_two_level: (problem) => {
    const items = z.array(z.string());
    const params = z
      .object({
        dimensions: z.array(z.object({ name: z.string(), satisfaction: items, importance: items })),
        grades: numbers,
        operator: operator.default('weighted_sum'),
      })
      .parse(problem.params);
    const table = problem.table();
    const answers = (name: string) => table.numbersOrMissing(name).filter((answer) => answer !== null);
    const dimensions = params.dimensions.map(({ name, satisfaction, importance }) => ({
      name,
      satisfaction: satisfaction.map(answers),
      importance: importance.map(answers),
    }));
    const found = determined(fuzzySurvey(dimensions, { grades: params.grades, operator: operators[params.operator] }));
    return {
      level1: found.dimensions.map(({ name, weights, relation, membership }) => ({ name, weights, R: relation, B: membership })),
      dimension_weights: found.weights,
      B: found.overall.membership,
      score: found.overall.score,
      max_membership_grade: found.overall.grade + 1,
    };
  },
};

function decisionOf(problem: Problem) {
  const { matrix: rows, benefit } = decision.parse(problem.input);
  return { matrix: rows, ...(benefit === undefined ? {} : { benefit }) };
}
