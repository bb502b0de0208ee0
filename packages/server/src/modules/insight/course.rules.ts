import type { Board, TrendPoint } from '@zhiheng/contract/insight/board';
import { scoreIndex, scoreTree, type Figures, type ScorecardRecord } from '../evaluation/index.ts';
import type { Watched } from './attention.rules.ts';
import type { Course } from './load-course.ts';
import { worsenedOf, type Comparison } from './worsened.rules.ts';

export function headlineOf({ headline, current, previous, months }: Course): Board['headline'] {
  return headline.flatMap((code) => {
    const figure = current.figure(code, previous);
    return figure === null ? [] : [{ figure, trend: months.map(({ month, figures }) => trendPoint(figures, code, month)) }];
  });
}

function trendPoint(figures: Figures, code: string, bucket: string): TrendPoint {
  const { value, n, interval } = figures.measured(code);
  return { bucket, value, n, interval: interval === null ? null : [interval[0], interval[1]] };
}

export const indexOf = ({ current, previous, months }: Course, card: ScorecardRecord): NonNullable<Board['index']> => ({
  root: scoreTree(card, current, previous),
  target: card.settings.index_target,
  trend: months.map(({ month, figures }) => ({ bucket: month, ...scoreIndex(card.children, figures) })),
});

/** Every indicator of the course with what the attention list asks about it. */
export function watchedOf(course: Course): Watched[] {
  const { codes, headline, current, previous, months } = course;
  const worsened = worsenedOf(codes.flatMap((code) => comparisonOf(course, code) ?? []));
  return codes.flatMap((code) => {
    const figure = current.figure(code, previous);
    if (figure === null) return [];
    const lastSeen = months.findLast(({ figures }) => figures.measured(code).value !== null)?.month ?? null;
    return [{ figure, headline: headline.includes(code), worsened: worsened.has(code), lastSeen }];
  });
}

/** Two figures can be compared when both have an interval and enough observations. */
function comparisonOf({ current, previous }: Course, code: string): Comparison | null {
  const figure = current.figure(code, null);
  const now = estimateOf(current, code);
  const before = estimateOf(previous, code);
  if (figure === null || now === null || before === null) return null;
  return { code, direction: figure.direction, target: figure.target, now, before };
}

function estimateOf(figures: Figures, code: string): Comparison['now'] | null {
  const { value, interval, sufficient } = figures.measured(code);
  return value === null || interval === null || !sufficient ? null : { value, interval };
}
