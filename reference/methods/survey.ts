import { describe } from '@zhiheng/stats/describe';
import {
  netPromoterScore,
  promoterCountsOf,
  satisfactionIndex,
  topBoxShareOf,
  type NetPromoterScore,
  type PromoterCounts,
} from '@zhiheng/stats/survey';
import { z } from 'zod';
import type { MethodTable, Problem } from '../problem.ts';

const confidence = z.number().default(0.95);
const columnNames = z.array(z.string());
const npsParameters = z.object({ column: z.string(), promoter_min: z.number(), passive_min: z.number(), confidence });
const counts = z.object({ promoters: z.number(), passives: z.number(), detractors: z.number() });
const csatParameters = z.object({ column: z.string(), top_box_min: z.number(), confidence });
const csiParameters = z.object({
  items: columnNames,
  weights: z.array(z.number()).optional(),
  scale_min: z.number(),
  scale_max: z.number(),
  prepare: z.record(z.string(), z.unknown()).default({}),
});

export const surveyMethods: MethodTable = {
  nps: (problem) => {
    const { column, promoter_min: promoterMin, passive_min: passiveMin, ...rest } = npsParameters.parse(problem.params);
    const answers = present(problem.table().numbersOrMissing(column));
    return npsWords(promoterCountsOf(answers, { promoterMin, passiveMin }), rest.confidence);
  },
  nps_from_counts: (problem) => {
    const { cases } = z.object({ cases: z.array(counts) }).parse(problem.input);
    const wanted = z.object({ confidence }).parse(problem.params);
    return { cases: cases.map((each) => npsWords(each, wanted.confidence)) };
  },
  csat_top2box: csat,
  csi_weighted_index: csi,
};

function npsWords(group: PromoterCounts, level: number): unknown {
  const found = netPromoterScore(group, { confidence: level });
  return found.kind === 'insufficient' ? found : inWords(found);
}

const inWords = (found: NetPromoterScore): unknown => ({
  n: found.n,
  promoters: found.promoters,
  passives: found.passives,
  detractors: found.detractors,
  nps_points: found.score,
  var_n: found.variance,
  se_n_points: found.standardError,
  se_n1_points: found.sampleStandardError,
  ci95_n_points: found.waldInterval,
});

function csat(problem: Problem): unknown {
  const { column, top_box_min: topBoxMin, ...rest } = csatParameters.parse(problem.params);
  const answers = present(problem.table().numbersOrMissing(column));
  const found = topBoxShareOf(answers, { topBoxMin, confidence: rest.confidence });
  if (found.kind === 'insufficient') return found;
  const { wilson, wilsonContinuity, clopperPearson, wald, agrestiCoull, jeffreys } = found.intervals;
  return {
    n: found.n,
    top2: found.top,
    csat: found.share,
    mean_score: meanOf(answers),
    wilson,
    wilson_cc: wilsonContinuity,
    clopper_pearson: clopperPearson,
    wald,
    agresti_coull: agrestiCoull,
    jeffreys,
  };
}

function csi(problem: Problem): unknown {
  const { items, weights, scale_min: min, scale_max: max, prepare } = csiParameters.parse(problem.params);
  const found = satisfactionIndex(problem.table().rowsWithMissing(items), { scale: [min, max], ...(weights !== undefined && { weights }) });
  if (found.kind === 'insufficient') return found;
  const raw = problem.table({ prepare: { ...prepare, missing: undefined } });
  const byItem = (values: readonly (number | null | undefined)[]) => Object.fromEntries(items.map((item, i) => [item, values[i]]));
  return {
    item_means: byItem(found.itemMeans),
    item_n: byItem(found.itemCounts),
    csi_unweighted_0_100: found.unweightedIndex,
    csi_weighted_0_100: found.index,
    csi_weighted_pct_of_max: found.percentOfMaximum,
    item_means_zero_included: byItem(items.map((item) => meanOf(present(raw.numbersOrMissing(item))))),
  };
}

function meanOf(values: readonly number[]): number | null {
  const found = describe(values);
  return found.kind === 'description' ? found.mean : null;
}

const present = (cells: readonly (number | null)[]): number[] => cells.filter((cell) => cell !== null);
