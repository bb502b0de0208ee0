import type { FindingState } from '@zhiheng/contract/campaigns/campaigns';
import type { CampaignMethod } from '@zhiheng/contract/campaigns/plan';
import type { CampaignKind, CampaignStage } from '@zhiheng/contract/campaigns/campaign-kind';
import type { CampaignFigure } from '@zhiheng/contract/campaigns/results';
import type { Format } from '../../lib/format/use-format.ts';
import { unitWord } from '../../lib/figures/unit-words.ts';
import { m } from '../../paraglide/messages.js';

export const stageWords: Readonly<Record<CampaignStage, () => string>> = {
  prepare: m.campaigns_stage_prepare,
  collect: m.campaigns_stage_collect,
  analyse: m.campaigns_stage_analyse,
  feedback: m.campaigns_stage_feedback,
  improve: m.campaigns_stage_improve,
  judge: m.campaigns_stage_judge,
  plan: m.campaigns_stage_plan,
  'carry-out': m.campaigns_stage_carry_out,
  closed: m.campaigns_stage_closed,
};

export const kindWords: Readonly<Record<CampaignKind, () => string>> = {
  annual: m.campaigns_kind_annual,
  quarterly: m.campaigns_kind_quarterly,
  special: m.campaigns_kind_special,
  'after-release': m.campaigns_kind_after_release,
};

export const methodWords: Readonly<Record<CampaignMethod, () => string>> = {
  survey: m.campaigns_method_survey,
  indicators: m.campaigns_method_indicators,
  cases: m.campaigns_method_cases,
  fieldwork: m.campaigns_method_fieldwork,
  experts: m.campaigns_method_experts,
  outside: m.campaigns_method_outside,
};

export const findingStateWords: Readonly<Record<FindingState, () => string>> = {
  open: m.campaigns_finding_open,
  'in-progress': m.campaigns_finding_in_progress,
  done: m.campaigns_finding_done,
  verified: m.campaigns_finding_verified,
};

type Written = Pick<CampaignFigure, 'unit' | 'decimals'>;

/** Shares of surveys are kept as parts of 1 and written as percent; points, indices and scales speak for themselves. */
export function figureText(value: number | null, { unit, decimals }: Written, format: Format): string {
  if (value === null) return '—';
  if (unit === 'share') return format.percent(100 * value, 1);
  const number = format.number(value, decimals);
  const word = plainUnits.has(unit) ? '' : unitWord(unit, format.locale);
  if (word === '') return number;
  return word === '%' ? `${number}%` : `${number} ${word}`;
}

/** The size of a difference: rates differ in percentage points, not in percent. */
export function differenceText(difference: number, written: Written, format: Format): string {
  const size = Math.abs(difference);
  if (written.unit === 'share') return `${format.number(100 * size, 1)} ${m.board_points()}`;
  if (written.unit === '%') return `${format.number(size, written.decimals)} ${m.board_points()}`;
  return figureText(size, written, format);
}

const plainUnits = new Set(['points', 'index', 'scale', 'gap', 'sum']);

export const periodText = (from: string, until: string, format: Format): string =>
  from === until ? format.period(from) : `${format.period(from)} – ${format.period(until)}`;
