import { z } from 'zod';
import { completeRows, crossMomentsOf } from '@zhiheng/stats/moments';
import {
  alphaFromMoments,
  firstHalf,
  guttmanLambdasFromMoments,
  itemAnalysisFromMoments,
  oddItems,
  omegaFromMoments,
  splitHalfFromMoments,
} from '@zhiheng/stats/reliability';
import { determined } from '../determined.ts';
import type { MethodTable, Problem } from '../problem.ts';

const itemList = z.object({ items: z.array(z.string()) });

export const reliabilityMethods: MethodTable = {
  cronbach_alpha: (problem) => {
    const { items } = itemList.parse(problem.params);
    const moments = momentsOf(problem, items);
    const scale = determined(alphaFromMoments(moments));
    const lambdas = determined(guttmanLambdasFromMoments(moments));
    const halves = (first: readonly number[]) => {
      const split = determined(splitHalfFromMoments(moments, first));
      return {
        items_a: split.first.map((index) => items[index]),
        items_b: split.second.map((index) => items[index]),
        r: split.r,
        spearman_brown: split.spearmanBrown,
        guttman_rulon: split.guttmanRulon,
      };
    };
    return {
      n: scale.n,
      k: scale.items,
      alpha_raw: scale.alpha,
      alpha_std: scale.standardised,
      mean_interitem_r: scale.meanInterItemCorrelation,
      feldt_ci95: scale.interval,
      items: determined(itemAnalysisFromMoments(moments)).items.map((item, index) => ({
        item: items[index],
        mean: item.mean,
        sd: item.standardDeviation,
        item_total_r: item.itemTotal,
        citc: item.correctedItemTotal,
        alpha_if_deleted: item.alphaIfDeleted,
        smc: item.squaredMultipleCorrelation,
      })),
      split_half_first_second: halves(firstHalf(items.length)),
      split_half_odd_even: halves(oddItems(items.length)),
      guttman_lambda2: lambdas.lambda2,
      guttman_lambda6_smc: lambdas.lambda6,
    };
  },
  mcdonald_omega_total_1factor: (problem) => {
    const { items } = itemList
      .extend({ estimator: z.literal('ml').optional(), covariance_denominator: z.literal('n').optional() })
      .parse(problem.params);
    const { fit, ...model } = determined(omegaFromMoments(momentsOf(problem, items)));
    const byItem = (values: readonly number[]) => Object.fromEntries(items.map((item, index) => [item, values[index]]));
    return {
      n: model.n,
      omega: model.omega,
      loadings_unstd: byItem(model.loadings),
      uniquenesses: byItem(model.uniquenesses),
      loadings_std: model.standardisedLoadings,
      AVE: model.averageVarianceExtracted,
      CR_composite_reliability: model.compositeReliability,
      fit: {
        chisq: fit.chiSquare,
        df: fit.df,
        pvalue: fit.p,
        cfi: fit.comparativeFitIndex,
        tli: fit.tuckerLewisIndex,
        rmsea: fit.rmsea,
        srmr: fit.srmr,
      },
    };
  },
};

const momentsOf = (problem: Problem, items: readonly string[]) => crossMomentsOf(completeRows(problem.table().rowsWithMissing(items)));
