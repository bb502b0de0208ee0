import type { CountedObservation } from '../../measurement/index.ts';
import { isLetThrough, type CountingIndicator } from './count-case.rules.ts';
import type { DayCount } from './read-days.ts';

const ofDays: ReadonlySet<string> = new Set([
  'opened',
  'backlog',
  'backlog-age',
  'answered-in-time',
  'settled-in-time',
  'repeated',
  'followed-up',
]);
export const isOfDays = ({ countedFrom }: CountingIndicator): boolean => ofDays.has(countedFrom.quantity);

/** A unit without a backlog says 0 for so many days after its last one: means are not those of bad days only. */
export const emptyFor = 30;

export interface Day {
  readonly day: string;
  /** the first instant after it, in epoch milliseconds */
  readonly ends: number;
}
export interface CountedDay extends Day {
  /** there were cases by then */
  readonly inUse: boolean;
}

interface Sum extends Day {
  readonly subject: CountedObservation['subject'];
  n: number;
  value: number;
}

/** Observations of days, one per subject and day, at its last second. `days` are in order; counts of `emptyFor` days before the first one are read besides. */
export function countDays(indicator: CountingIndicator, counts: readonly DayCount[], days: readonly CountedDay[]): CountedObservation[] {
  const { quantity } = indicator.countedFrom;
  const isBacklog = quantity === 'backlog' || quantity === 'backlog-age';
  const asked = isBacklog ? 'backlog' : quantity;
  const fitting = counts.filter((count) => count.quantity === asked && isLetThrough(indicator.countedFrom, count));
  const sums = sumUp(fitting, isBacklog);
  const all = quantity === 'backlog' ? withEmptyUnits(sums, days) : quantity === 'opened' ? withQuietDays(sums, days) : sums;
  const first = days[0]?.day ?? '';
  return all
    .filter(({ day }) => day >= first)
    .map((sum) => ({ indicatorId: indicator.id, subject: sum.subject, key: keyOf(sum), at: sum.ends - 1000, ...valueOf(indicator, sum) }));
}

function valueOf({ countedFrom, decimals }: CountingIndicator, { n, value }: Sum): { value: number; n: number } {
  switch (countedFrom.quantity) {
    case 'opened':
      return { value: n, n: 1 };
    case 'backlog':
      return { value: n * 10 ** decimals, n: 1 };
    case 'backlog-age':
      return { value: Math.round(value / n), n };
    default:
      return { value, n };
  }
}

const keyOf = ({ subject }: Pick<Sum, 'subject'>): string =>
  [subject.service, subject.team, subject.site, subject.segment].map((id) => id ?? '').join('/');

/** A backlog belongs to a service and its team. */
function sumUp(counts: readonly DayCount[], isBacklog: boolean): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { day, ends, service, team, site, segment, n, value } of counts) {
    const subject = isBacklog ? { service, team, site: null, segment: null } : { service, team, site, segment };
    const key = `${day} ${keyOf({ subject })}`;
    const sum = sums.get(key) ?? { day, ends, subject, n: 0, value: 0 };
    sums.set(key, { ...sum, n: sum.n + n, value: sum.value + value });
  }
  return [...sums.values()];
}

/** A day on which nothing was opened says so once, for the whole house; not before the desk was in use. */
function withQuietDays(sums: readonly Sum[], days: readonly CountedDay[]): Sum[] {
  const busy = new Set(sums.map(({ day }) => day));
  const house = { service: null, team: null, site: null, segment: null };
  return [
    ...sums,
    ...days.filter(({ day, inUse }) => inUse && !busy.has(day)).map(({ day, ends }) => ({ day, ends, subject: house, n: 0, value: 0 })),
  ];
}

const dayLength = 86_400_000;

function withEmptyUnits(sums: readonly Sum[], days: readonly CountedDay[]): Sum[] {
  const known = new Map<string, Sum[]>();
  for (const sum of sums) known.set(keyOf(sum), [...(known.get(keyOf(sum)) ?? []), sum]);
  const empty = [...known.values()].flatMap((ofUnit) => {
    const full = new Set(ofUnit.map(({ day }) => day));
    const isNear = ({ ends }: Day): boolean => ofUnit.some((sum) => sum.ends < ends && ends - sum.ends < (emptyFor + 0.5) * dayLength);
    const [{ subject }] = ofUnit as [Sum];
    return days.filter((day) => !full.has(day.day) && isNear(day)).map(({ day, ends }) => ({ day, ends, subject, n: 0, value: 0 }));
  });
  return [...sums, ...empty];
}
