import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { Operation } from '../../platform/operation.ts';
import {
  dayOf,
  leavesOf,
  loadMonths,
  monthsOf,
  previousPeriod,
  type Evaluation,
  type Figures,
  type ScorePeriod,
} from '../evaluation/index.ts';
import { trendMonths } from './trend-months.rules.ts';

/** A period, the one before, and the twelve months that lead to it. */
export interface Course {
  /** indicators of the headline, then those of the tree, each once */
  readonly codes: readonly string[];
  readonly headline: readonly string[];
  readonly current: Figures;
  readonly previous: Figures;
  readonly months: readonly { readonly month: string; readonly figures: Figures }[];
}

interface CourseQuery {
  readonly period: ScorePeriod;
  readonly filter: SubjectFilter;
}

/** All from the same rows, read once. */
export async function loadCourse(operation: Operation, evaluation: Evaluation, { period, filter }: CourseQuery): Promise<Course> {
  const { card, timeZone } = evaluation;
  const headline = card?.headline ?? [];
  const codes = [...new Set([...headline, ...leavesOf(card?.children ?? [])])];
  const before = previousPeriod(period);
  const trend = trendMonths(period, dayOf(operation.now, timeZone).slice(0, 7));
  const firstMonth = before.firstMonth < trend.firstMonth ? before.firstMonth : trend.firstMonth;
  const read = await loadMonths(operation, evaluation, { codes, months: { firstMonth, lastMonth: period.lastMonth }, filter });
  const months = monthsOf(trend).map((month) => ({ month, figures: read.figures({ firstMonth: month, lastMonth: month }) }));
  return { codes, headline, current: read.figures(period), previous: read.figures(before), months };
}
