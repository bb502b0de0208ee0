import { z } from 'zod';
import { code, indicatorCode, localProse, localText } from '../values/text.ts';
import { countedFrom } from '../measurement/counted-from.ts';
import { benchmarkKind, indicatorFields, scoreSettings } from '../measurement/indicator.ts';
import { deepestLevel } from '../evaluation/scores.ts';
import { serviceState } from '../catalog/service-state.ts';
import { packAgreements, packCalendars } from './pack-agreements.ts';
import { packArticles } from './pack-articles.ts';
import { packCases, packCategories, packDemoCases, packFields, type PackCases } from './pack-cases.ts';
import { packDemoFeedback } from './pack-feedback.ts';
import { packDemoFieldwork } from './pack-fieldwork.ts';
import { packDemoProbe, packObjectives } from './pack-monitoring.ts';
import { packStandards } from './pack-standards.ts';
import { packSurveys } from './pack-surveys.ts';
import { packCustomers, packDemoCustomers } from './pack-customers.ts';

/** `pack.yaml`: what the pack is. The folder's name equals `pack`. */
export const packHeader = z.strictObject({
  pack: code,
  version: z.number().int().min(1),
  name: localText,
  description: localProse,
});

/** A team, site or segment; `parent` names another of the same kind. */
export const packUnit = z.strictObject({ code, name: localText, parent: code.optional() });
export type PackUnit = z.infer<typeof packUnit>;

/** `organisation.yaml`: teams, sites and customer segments that a typical organisation of the trade has. */
export const packOrganisation = z.strictObject({
  teams: z.array(packUnit),
  sites: z.array(packUnit),
  segments: z.array(packUnit),
});

/** One service of `services.yaml`; `team`, `parent` and `depends_on` name codes of the same pack. */
export const packService = z.strictObject({
  code,
  name: localText,
  type: code,
  description: localProse,
  customers: localText.optional(),
  team: code.optional(),
  channels: z.array(code).default([]),
  state: serviceState,
  parent: code.optional(),
  depends_on: z.array(code).default([]),
});
export type PackService = z.infer<typeof packService>;
export const packServices = z.strictObject({ services: z.array(packService) });

/** A figure to compare with. Only with a source that a reader can look up, and its date. */
export const packBenchmark = z.strictObject({
  kind: benchmarkKind,
  value: z.number(),
  source: localText,
  url: z.url().optional(),
  as_of: z.iso.date(),
});

/** One indicator of `indicators.yaml`. Limits and benchmarks are in the indicator's unit. */
export const packIndicator = z.strictObject({
  ...indicatorFields,
  code: indicatorCode,
  name: localText,
  definition: localProse,
  target: z.number().optional(),
  warning: z.number().optional(),
  critical: z.number().optional(),
  target_source: localText.optional(),
  counted_from: countedFrom.optional(),
  benchmarks: z.array(packBenchmark).default([]),
});
export type PackIndicator = z.infer<typeof packIndicator>;
export const packIndicators = z.strictObject({ indicators: z.array(packIndicator) });

/** A branch (with children) or a leaf (with an indicator) of a scorecard. Weights are relative among siblings. */
export interface PackScorecardNode {
  code: string;
  name?: { zh: string; en: string } | undefined;
  weight: number;
  indicator?: string | undefined;
  children?: PackScorecardNode[] | undefined;
}
const nodeAt = (level: number): z.ZodType<PackScorecardNode> => {
  const deeper = z.array(level < deepestLevel ? nodeAt(level + 1) : z.any());
  return z.strictObject({
    code,
    name: localText.optional(),
    weight: z.number().positive().max(1000),
    indicator: indicatorCode.optional(),
    children: (level < deepestLevel ? deeper.min(1).max(60) : deeper.max(0, 'too_deep')).optional(),
  });
};
const node = nodeAt(1);
export const packScorecard = z.strictObject({
  code,
  name: localText,
  description: localProse,
  settings: scoreSettings.optional(),
  headline: z.array(indicatorCode).max(4),
  children: z.array(node),
});
export type PackScorecard = z.infer<typeof packScorecard>;
export const packScorecards = z.strictObject({ scorecards: z.array(packScorecard) });

