import { z } from 'zod';
import {
  agreementTable,
  cohenKappa,
  coincidencesOf,
  fleissKappa,
  intraclassCorrelation,
  kendallW,
  krippendorffAlpha,
  levelsOf,
  lightKappa,
  rankSumsOf,
  ratingCounts,
  type Category,
  type KappaWeights,
} from '@zhiheng/stats/agreement';
import { completeRows } from '@zhiheng/stats/moments';
import { isDetermined, type Outcome } from '@zhiheng/stats/result';
import type { MethodTable, Problem } from '../problem.ts';

const raters = z.object({ raters: z.array(z.string()) });
const category = z.union([z.number(), z.string()]);
const confidence = z.number().default(0.95);

export const agreementMethods: MethodTable = {
  cohen_kappa: (problem) => {
    const params = z
      .object({ levels: z.array(category).optional(), weights: z.array(z.enum(['unweighted', 'linear', 'quadratic'])) })
      .parse(problem.params);
    const rows = completeRatings(problem);
    const { levels = levelsOf(rows) } = params;
    const [first, second] = [0, 1].map((rater) => rows.flatMap((row) => row.slice(rater, rater + 1)));
    const table = agreementTable(first ?? [], second ?? [], levels);
    const kappa = (weights: KappaWeights) => {
      const found = known(cohenKappa(table, { weights }));
      return { kappa: found?.kappa, z: found?.test?.z, p: found?.test?.p, n: rows.length };
    };
    return {
      ...Object.fromEntries(params.weights.map((weights) => [weights, kappa(weights)])),
      percent_agreement: (100 * rows.filter(([a, b]) => a === b).length) / rows.length,
    };
  },
  fleiss_kappa: (problem) => {
    const rows = completeRatings(problem);
    const fleiss = known(fleissKappa(ratingCounts(rows, levelsOf(rows))));
    return {
      fleiss: { kappa: fleiss?.kappa, z: fleiss?.test.z, p: fleiss?.test.p, n: rows.length },
      light: known(lightKappa(rows))?.kappa,
    };
  },
  icc: (problem) => {
    const rows = completeRows(problem.table().rowsWithMissing(raters.parse(problem.params).raters));
    const found = known(intraclassCorrelation(rows, z.object({ confidence }).parse(problem.params)));
    return {
      icc: found?.forms.map(({ form, value, f, df, p, interval }) => ({
        type: form,
        ICC: value,
        F: f,
        df1: df[0],
        df2: df[1],
        p,
        lower: interval?.[0],
        upper: interval?.[1],
      })),
    };
  },
  kendall_w: (problem) => {
    const names = raters.parse(problem.params).raters;
    const rows = completeRows(problem.table().rowsWithMissing(names));
    const byRater = names.map((_, rater) => rows.flatMap((row) => row.slice(rater, rater + 1)));
    const found = known(kendallW(rankSumsOf(byRater)));
    return { W: found?.w, chisq: found?.chiSquare, p: found?.p, W_uncorrected: found?.wUncorrected };
  },
  krippendorff_alpha: (problem) => {
    const { metrics } = z.object({ metrics: z.array(z.enum(['nominal', 'ordinal', 'interval', 'ratio'])) }).parse(problem.params);
    const coincidences = coincidencesOf(ratings(problem));
    return Object.fromEntries(metrics.map((metric) => [metric, known(krippendorffAlpha(coincidences, metric))?.alpha]));
  },
};

/** One row per subject, one column per rater. */
function ratings(problem: Problem): (Category | null)[][] {
  const table = problem.table();
  const columns = raters.parse(problem.params).raters.map((name) => table.cells(name));
  return Array.from({ length: table.size }, (_, row) => columns.map((column) => column[row] ?? null));
}

const completeRatings = (problem: Problem): Category[][] =>
  ratings(problem).filter((row): row is Category[] => row.every((cell) => cell !== null));

const known = <T extends { readonly kind: string }>(outcome: Outcome<T>): T | undefined => (isDetermined(outcome) ? outcome : undefined);
