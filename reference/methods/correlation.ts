import { z } from 'zod';
import {
  crossTable,
  everyPair,
  kendall,
  pearson,
  polychoricFromCounts,
  polychoricMaximumLikelihoodFromCounts,
  spearman,
} from '@zhiheng/stats/correlation';
import { completeRows } from '@zhiheng/stats/moments';
import { determined } from '../determined.ts';
import type { MethodTable, Problem } from '../problem.ts';

const itemList = z.object({ items: z.array(z.string()) });
const polychoricParams = itemList.extend({ estimators: z.array(z.enum(['two_step', 'ml'])) });

export const correlationMethods: MethodTable = {
  correlation_matrix: (problem) => {
    const { items } = itemList.parse(problem.params);
    const columns = columnsOf(problem, items);
    const pairs = everyPair(items.length, (i, j) => {
      const [x, y] = [columns[i] ?? [], columns[j] ?? []];
      const linear = determined(pearson(x, y));
      const ranks = determined(spearman(x, y));
      const orders = determined(kendall(x, y));
      return {
        x: items[i],
        y: items[j],
        pearson: linear.r,
        pearson_t: linear.t,
        pearson_p: linear.p,
        pearson_ci95: linear.interval,
        spearman: ranks.rho,
        spearman_p_t_approx: ranks.p,
        kendall_tau_b: orders.tau,
        kendall_z: orders.z,
        kendall_p: orders.p,
      };
    });
    return { n: columns[0]?.length ?? 0, pairs: pairs.map(({ value }) => value) };
  },
  polychoric_correlation: (problem) => {
    const { items, estimators } = polychoricParams.parse(problem.params);
    const columns = columnsOf(problem, items);
    const pairs = everyPair(items.length, (i, j) => {
      const { counts } = crossTable(columns[i] ?? [], columns[j] ?? []);
      const twoStep = estimators.includes('two_step') ? determined(polychoricFromCounts(counts)) : null;
      const joint = estimators.includes('ml') ? determined(polychoricMaximumLikelihoodFromCounts(counts)) : null;
      return {
        x: items[i],
        y: items[j],
        ...(twoStep === null ? {} : { two_step: twoStep.rho, two_step_se: twoStep.standardError }),
        ...(joint === null ? {} : { ml: joint.rho }),
      };
    });
    return { pairs: pairs.map(({ value }) => value) };
  },
};

function columnsOf(problem: Problem, items: readonly string[]): number[][] {
  const rows = completeRows(problem.table().rowsWithMissing(items));
  return items.map((_, index) => rows.flatMap((row) => row.slice(index, index + 1)));
}
