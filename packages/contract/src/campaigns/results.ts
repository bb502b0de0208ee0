import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { grade } from '../measurement/indicator.ts';
import { id, idParams, instant } from '../values/page.ts';
import { localProse, localText } from '../values/text.ts';

const count = z.number().int();
const number = z.number().nullable();

/** One chosen figure as it came out, beside that of the previous campaign. */
export const campaignFigure = z.object({
  /** `indicator:code`, or `survey:id:measure` and, of a part, `:part` */
  key: z.string(),
  kind: z.enum(['indicator', 'survey']),
  name: localText,
  /** where it comes from: the code of an indicator, the name of a survey */
  source: localText,
  unit: z.string(),
  decimals: count,
  direction: z.enum(['higher', 'lower', 'nominal']),
  n: count,
  value: number,
  low: number,
  high: number,
  sufficient: z.boolean(),
  target: number,
  warning: number,
  critical: number,
  status: z.enum(['met', 'near', 'missed', 'unknown']),
  score: number,
  weight: z.number(),
  /** what a difference is tested with, where the figure is a share or a mean */
  moments: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('share'), count: z.number(), n: z.number() }),
      z.object({ kind: z.literal('mean'), n: z.number(), sum: z.number(), squares: z.number() }),
    ])
    .nullable(),
  previous: z
    .object({
      value: z.number(),
      n: count,
      difference: z.number(),
      p: number,
      test: z.enum(['two-proportions', 'welch', 'intervals']).nullable(),
    })
    .nullable(),
});
export type CampaignFigure = z.infer<typeof campaignFigure>;

/** How experts judged: the mean of a measure of their sheet, and how far they agree. */
export const campaignPanel = z.object({
  n: count,
  measures: z.array(z.object({ key: z.string(), name: localText, n: count, mean: number, low: number, high: number })),
  /** null where there are too few sheets, or nobody differs */
  agreement: z.object({ alpha: number, kendallW: number, kendallP: number, icc: number, items: count }),
});
export type CampaignPanel = z.infer<typeof campaignPanel>;

export const campaignAnalysis = z.object({
  asOf: instant,
  figures: z.array(campaignFigure),
  panel: campaignPanel.nullable(),
  score: number,
  coverage: z.number(),
  grade: grade.nullable(),
});
export type CampaignAnalysis = z.infer<typeof campaignAnalysis>;

export const getAnalysis = endpoint('GET /api/v1/campaigns/:id/analysis', {
  summary: 'The chosen figures as they are now, each with n, interval, target and the previous campaign',
  access: 'campaigns.read',
  params: idParams,
  response: campaignAnalysis,
});

export const frozenResult = z.object({
  number: count,
  sha256: z.string(),
  reason: z.string(),
  frozenAt: instant,
  frozenBy: z.string().nullable(),
});
export type FrozenResult = z.infer<typeof frozenResult>;

export const freezeResult = endpoint('POST /api/v1/campaigns/:id/results', {
  summary: 'Freeze the analysis with everything that went into it; a further result needs a reason',
  access: 'campaigns.write',
  params: idParams,
  body: z.object({ version: count, reason: z.string().trim().max(2000).default('') }),
  response: frozenResult,
});

const resultParams = z.object({ id, number: z.coerce.number().int().min(1).max(100_000) });
export const getFrozenResult = endpoint('GET /api/v1/campaigns/:id/results/:number', {
  summary: 'A frozen result: what came out, and the document whose SHA-256 it carries',
  access: 'campaigns.read',
  params: resultParams,
  response: frozenResult.extend({
    campaign: localText,
    period: z.tuple([z.string(), z.string()]),
    purpose: localProse,
    analysis: campaignAnalysis,
    document: z.string(),
  }),
});
export type WholeResult = z.infer<(typeof getFrozenResult)['response']>;

export const recomputeResult = endpoint('POST /api/v1/campaigns/:id/results/:number/recomputation', {
  summary: 'Calculate a frozen result again from the sums that it stores, and compare every byte',
  access: 'campaigns.read',
  params: resultParams,
  response: z.object({
    equal: z.boolean(),
    /** of what is stored, what was noted when it was frozen, and what was calculated now */
    stored: z.string(),
    noted: z.string(),
    recomputed: z.string(),
    bytes: count,
  }),
});
export type Recomputation = z.infer<(typeof recomputeResult)['response']>;
