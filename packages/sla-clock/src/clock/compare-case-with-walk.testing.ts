/** Random cases under random agreements and calendars: what the clock says beside what the case walk says. */
import { compileCalendar, type Calendar, type CompiledCalendar, type Interval } from '../calendar/index.ts';
import { minuteTable, workingMinutes } from '../calendar/minute-walk.testing.ts';
import { draws, randomCalendar } from '../calendar/random-calendar.testing.ts';
import { obligedParty, type Agreement, type Policy, type Target } from '../policy/index.ts';
import { walkCase, type WalkedClock } from './case-walk.testing.ts';
import type { ClockEvent } from './clock-event.ts';
import { compileAgreements } from './compile-agreements.ts';
import type { ClockLedger, Ledger, Phase } from './ledger.ts';
import { day, randomEvents, randomPolicies } from './random-case.testing.ts';
import { runClock } from './run-clock.ts';

/** Five weeks around the change to daylight saving of most zones, and room before and after. */
export const time: Interval = { from: Date.UTC(2026, 1, 1) / 1000, to: Date.UTC(2026, 5, 1) / 1000 };
export const life: Interval = { from: Date.UTC(2026, 2, 10) / 1000, to: Date.UTC(2026, 3, 14) / 1000 };
export const range = { from: '2026-02-01', to: '2026-06-01' };
const tables = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca'].map((zone) =>
  minuteTable(zone, time),
);
const agreements: readonly Agreement[] = [
  { kind: 'sla' },
  { kind: 'ola', team: 'second-line' },
  { kind: 'supplier-contract', supplier: 'carrier' },
];

export interface World {
  readonly calendar: Calendar;
  readonly compiled: CompiledCalendar;
  readonly policies: readonly Policy[];
  readonly agreement: Agreement;
  readonly events: readonly ClockEvent[];
  readonly now: number;
  readonly zone: number;
}

/** A calendar, an agreement and a case of it, all from one seed. */
export function world(seed: number): World {
  const draw = draws(seed);
  const zone = Math.floor(draw() * tables.length);
  const calendar = { ...randomCalendar(draw, tables[zone]!.zone, time), id: 'random' };
  const agreement = agreements[Math.floor(draw() * agreements.length)]!;
  const policies = randomPolicies(draw, 'random', agreement);
  const events = randomEvents(draw, life);
  const now = events[events.length - 1]!.at + 60 * Math.floor((draw() * 10 * day) / 60);
  return { calendar, compiled: compileCalendar(calendar, range), policies, agreement, events, now, zone };
}

/** The ledger of the case of a world. */
export const runWorld = ({ policies, compiled, events, now }: Pick<World, 'policies' | 'compiled' | 'events' | 'now'>): Ledger =>
  runClock(compileAgreements(policies, [compiled]), events, now);

/** The resolution clock of the world of a seed, in the words of the walk, and what the walk says; null: there is no clock. */
export function compareCaseWithWalk(seed: number): { readonly clock: WalkedClock | null; readonly walked: WalkedClock | null } {
  const some = world(seed);
  const { agreement, policies, events, now, calendar, zone } = some;
  const goals = Object.fromEntries(policies.map(({ scope, targets }) => [scope.priority?.[0], minutesOf(targets[0]!)]));
  const table = tables[zone]!;
  const promise = {
    goals,
    countsFor: obligedParty(agreement),
    knowsHold: ['P3'],
    start: table.start,
    working: workingMinutes(calendar, table),
  };
  const [clock] = runWorld(some).clocks;
  return { clock: clock === undefined ? null : inWordsOfWalk(clock), walked: walkCase(events, now, promise) };
}

const minutesOf = ({ goal }: Target): number => (goal.kind === 'working-time' ? goal.seconds / 60 : 0);

const stateOf = {
  running: 'running',
  paused: 'standing',
  'held-by-others': 'standing',
  excluded: 'standing',
  met: 'stopped',
  missed: 'stopped',
  cancelled: 'withdrawn',
  reset: 'withdrawn',
} as const satisfies Record<Phase, WalkedClock['state']>;

/** What the walk can say of a clock. */
function inWordsOfWalk({ usedSeconds, status, standing, deadline }: ClockLedger): WalkedClock {
  const at = deadline.kind === 'due' && deadline.at < time.to ? deadline.at : null;
  // A promise that was withdrawn after its deadline is judged no more, but the deadline had passed.
  const isBreached = status.kind === 'cancelled' ? at !== null && at < status.at : status.kind === 'overdue' || status.kind === 'missed';
  const state = stateOf[standing.phase];
  return { usedSeconds, state, breachedAt: isBreached ? at : null, due: state === 'running' && !isBreached ? at : null };
}
