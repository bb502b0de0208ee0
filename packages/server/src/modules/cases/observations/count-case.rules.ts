import type { CountedFrom } from '@zhiheng/contract/measurement/counted-from';
import type { ClockEvent } from '@zhiheng/sla-clock/clock';
import { toStored, type IndicatorRecord } from '../../measurement/index.ts';
import { storyOf, type CaseStory } from './case-story.rules.ts';

/** A promise to the customer as its clock stands; instants in seconds. */
export interface PromiseFact {
  readonly target: string;
  readonly cycle: number;
  readonly state: string;
  readonly used: number;
  readonly ended: number | null;
  readonly breached: number | null;
}

/** What is counted of a case; the row as it stands and what happened. */
export interface CaseFacts {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly priority: string;
  readonly status: string;
  /** of which solution, counted from 1 */
  readonly ratings: readonly { readonly resolution: number; readonly value: number }[];
  readonly service: string | null;
  readonly team: string | null;
  readonly site: string | null;
  readonly segment: string | null;
  readonly events: readonly ClockEvent[];
  readonly promises: readonly PromiseFact[];
}

export interface CountedFact {
  /** seconds */
  readonly at: number;
  /** in stored units */
  readonly value: number;
  readonly n: number;
}

/** An indicator whose observations the house counts itself. */
export type CountingIndicator = IndicatorRecord & { readonly countedFrom: CountedFrom };
export const isCounting = (indicator: IndicatorRecord): indicator is CountingIndicator => indicator.countedFrom !== null;

const notCounted: ReadonlySet<string> = new Set(['cancelled', 'merged']);

/** What a case says of an indicator: nothing while it is not known, or while the case is withdrawn. It depends on the case as it stands and on nothing that was counted before. */
export function countCase(indicator: CountingIndicator, facts: CaseFacts): CountedFact[] {
  const { countedFrom: source } = indicator;
  if (notCounted.has(facts.status) || facts.events.length === 0 || !isLetThrough(source, facts)) return [];
  const story = storyOf(facts.events);
  if (source.quantity === 'attainment') return attainment(facts.promises.filter(isAskedBy(source)));
  return [...(timeOf(source, facts, story) ?? []), ...(verdictOf(indicator, facts, story) ?? [])];
}

export const isLetThrough = ({ types, priorities }: CountedFrom, { type, priority }: { type: string; priority: string }): boolean =>
  (types === undefined || (types as readonly string[]).includes(type)) &&
  (priorities === undefined || (priorities as readonly string[]).includes(priority));

const isAskedBy =
  ({ targets }: CountedFrom) =>
  ({ target }: PromiseFact): boolean =>
    targets === undefined || (targets as readonly string[]).includes(target);

const one = (at: number | null | undefined, value: number): CountedFact[] => (at === null || at === undefined ? [] : [{ at, value, n: 1 }]);

/** Lengths of time, in seconds as durations are stored. Null when something else is counted. */
function timeOf(source: CountedFrom, { promises }: CaseFacts, story: CaseStory): CountedFact[] | null {
  const solvedAt = story.isResolved ? story.resolvedAt.at(-1) : undefined;
  switch (source.quantity) {
    case 'response-time':
      return one(story.answeredAt, (story.answeredAt ?? 0) - story.openedAt);
    case 'resolution-time':
      return one(solvedAt, (solvedAt ?? 0) - story.openedAt);
    case 'working-response-time':
      return workingTime(promises, 'first-response');
    case 'working-resolution-time':
      return workingTime(promises, 'resolution');
    case 'held-by':
      return source.party === undefined ? [] : one(solvedAt, story.held[source.party]);
    default:
      return null;
  }
}

/** As the promise counted it; of several cycles the last one that ended. */
function workingTime(promises: readonly PromiseFact[], target: string): CountedFact[] {
  const ended = promises.filter((promise) => promise.target === target && (promise.state === 'met' || promise.state === 'missed'));
  const last = ended.sort((a, b) => a.cycle - b.cycle).at(-1);
  return one(last?.ended, last?.used ?? 0);
}

function verdictOf(indicator: CountingIndicator, { ratings, promises }: CaseFacts, story: CaseStory): CountedFact[] | null {
  const [first] = story.resolvedAt;
  const last = story.resolvedAt.at(-1);
  switch (indicator.countedFrom.quantity) {
    case 'reopened':
      return one(first, Number(story.resolvedAt.length > 1 || !story.isResolved));
    case 'first-contact':
      return one(first, Number(story.atFirstContact));
    case 'rating':
      return ratingsOf(indicator, ratings, story);
    case 'promises-kept':
      return allKept(promises.filter(isAskedBy(indicator.countedFrom)), story.isResolved ? last : undefined);
    default:
      return null;
  }
}

/** Of five. */
const satisfied = 4;

/** Each solution that was rated, at its moment. */
function ratingsOf(indicator: CountingIndicator, ratings: CaseFacts['ratings'], { resolvedAt }: CaseStory): CountedFact[] {
  const byMoment = new Map<number, CountedFact>();
  for (const { resolution, value } of ratings) {
    const at = resolvedAt[Math.min(resolution, resolvedAt.length) - 1];
    const stored = indicator.measure === 'share' ? Number(value >= satisfied) : toStored(indicator, value);
    if (at !== undefined) byMoment.set(at, { at, value: stored, n: 1 });
  }
  return [...byMoment.values()];
}

/** Kept when it ended in time, broken from the moment it was late. Promises that were decided in the same second are one observation. */
function attainment(promises: readonly PromiseFact[]): CountedFact[] {
  const decided = new Map<number, { value: number; n: number }>();
  for (const promise of promises) {
    const at = promise.state === 'met' ? promise.ended : withdrawn.has(promise.state) ? null : promise.breached;
    if (at === null) continue;
    const { value, n } = decided.get(at) ?? { value: 0, n: 0 };
    decided.set(at, { value: value + Number(promise.state === 'met'), n: n + 1 });
  }
  return [...decided].map(([at, counts]) => ({ at, ...counts }));
}

const withdrawn: ReadonlySet<string> = new Set(['cancelled', 'reset']);

function allKept(promises: readonly PromiseFact[], solvedAt: number | undefined): CountedFact[] {
  const decided = promises.filter(({ state, breached }) => state === 'met' || (!withdrawn.has(state) && breached !== null));
  return decided.length === 0 ? [] : one(solvedAt, Number(decided.every(({ state }) => state === 'met')));
}
