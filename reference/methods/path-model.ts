import { z } from 'zod';
import { completeRows } from '@zhiheng/stats/moments';
import { constructScores, partialLeastSquares, type Construct } from '@zhiheng/stats/path-model';
import { determined } from '../determined.ts';
import type { MethodTable } from '../problem.ts';

const pathParams = z.object({
  latents: z.array(z.object({ name: z.string(), indicators: z.array(z.string()) })),
  paths: z.array(z.object({ from: z.string(), to: z.string() })),
  mode: z.literal('A').default('A'),
  scheme: z.enum(['centroid', 'factorial', 'path']),
  scale_min: z.number(),
  scale_max: z.number(),
});

export const pathModelMethods: MethodTable = {
  pls_path_modeling_csi: (problem) => {
    const { latents, paths, scheme, scale_min: low, scale_max: high } = pathParams.parse(problem.params);
    const items = latents.flatMap(({ indicators }) => indicators);
    const rows = completeRows(problem.table().rowsWithMissing(items));
    const model = {
      latents: latents.map(({ name, indicators }) => ({ name, indicators: indicators.map((each) => items.indexOf(each)) })),
      paths,
    };
    const found = determined(partialLeastSquares(rows, model, { scheme, scale: { low, high } }));
    const byName = (value: (construct: Construct, index: number) => unknown) =>
      Object.fromEntries(found.latents.map((construct, index) => [construct.name, value(construct, index)]));
    const [scores = []] = constructScores(found.latents, rows.slice(0, 1));
    return {
      n: found.n,
      outer: found.latents.flatMap(({ name, indicators }) =>
        indicators.map(({ item, weight, loading, communality }) => ({ mv: items[item], lv: name, weight, loading, communality })),
      ),
      path_coefs: found.paths,
      R2: byName(({ rSquared }) => rSquared ?? 0),
      AVE: byName(({ averageVarianceExtracted }) => averageVarianceExtracted),
      gof: found.goodnessOfFit,
      cronbach_alpha: byName(({ alpha }) => alpha),
      dillon_goldstein_rho: byName(({ dillonGoldsteinRho }) => dillonGoldsteinRho),
      scores_row1: byName((_, index) => scores[index]),
      index_0_100: byName(({ index }) => index),
    };
  },
};
