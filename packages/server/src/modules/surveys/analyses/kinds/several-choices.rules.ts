import { chiSquareTest } from '@zhiheng/stats/comparison';
import type { Axis } from '../axis.rules.ts';
import { hiddenOf, placesOf, type Counted, type Found, type Untested } from './cross-table.rules.ts';

/**
 * Groups of people against what they chose, of which each may have chosen several: shares are of people, and every option is tested alone, those who chose it
 * against those who chose others. One test over all cells would count people more than once.
 */
export function severalTable({ layer, rows, minimum }: Counted, rowAxis: Axis, columnAxis: Axis): Found {
  const people = rowAxis.levels.map(() => 0);
  const counts = rowAxis.levels.map(() => columnAxis.levels.map(() => 0));
  for (const row of rows) {
    const [level, chosen] = [rowAxis.levelOf(row), columnAxis.chosenBy?.(row) ?? null];
    const own = counts[level];
    if (own === undefined || chosen === null) continue;
    people[level] = (people[level] ?? 0) + 1;
    for (const option of new Set(chosen)) own[option] = (own[option] ?? 0) + 1;
  }
  const shown = placesOf(people, minimum);
  const hidden = hiddenOf(rowAxis, shown.few, people);
  if (shown.enough.length === 0) return { table: null, hidden };
  const cells = shown.enough.map((i) => counts[i] ?? []);
  const ownPeople = shown.enough.map((i) => people[i] ?? 0);
  const table = {
    ...{ layer, row: rowAxis.named, column: columnAxis.named, cells, test: null },
    n: ownPeople.reduce((sum, count) => sum + count, 0),
    rows: shown.enough.flatMap((i) => rowAxis.levels.slice(i, i + 1)),
    columns: [...columnAxis.levels],
    several: { people: ownPeople, tests: columnAxis.levels.map((_, option) => testOf(cells, ownPeople, option)) },
  };
  return { table, hidden };
}

function testOf(
  cells: readonly (readonly number[])[],
  people: readonly number[],
  option: number,
): NonNullable<Untested['several']>['tests'][number] {
  const found = chiSquareTest(cells.map((row, i) => [row[option] ?? 0, (people[i] ?? 0) - (row[option] ?? 0)]));
  if (found.kind !== 'chi-square-test') return null;
  const { statistic, df, p, cramersV, smallestExpected, adjustedResiduals } = found;
  return { statistic, df, p, cramersV, smallestExpected, residuals: adjustedResiduals.map(([chosen = 0]) => chosen) };
}
