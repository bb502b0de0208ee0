import type { readIndicatorReport as endpoint } from '@zhiheng/contract/insight/board';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { Operation } from '../../platform/operation.ts';
import {
  dayOf,
  loadDays,
  loadMonths,
  monthsOf,
  percentilesOf,
  previousPeriod,
  type Evaluation,
  type Figures,
  type ScorePeriod,
} from '../evaluation/index.ts';
import type { IndicatorRecord } from '../measurement/index.ts';
import { trendMonths } from './trend-months.rules.ts';

type Trend = Reply<typeof endpoint>['trend'];

interface TrendQuery {
  readonly indicator: IndicatorRecord;
  readonly period: ScorePeriod;
  readonly filter: SubjectFilter;
  readonly grain: 'month' | 'day';
}

interface IndicatorCourse {
  readonly current: Figures;
  readonly previous: Figures;
  readonly trend: Trend;
}

/** One indicator in a period, in the one before, and by month over a year or by day of the period. */
export async function loadTrend(operation: Operation, evaluation: Evaluation, query: TrendQuery): Promise<IndicatorCourse> {
  const { indicator, period, filter, grain } = query;
  const today = dayOf(operation.now, evaluation.timeZone);
  const before = previousPeriod(period);
  const shown = trendMonths(period, today.slice(0, 7));
  const firstMonth = before.firstMonth < shown.firstMonth ? before.firstMonth : shown.firstMonth;
  const asked = { codes: [indicator.code], distributionOf: [indicator.code], filter };
  const read = await loadMonths(operation, evaluation, { ...asked, months: { firstMonth, lastMonth: period.lastMonth } });
  const months = () => monthsOf(shown).map((month) => pointOf(indicator, month, read.figures({ firstMonth: month, lastMonth: month })));
  const days = async () => {
    const all = await loadDays(operation, evaluation, { ...asked, months: period });
    return all.filter(({ day }) => day <= today || period.firstMonth > today).map(({ day, figures }) => pointOf(indicator, day, figures));
  };
  return { current: read.figures(period), previous: read.figures(before), trend: grain === 'month' ? months() : await days() };
}

function pointOf(indicator: IndicatorRecord, bucket: string, figures: Figures): Trend[number] {
  const { value, n, interval } = figures.measured(indicator.code);
  const percentiles = indicator.formula === null ? percentilesOf(indicator, figures.sums(indicator.code), { p50: 0.5, p95: 0.95 }) : null;
  return {
    ...{ bucket, value, n, interval: interval === null ? null : [interval[0], interval[1]] },
    ...{ p50: percentiles?.p50 ?? null, p95: percentiles?.p95 ?? null },
    target: figures.limits(indicator).target,
  };
}
