import type { CampaignPlan, ChosenFigure } from '@zhiheng/contract/campaigns/plan';
import type { CampaignAnalysis, CampaignFigure } from '@zhiheng/contract/campaigns/results';
import type { LocalText } from '@zhiheng/contract/values/text';
import { headlinesOfStored, type StoredSums } from '../../surveys/index.ts';
import { compareFigures } from './compare.rules.ts';
import type { IndicatorFigure, IndicatorInputs, IndicatorSource } from './indicator-source.ts';
import { localTextOf } from './local-text.rules.ts';
import { panelOf, type Reviews } from './panel.rules.ts';

/** The frozen result that a campaign is compared with. */
interface PreviousResult {
  readonly campaignId: string;
  readonly name: LocalText;
  readonly number: number;
  readonly sha256: string;
  readonly figures: readonly CampaignFigure[];
}

/** Everything that goes into an analysis, as plain data: what was read, when, and with which rules. */
export interface AnalysisInputs {
  /** raised when the same inputs give other figures than before */
  readonly calculation: number;
  readonly asOf: string;
  readonly campaign: {
    readonly id: string;
    readonly code: string;
    readonly name: LocalText;
    readonly plan: CampaignPlan;
  };
  readonly indicators: IndicatorInputs;
  readonly surveys: readonly StoredSums[];
  readonly reviews: Reviews | null;
  readonly previous: PreviousResult | null;
}

export const calculation = 1;

type Figure = IndicatorFigure & Pick<CampaignFigure, 'key' | 'kind' | 'source' | 'weight'>;

/** From what was read to what came out. Looks at nothing but its inputs, so that the same inputs give the same result for ever. */
export function workOut(inputs: AnalysisInputs, source: IndicatorSource): CampaignAnalysis {
  const figures = inputs.campaign.plan.figures.flatMap((chosen) => figureOf(chosen, inputs, source) ?? []);
  const judged = source.judge(figures, inputs.indicators.settings);
  const before = new Map(inputs.previous?.figures.map((figure) => [figure.key, figure]));
  return {
    asOf: inputs.asOf,
    figures: figures.map((figure, at) => ({
      ...figure,
      status: judged.figures[at]?.status ?? 'unknown',
      score: judged.figures[at]?.score ?? null,
      previous: compareFigures(figure, before.get(figure.key)),
    })),
    panel: inputs.reviews === null ? null : panelOf(inputs.reviews),
    score: judged.score,
    coverage: judged.coverage,
    grade: judged.grade,
  };
}

export const keyOf = (chosen: ChosenFigure): string =>
  chosen.kind === 'indicator'
    ? `indicator:${chosen.code}`
    : ['survey', chosen.surveyId, chosen.measure, ...(chosen.part === null ? [] : [chosen.part])].join(':');

function figureOf(chosen: ChosenFigure, { indicators, surveys }: AnalysisInputs, source: IndicatorSource): Figure | null {
  const { kind, weight } = chosen;
  const key = keyOf(chosen);
  if (chosen.kind === 'survey') return surveyFigure(chosen, surveys, key);
  const found = source.workOut(indicators, chosen.code);
  return found === null ? null : { ...found, key, kind, weight, source: { zh: chosen.code, en: chosen.code } };
}

type SurveyFigure = Extract<ChosenFigure, { kind: 'survey' }>;

function surveyFigure(chosen: SurveyFigure, surveys: readonly StoredSums[], key: string): Figure | null {
  const sums = surveys.find(({ surveyId }) => surveyId === chosen.surveyId);
  if (sums === undefined) return null;
  const headline = headlinesOfStored(sums).find(({ measure, part }) => measure === chosen.measure && part === chosen.part);
  if (headline === undefined) return null;
  const { figure, unit } = headline;
  const measured = figure.kind === 'figure' ? figure : { value: null, low: null, high: null };
  return {
    ...{ key, kind: 'survey', name: localTextOf(headline.name), source: sums.name, weight: chosen.weight },
    ...{ unit, decimals: decimalsOf[unit], direction: 'higher', n: figure.n, sufficient: figure.kind === 'figure', moments: null },
    ...{ value: measured.value, low: measured.low, high: measured.high },
    ...{ target: chosen.target, warning: chosen.warning, critical: chosen.critical },
  };
}

const decimalsOf = { share: 3, points: 1, index: 1, scale: 2, gap: 2, sum: 1 } as const;