/** How demo values of one indicator are drawn; figures are in the indicator's unit. */
const distribution = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('normal'), mean: z.number(), sd: z.number().positive() }),
  z.strictObject({ kind: z.literal('lognormal'), median: z.number().positive(), spread: z.number().positive() }),
  z.strictObject({ kind: z.literal('share'), yes: z.number().min(0).max(1), of: z.number().int().min(1) }),
  z.strictObject({ kind: z.literal('poisson'), mean: z.number().min(0) }),
]);

/** `demo.yaml`: twelve months of demo data with one seeded problem to find. */
export const packDemo = z.strictObject({
  subjects: z
    .array(
      z.strictObject({
        service: code,
        team: code.optional(),
        site: code.optional(),
        segment: code.optional(),
        volume: z.number().positive().default(1),
        quality: z.number().min(-0.5).max(0.5).default(0),
      }),
    )
    .min(1),
  series: z
    .array(
      z.strictObject({
        indicator: indicatorCode,
        services: z.array(code).optional(),
        per_month: z.number().positive().max(400),
        distribution,
        trend: z.number().min(-0.1).max(0.1).default(0),
        problem_factor: z.number().positive().optional(),
      }),
    )
    .min(1),
  customers: packDemoCustomers.optional(),
  cases: packDemoCases.optional(),
  probes: z.array(packDemoProbe).max(10).optional(),
  feedback: packDemoFeedback.optional(),
  fieldwork: packDemoFieldwork.optional(),
  problem: z.strictObject({
    title: localText,
    story: localProse,
    where: z.strictObject({ service: code.optional(), team: code.optional(), site: code.optional(), segment: code.optional() }),
    last_months: z.number().int().min(1).max(6),
  }),
});
export type PackDemo = z.infer<typeof packDemo>;

/** The files of a pack folder and what each must hold. Only `demo.yaml` may be absent: an organisation's own pack has none. */
export const packFiles = {
  'pack.yaml': packHeader,
  'organisation.yaml': packOrganisation,
  'customers.yaml': packCustomers,
  'services.yaml': packServices,
  'calendars.yaml': packCalendars,
  'agreements.yaml': packAgreements,
  'cases.yaml': packCases,
  'fields.yaml': packFields,
  'categories.yaml': packCategories,
  'articles.yaml': packArticles,
  'indicators.yaml': packIndicators,
  'standards.yaml': packStandards,
  'scorecards.yaml': packScorecards,
  'objectives.yaml': packObjectives,
  'surveys.yaml': packSurveys,
  'demo.yaml': packDemo,
} as const;
export type PackFileName = keyof typeof packFiles;
export interface PackContent {
  'pack.yaml': z.infer<typeof packHeader>;
  'organisation.yaml': z.infer<typeof packOrganisation>;
  'customers.yaml': z.infer<typeof packCustomers>;
  'services.yaml': z.infer<typeof packServices>;
  'calendars.yaml': z.infer<typeof packCalendars>;
  'agreements.yaml': z.infer<typeof packAgreements>;
  /** null: the pack says nothing of limits */
  'cases.yaml': PackCases | null;
  'fields.yaml': z.infer<typeof packFields>;
  'categories.yaml': z.infer<typeof packCategories>;
  'articles.yaml': z.infer<typeof packArticles>;
  'indicators.yaml': z.infer<typeof packIndicators>;
  'standards.yaml': z.infer<typeof packStandards>;
  'scorecards.yaml': z.infer<typeof packScorecards>;
  'objectives.yaml': z.infer<typeof packObjectives>;
  'surveys.yaml': z.infer<typeof packSurveys>;
  'demo.yaml': PackDemo | null;
}
