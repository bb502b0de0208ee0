import type { Instant } from '../calendar/calendar.ts';
import type { Party } from '../clock/clock-event.ts';
import type { ClockLedger, Ledger, LedgerInterval } from '../clock/ledger.ts';
import type { TargetKind } from '../policy/policy.ts';
import { durationWords } from './duration-words.ts';
import { localTime, type Language } from './local-time.ts';
import type { Vocabulary } from './vocabulary.ts';
import { en } from './words-en.ts';
import { zh } from './words-zh.ts';

/** One step of an explanation. `interval`: the index of the interval it tells of. */
export type ExplanationStep =
  | { readonly kind: 'policy' | 'goal' | 'takeover' | 'start' | 'deadline' | 'status'; readonly text: string }
  | { readonly kind: 'interval'; readonly interval: number; readonly text: string };

/** Why one clock says what it says, from the agreement to the deadline. */
export interface ClockExplanation {
  readonly target: TargetKind;
  readonly cycle: number;
  readonly title: string;
  readonly steps: readonly ExplanationStep[];
}

/** What an explanation calls a party; the party's id when absent. */
export type PartyNames = (party: Party) => string;

/**
 * Explains every clock of a ledger in words that a customer can follow: the agreement and why it counts, the goal, each interval with what it added, the deadline and where the clock stands.
 * @example explain({ openedAt: 0, now: 0, clocks: [] }, 'zh') // []
 */
export const explain = (ledger: Ledger, language: Language, names?: PartyNames): ClockExplanation[] =>
  ledger.clocks.map((clock) => explainClock(clock, language, names));

/**
 * Explains one clock in the same way.
 * @throws RangeError for a zone that is none
 * @example
 * const promise = { target: 'resolution', cycle: 1, goal: { kind: 'working-time', seconds: 3600 }, goalSeconds: 3600, startedAt: 0 };
 * const rules = { policy: { name: { en: 'Gold' }, version: 1 }, because: { matched: [], beaten: [] }, calendar: { id: 'office', version: 1, zone: 'UTC' } };
 * const course = { takeovers: [], intervals: [], deadline: { kind: 'due', at: 3600 }, usedSeconds: 0, status: { kind: 'running' } };
 * explainClock({ ...promise, ...rules, ...course }, 'en').steps.at(-2).text // 'Due on Thu 1970-01-01 01:00.'
 */
export function explainClock(clock: ClockLedger, language: Language, names?: PartyNames): ClockExplanation {
  const words = { zh, en }[language];
  const speech: Speech = {
    words,
    time: (at) => localTime(at, { zone: clock.calendar.zone, language }),
    length: (seconds) => durationWords(seconds, language),
    party: (party) => (names === undefined ? words.party(party) : names(party)),
    language,
  };
  const steps: ExplanationStep[] = [
    { kind: 'policy', text: words.policy(clock.policy.name[language], clock.policy.version, clock.because.matched) },
    ...clock.because.beaten.map(({ name, version, by }): ExplanationStep => ({
      kind: 'policy',
      text: words.beaten(name[language], version, by),
    })),
    { kind: 'goal', text: goalText(clock, speech) },
    { kind: 'start', text: words.start(speech.time(clock.startedAt), clock.cycle) },
    ...clock.takeovers.map((takeover): ExplanationStep => ({
      kind: 'takeover',
      text: words.takeover(speech.time(takeover.at), `${takeover.to.name[language]}`, takeover.to.version),
    })),
    ...clock.intervals.map((interval, index): ExplanationStep => ({
      kind: 'interval',
      interval: index,
      text: intervalText(interval, speech),
    })),
    { kind: 'deadline', text: deadlineText(clock, speech) },
    { kind: 'status', text: statusText(clock, speech) },
  ];
  return {
    target: clock.target,
    cycle: clock.cycle,
    title: words.targets[clock.target],
    steps: steps.map((each) => ({ ...each, text: words.typeset(each.text) })),
  };
}

interface Speech {
  readonly words: Vocabulary;
  readonly language: Language;
  readonly time: (at: Instant) => string;
  readonly length: (seconds: number) => string;
  readonly party: (party: Party) => string;
}

function goalText({ target, goal, goalSeconds, calendar }: ClockLedger, { words, length }: Speech): string {
  const promise = goal.kind === 'working-time' ? words.workingTime(length(goal.seconds)) : words.businessDayEnd(goal.days);
  const inSeconds = goal.kind === 'business-day-end' && goalSeconds !== null ? words.thatIs(length(goalSeconds)) : '';
  return words.goal(words.targets[target], `${promise}${inSeconds}`, words.calendar(calendar.id, calendar.version, calendar.zone));
}

function intervalText(interval: LedgerInterval, { words, time, length, party, language }: Speech): string {
  const span = words.span(time(interval.from), time(interval.to));
  const holder = party(interval.party);
  const withheld = length(interval.workingSeconds);
  switch (interval.kind) {
    case 'running':
      return words.running(span, holder, { worked: withheld, used: length(interval.usedBefore + interval.workingSeconds) });
    case 'outside-hours':
      return words.outsideHours(span);
    case 'paused':
      return words.paused(span, interval.name[language], withheld);
    case 'held-by-others':
      return words.heldByOthers(span, holder, withheld);
    case 'excluded':
      return words.excluded(span, interval.reason, { approvedBy: interval.approvedBy, withheld });
    case 'stopped':
      return words.stopped(span);
    default:
      return interval satisfies never;
  }
}

function deadlineText({ deadline, goalSeconds, usedSeconds }: ClockLedger, { words, time, length }: Speech): string {
  const left = length(Math.max(0, (goalSeconds ?? 0) - usedSeconds));
  switch (deadline.kind) {
    case 'due':
      return words.due(time(deadline.at));
    case 'held':
      return deadline.ifResumedNow === null ? words.held(left) : words.heldUntil(left, time(deadline.ifResumedNow));
    case 'never':
      return words.never;
    case 'outside':
      return words.outside;
    default:
      return deadline satisfies never;
  }
}

function statusText({ status, usedSeconds, goalSeconds }: ClockLedger, { words, time, length }: Speech): string {
  const used = words.used(length(usedSeconds), goalSeconds === null ? null : length(goalSeconds));
  switch (status.kind) {
    case 'overdue':
      return `${words.overdue(time(status.breachedAt))}${used}`;
    case 'met':
      return `${words.met(time(status.at))}${used}`;
    case 'missed':
      return `${words.missed(time(status.at), time(status.breachedAt))}${used}`;
    case 'cancelled':
      return words.cancelled(time(status.at), words.cancelReasons[status.because]);
    case 'reset':
      return words.reset(time(status.at));
    default:
      return `${words.stands[status.kind]}${used}`;
  }
}
