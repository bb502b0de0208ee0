import type { Instant, Interval } from '../calendar/calendar.ts';
import { partyKey, type Party } from './clock-event.ts';
import type { ClockLedger, LedgerInterval } from './ledger.ts';

/** What one party had of the time of a clock. All in seconds; the kinds of all parties together are the whole time of the ledger. */
export interface PartyShare {
  readonly party: Party;
  /** working seconds that counted against the goal: what the party burned of it */
  readonly running: number;
  readonly outsideHours: number;
  /** on the wall clock, through open and closed hours, as the four below */
  readonly paused: number;
  readonly heldByOthers: number;
  readonly excluded: number;
  readonly stopped: number;
}

/**
 * How the time of a clock divides by who held the case, in the order in which the parties first held it; of the whole ledger, or of what lies in `within` (for example from the breach on).
 * @example secondsByParty({ intervals: [] }) // []
 */
export function secondsByParty({ intervals }: Pick<ClockLedger, 'intervals'>, within?: Interval): PartyShare[] {
  const shares = new Map<string, PartyShare>();
  for (const interval of intervals) {
    const seconds = secondsWithin(interval, within);
    if (seconds === 0) continue;
    const key = partyKey(interval.party);
    const share = shares.get(key) ?? {
      party: interval.party,
      running: 0,
      outsideHours: 0,
      paused: 0,
      heldByOthers: 0,
      excluded: 0,
      stopped: 0,
    };
    shares.set(key, { ...share, [fieldOf[interval.kind]]: share[fieldOf[interval.kind]] + seconds });
  }
  return [...shares.values()];
}

/** Who had a breached clock until its deadline passed, and who had it after. */
export interface BreachAttribution {
  readonly breachedAt: Instant;
  readonly until: readonly PartyShare[];
  readonly after: readonly PartyShare[];
}

/**
 * The minutes of a breach by party: how the goal was used up, and how long the case went on late. Null when the clock has not been breached.
 * @example attributeBreach({ intervals: [], deadline: { kind: 'due', at: 60 }, status: { kind: 'running' } }) // null
 */
export function attributeBreach({
  intervals,
  deadline,
  status,
}: Pick<ClockLedger, 'intervals' | 'deadline' | 'status'>): BreachAttribution | null {
  if ((status.kind !== 'overdue' && status.kind !== 'missed') || deadline.kind !== 'due') return null;
  const until = secondsByParty({ intervals }, { from: -Infinity, to: deadline.at });
  const after = secondsByParty({ intervals }, { from: deadline.at, to: Infinity });
  return { breachedAt: status.breachedAt, until, after };
}

const fieldOf = {
  running: 'running',
  'outside-hours': 'outsideHours',
  paused: 'paused',
  'held-by-others': 'heldByOthers',
  excluded: 'excluded',
  stopped: 'stopped',
} as const satisfies Record<LedgerInterval['kind'], Exclude<keyof PartyShare, 'party'>>;

const secondsWithin = ({ from, to }: Interval, within: Interval = { from: -Infinity, to: Infinity }): number =>
  Math.max(0, Math.min(to, within.to) - Math.max(from, within.from));
