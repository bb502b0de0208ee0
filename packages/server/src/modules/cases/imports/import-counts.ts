import type { z } from 'zod';
import type { caseImportCounts, resolutionComparison } from '@zhiheng/contract/cases/case-imports';
import type { MappedCase } from './map-case.rules.ts';

export type Counts = z.infer<typeof caseImportCounts>;
export type Comparison = z.infer<typeof resolutionComparison>;

export const emptyCounts: Counts = { rows: 0, cases: 0, created: 0, updated: 0, unchanged: 0, kept: 0, refused: 0, events: 0, entries: 0 };

export const addCounts = (a: Counts, b: Counts): Counts => ({
  rows: a.rows + b.rows,
  cases: a.cases + b.cases,
  created: a.created + b.created,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  kept: a.kept + b.kept,
  refused: a.refused + b.refused,
  events: a.events + b.events,
  entries: a.entries + b.entries,
});

const nothing: Comparison = { both: 0, equal: 0, historyOnly: 0, columnOnly: 0, historySeconds: 0, columnSeconds: 0 };

/** Compares what history and column say of more cases; null while no case has both to say. */
export function addComparison(before: Comparison | null, cases: readonly MappedCase[]): Comparison | null {
  const sums = { ...(before ?? nothing) };
  let found = before !== null;
  for (const { solved, row, findings } of cases) {
    if (solved === null) continue;
    found = true;
    const { history, column } = solved;
    if (history !== null && column !== null) {
      sums.both += 1;
      if (!findings.some(({ code }) => code === 'resolution_differs')) sums.equal += 1;
      sums.historySeconds += history - row.opened_at;
      sums.columnSeconds += column - row.opened_at;
    } else if (history !== null) sums.historyOnly += 1;
    else if (column !== null) sums.columnOnly += 1;
  }
  return found ? sums : null;
}
