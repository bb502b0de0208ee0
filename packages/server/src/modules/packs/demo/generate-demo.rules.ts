import type { PackDemo } from '@zhiheng/contract/packs/pack-file';
import type { IncomingRow } from '../../measurement/index.ts';
import { drawValue, type Conditions, type DrawnIndicator } from './draw-value.rules.ts';
import { randomFrom } from './random.rules.ts';
import { spreadTimes, type WorkingMonth } from './working-time.rules.ts';

type Subject = PackDemo['subjects'][number];
type Series = PackDemo['series'][number];

export interface DemoPlan {
  readonly pack: string;
  readonly demo: PackDemo;
  readonly indicators: ReadonlyMap<string, DrawnIndicator>;
  /** oldest first; the last one is the current month */
  readonly months: readonly WorkingMonth[];
}

/**
 * Demo observations of one month. The same pack draws the same values for the same month in every organisation, whatever else is
 * loaded.
 */
export function generateMonth(plan: DemoPlan, monthIndex: number): IncomingRow[] {
  return plan.demo.series.flatMap((series) =>
    plan.demo.subjects.flatMap((subject, nth) => {
      if (series.services?.includes(subject.service) === false) return [];
      return generateSeries(plan, { series, subject, nth, monthIndex });
    }),
  );
}

interface Cell {
  readonly series: Series;
  readonly subject: Subject;
  readonly nth: number;
  readonly monthIndex: number;
}

function generateSeries(plan: DemoPlan, cell: Cell): IncomingRow[] {
  const month = plan.months[cell.monthIndex];
  const indicator = plan.indicators.get(cell.series.indicator);
  if (month === undefined || indicator === undefined || month.days.length === 0) return [];
  const { service, team, site, segment, volume } = cell.subject;
  const wanted = cell.series.per_month * volume * month.passed;
  const count = Math.max(1, Math.round(wanted));
  const name = `${plan.pack}:${cell.series.indicator}:${cell.nth}`;
  // By the month's distance, not by its name: what the demo shows does not change with the calendar.
  const random = randomFrom(`zhiheng demo ${name}:${cell.monthIndex}`);
  const conditions = conditionsOf(plan, cell, wanted / count);
  return spreadTimes(random, month, count).map((at, index) => ({
    ...drawValue({ random, distribution: cell.series.distribution, indicator, conditions }),
    ...{ line: null, key: `${name}:${month.month}:${index}`, indicator: cell.series.indicator, at: new Date(at), raw: {} },
    ...{ service, team, site, segment },
  }));
}

/** Quality holds all the time, the trend turns around the middle of the twelve months, the problem struck lately. */
function conditionsOf({ demo, months }: DemoPlan, { series, subject, monthIndex }: Cell, amount: number): Conditions {
  const badness = (1 - subject.quality) * (1 - series.trend) ** (monthIndex - 6);
  const current = months.length - 1;
  const struck = monthIndex >= current - demo.problem.last_months && isWhere(subject, demo.problem.where);
  return { badness, problem: struck ? (series.problem_factor ?? 1) : 1, amount };
}

const parts = ['service', 'team', 'site', 'segment'] as const;
const isWhere = (subject: Subject, where: PackDemo['problem']['where']): boolean =>
  parts.every((part) => where[part] === undefined || where[part] === subject[part]);
