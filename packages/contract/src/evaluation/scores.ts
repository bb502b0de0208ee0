import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams } from '../values/page.ts';
import { code, indicatorCode, localProse, localText } from '../values/text.ts';
import { direction, grade, measure, scoreSettings } from '../measurement/indicator.ts';
import { subjectFilter } from '../measurement/observations.ts';

/** A month `2026-11`, quarter `2026-Q4` or year `2026`. */
export const scorePeriod = z.string().regex(/^\d{4}(-\d{2}|-Q[1-4])?$/, 'period');

/** A branch (children) or a leaf (indicator) of a scorecard; weights are relative among siblings. */
export interface ScorecardNode {
  code: string;
  name?: { zh: string; en: string } | undefined;
  weight: number;
  indicator?: string | undefined;
  children?: ScorecardNode[] | undefined;
}
/** Levels of a tree below the root. The shape itself ends there: no tower of branches can be sent. */
export const deepestLevel = 5;
const nodeAt = (level: number): z.ZodType<ScorecardNode, ScorecardNode> => {
  const deeper = z.array(level < deepestLevel ? nodeAt(level + 1) : z.any());
  return z.object({
    code,
    name: localText.optional(),
    weight: z.number().positive().max(1000),
    indicator: indicatorCode.optional(),
    children: (level < deepestLevel ? deeper.min(1).max(60) : deeper.max(0, 'too_deep')).optional(),
  });
};
export const scorecardNode = nodeAt(1);
export const scorecard = z.object({
  id,
  code,
  name: localText,
  description: localProse,
  settings: scoreSettings,
  headline: z.array(indicatorCode).max(4),
  children: z.array(scorecardNode),
  version: z.number().int(),
});
export type Scorecard = z.infer<typeof scorecard>;
const fields = scorecard.omit({ id: true, version: true });

export const listScorecards = endpoint('GET /api/v1/scorecards', {
  summary: 'Scorecards with their trees and weights',
  access: 'evaluation.read',
  response: z.object({ items: z.array(scorecard) }),
});
export const createScorecard = endpoint('POST /api/v1/scorecards', {
  summary: 'Add a scorecard',
  access: 'evaluation.define',
  body: fields,
  response: scorecard,
});
export const updateScorecard = endpoint('PATCH /api/v1/scorecards/:id', {
  summary: 'Change a scorecard',
  access: 'evaluation.define',
  params: idParams,
  body: fields.partial().extend({ version: z.number().int() }),
  response: scorecard,
});
export const deleteScorecard = endpoint('DELETE /api/v1/scorecards/:id', {
  summary: 'Move a scorecard to the trash',
  access: 'evaluation.define',
  params: idParams,
  response: done,
});

/** One figure of one indicator over a period and a slice, with everything needed to trust it. */
export const figure = z.object({
  indicator: indicatorCode,
  name: localText,
  unit: z.string(),
  measure,
  direction,
  decimals: z.number().int(),
  /** null: nothing was measured */
  value: z.number().nullable(),
  n: z.number().int(),
  /** 95 % interval of the value, where one can be given */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  sufficient: z.boolean(),
  target: z.number().nullable(),
  warning: z.number().nullable(),
  critical: z.number().nullable(),
  score: z.number().nullable(),
  status: z.enum(['met', 'near', 'missed', 'unknown']),
  previous: z.number().nullable(),
});
export type Figure = z.infer<typeof figure>;

export interface ScoreNode {
  code: string;
  name: { zh: string; en: string };
  weight: number;
  /** share of the weight below that was measured, 0..1 */
  coverage: number;
  score: number | null;
  grade: z.infer<typeof grade> | null;
  previous: number | null;
  figure?: Figure | undefined;
  children: ScoreNode[];
}
export const scoreNode: z.ZodType<ScoreNode, ScoreNode> = z.lazy(() =>
  z.object({
    code: z.string(),
    name: localText,
    weight: z.number(),
    coverage: z.number(),
    score: z.number().nullable(),
    grade: grade.nullable(),
    previous: z.number().nullable(),
    figure: figure.optional(),
    children: z.array(scoreNode),
  }),
);

/** The dimensions by which slices are compared. */
export const sliceBy = z.enum(['service', 'team', 'site', 'segment']);
export type SliceBy = z.infer<typeof sliceBy>;

const scoreQuery = subjectFilter.extend({ scorecard: code.optional(), period: scorePeriod.optional() });
export const readScores = endpoint('GET /api/v1/scores', {
  summary: 'The scorecard of one period, from the index down to the indicators',
  access: 'evaluation.read',
  query: scoreQuery,
  response: z.object({ scorecard: code, period: scorePeriod, settings: scoreSettings, root: scoreNode }),
});
export const compareScores = endpoint('GET /api/v1/scores/compare', {
  summary: 'Index and headline figures by service, team, site or segment',
  access: 'evaluation.read',
  query: scoreQuery.extend({ by: sliceBy }),
  response: z.object({
    by: sliceBy,
    period: scorePeriod,
    slices: z.array(
      z.object({
        id,
        name: localText,
        score: z.number().nullable(),
        grade: grade.nullable(),
        coverage: z.number(),
        previous: z.number().nullable(),
        figures: z.array(figure),
      }),
    ),
  }),
});
