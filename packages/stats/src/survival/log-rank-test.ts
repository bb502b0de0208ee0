import { chiSquareUpper } from '../distribution/chi-square.ts';
import { solve } from '../matrix/decompositions.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { lifeTableOf, subjectsIn, type Durations, type LifeTable } from './life-table.ts';

/** Do several groups have the event at the same pace? */
export interface LogRankTest {
  readonly kind: 'log-rank-test';
  readonly n: number;
  /** per group: subjects, events, and events expected if all groups went at the same pace */
  readonly groups: readonly { readonly n: number; readonly observed: number; readonly expected: number }[];
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Log-rank test of several groups. Needs two groups that are not empty; without events that could have met either it is undetermined
 * (`no-events`). Throws RangeError for unequal lengths, durations below 0, NaN and infinities.
 * Source: Mantel (1966), Cancer Chemotherapy Reports 50, 163–170; Peto, Peto (1972), JRSS A 135, 185–207.
 * @example logRankTest([{ times: [1, 2, 3], observed: [true, true, true] }, { times: [4, 5, 6], observed: [true, true, true] }]) // { statistic: 5.05166…, df: 1, groups: [{ observed: 3, expected: 1.15 }, { observed: 3, expected: 4.85 }] }
 */
export function logRankTest(groups: readonly Durations[]): Outcome<LogRankTest> {
  return logRankTestFromTables(groups.map(lifeTableOf));
}

/**
 * Log-rank test from mergeable life tables, one per group.
 * @example logRankTestFromTables([[{ time: 1, events: 1, censored: 0 }], [{ time: 2, events: 1, censored: 0 }]]) // { statistic: 1, df: 1 }
 */
export function logRankTestFromTables(tables: readonly LifeTable[]): Outcome<LogRankTest> {
  const groups = tables.filter((table) => subjectsIn(table) > 0);
  const sizes = groups.map(subjectsIn);
  const n = sizes.reduce((sum, size) => sum + size, 0);
  if (groups.length < 2) return insufficient(n, 2);
  const { observed, expected, covariance } = comparePaces(groups, sizes);
  // The differences sum to 0, so the last group says nothing new.
  const compared = sizes.slice(1).map((_, group) => group);
  const excess = compared.map((group) => observed[group]! - expected[group]!);
  const solved = solve(
    compared.map((i) => compared.map((j) => covariance[i]![j]!)),
    excess,
  );
  if (solved === null) return undetermined(n, 'no-events');
  const statistic = Math.max(
    0,
    excess.reduce((sum, value, i) => sum + value * solved[i]!, 0),
  );
  const df = groups.length - 1;
  return {
    kind: 'log-rank-test',
    n,
    groups: sizes.map((size, group) => ({ n: size, observed: observed[group]!, expected: expected[group]! })),
    statistic,
    df,
    p: chiSquareUpper(statistic, df),
  };
}

interface Paces {
  readonly observed: number[];
  readonly expected: number[];
  /** of observed − expected: hypergeometric, summed over the event times */
  readonly covariance: number[][];
}

function comparePaces(groups: readonly LifeTable[], sizes: readonly number[]): Paces {
  const atRisk = [...sizes];
  const observed = sizes.map(() => 0);
  const expected = sizes.map(() => 0);
  const covariance = sizes.map(() => sizes.map(() => 0));
  for (const rows of byTime(groups)) {
    const all = atRisk.reduce((sum, count) => sum + count, 0);
    const events = rows.reduce((sum, { events: own }) => sum + own, 0);
    const shares = atRisk.map((count) => count / all);
    const spread = all > 1 ? (events * (all - events)) / (all - 1) : 0;
    for (const [i, share] of shares.entries()) {
      expected[i]! += events * share;
      for (const [j, other] of shares.entries()) covariance[i]![j]! += spread * share * ((i === j ? 1 : 0) - other);
    }
    for (const row of rows) {
      observed[row.group]! += row.events;
      atRisk[row.group]! -= row.events + row.censored;
    }
  }
  return { observed, expected, covariance };
}

interface GroupRow {
  readonly group: number;
  readonly time: number;
  readonly events: number;
  readonly censored: number;
}

/** The rows of all groups, those of the same time together, times ascending. */
function byTime(groups: readonly LifeTable[]): GroupRow[][] {
  const rows = groups.flatMap((table, group) => table.map((row) => ({ ...row, group }))).sort((a, b) => a.time - b.time);
  const times: GroupRow[][] = [];
  for (const row of rows) {
    const last = times.at(-1);
    if (last !== undefined && last[0]!.time === row.time) last.push(row);
    else times.push([row]);
  }
  return times;
}
