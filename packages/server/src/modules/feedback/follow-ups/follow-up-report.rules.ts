import { isDetermined } from '@zhiheng/stats/result';
import { welchTest } from '@zhiheng/stats/comparison';
import { meanInterval, wilsonInterval } from '@zhiheng/stats/intervals';
import { momentsOf } from '@zhiheng/stats/moments';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { followUpReport, FollowUpResult } from '@zhiheng/contract/feedback/follow-ups';

type Report = Reply<typeof followUpReport>;

/** What the report looks at of one follow-up; times in seconds from its opening. */
export interface FollowUpFacts {
  readonly result: FollowUpResult | null;
  readonly reachedAfter: number | null;
  readonly closedAfter: number | null;
  readonly dueAfter: number;
  readonly cause: string;
  readonly score: number | null;
  readonly scoreMax: number | null;
  readonly secondScore: number | null;
  /** what the same customer answered to the same survey afterwards, on the scale of the first score */
  readonly laterScore: number | null;
}

const mostCauses = 10;

/** How well the loop is closed. Rates are of follow-ups that are over, since the others may still go either way. */
export function reportOf(facts: readonly FollowUpFacts[]): Report {
  const over = facts.filter(({ result }) => result !== null);
  const count = (of: readonly FollowUpFacts[], holds: (one: FollowUpFacts) => boolean) => rateOf(of.filter(holds).length, of.length);
  const times = facts.flatMap(({ reachedAfter }) => reachedAfter ?? []).sort((a, b) => a - b);
  return {
    opened: facts.length,
    closed: over.length,
    reached: count(over, ({ result }) => result !== 'unreachable'),
    recovered: count(over, ({ result }) => result === 'recovered'),
    inTime: count(over, ({ reachedAfter, closedAfter, dueAfter }) => (reachedAfter ?? closedAfter ?? Infinity) <= dueAfter),
    contact: { n: times.length, median: quantileOf(times, 0.5), ninth: quantileOf(times, 0.9) },
    change: meanOf(over.flatMap((one) => changeOf(one, one.secondScore) ?? [])),
    compared: compare(over),
    causes: causesOf(over),
  };
}

const pair = (interval: readonly [number, number] | null): [number, number] | null =>
  interval === null ? null : [interval[0], interval[1]];

const rateOf = (yes: number, n: number) => ({ yes, n, interval: pair(wilsonInterval(yes, n)) });

/** Of ordered values the smallest with at least that share at or below it. */
const quantileOf = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;

/** As a part of the scale, so that scores of different scales add up. */
function changeOf({ score, scoreMax }: FollowUpFacts, after: number | null): number | null {
  if (score === null || after === null || scoreMax === null || scoreMax <= 0) return null;
  return (after - score) / scoreMax;
}

function meanOf(values: readonly number[]) {
  const moments = momentsOf(values);
  return { n: values.length, mean: values.length === 0 ? null : moments.sum / moments.n, interval: pair(meanInterval(moments)) };
}

/** Second scores are asked of those who were reached only; whether the call helped, later answers of both sides tell. */
function compare(over: readonly FollowUpFacts[]): Report['compared'] {
  const of = (reached: boolean) =>
    over.filter(({ result }) => (result !== 'unreachable') === reached).flatMap((one) => changeOf(one, one.laterScore) ?? []);
  const [reached, notReached] = [of(true), of(false)];
  const test = welchTest(reached, notReached);
  const difference = isDetermined(test)
    ? { estimate: test.difference, interval: [test.interval[0], test.interval[1]] as [number, number], p: test.p }
    : null;
  return { reached: meanOf(reached), notReached: meanOf(notReached), difference };
}

function causesOf(over: readonly FollowUpFacts[]): Report['causes'] {
  const counts = new Map<string, number>();
  for (const { cause } of over) if (cause !== '') counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts]
    .map(([cause, n]) => ({ cause, n }))
    .sort((a, b) => b.n - a.n || a.cause.localeCompare(b.cause, 'zh'))
    .slice(0, mostCauses);
}
