/**
 * The second opinion on whole cases: it walks minute by minute over what is known of a case and asks each minute on its own whether it counts. It knows nothing of cycles, spans, conditions or
 * look-ups: what the usual resolution promise means is written down once more, in its own way.
 */
import type { Instant } from '../calendar/calendar.ts';
import { partyKey, type CaseOpened, type CaseSaved, type ClockEvent } from './clock-event.ts';

/** What the walk knows of the agreements: goals in minutes, whose time counts, and which policy knows the hold. */
export interface WalkedPromise {
  readonly goals: Readonly<Record<string, number>>;
  /** as `partyKey` writes it; null: everybody's */
  readonly countsFor: string | null;
  readonly knowsHold: readonly string[];
}

/** Working minutes of the calendar as the minute walk has them. */
export interface WorkingMinutes {
  readonly start: Instant;
  readonly working: Uint8Array;
}

export interface WalkedClock {
  readonly usedSeconds: number;
  readonly state: 'running' | 'standing' | 'stopped' | 'withdrawn';
  /** the first minute that began late; null: none did */
  readonly breachedAt: Instant | null;
  /** when the goal is used up if nothing happens any more; null: it is already, the clock stands, or the table ends before */
  readonly due: Instant | null;
}

interface Known {
  status: string;
  party: string;
  hold: boolean;
  priority: string;
  excluded: boolean;
}

/** Walks over a case up to `now`; null when the promise was never due to anybody. */
export function walkCase(events: readonly ClockEvent[], now: Instant, promise: WalkedPromise & WorkingMinutes): WalkedClock | null {
  if (!events.some((event, index) => event.at <= now && begins(events.slice(0, index + 1), promise))) return null;
  const { priority, state } = finalOf(events, now, promise);
  const goal = promise.goals[priority]! * 60;
  const { used, breachedAt } = walkTo(now, { events, goal, promise });
  const due = state === 'running' && breachedAt === null ? dueAfter(events, { now, left: goal - used, promise }) : null;
  return { usedSeconds: used, state, breachedAt, due };
}

interface Way {
  readonly events: readonly ClockEvent[];
  readonly goal: number;
  readonly promise: WalkedPromise & WorkingMinutes;
}

function walkTo(now: Instant, { events, goal, promise }: Way): { readonly used: number; readonly breachedAt: Instant | null } {
  let [used, state]: [number, WalkedClock['state']] = [0, 'standing'];
  let breachedAt: Instant | null = null;
  const changes = new Set(events.flatMap((event) => (event.kind === 'excluded' ? [event.from, event.to] : [event.at])));
  for (let at = events[0]!.at; at < now; at += 60) {
    // Between these minutes nothing changes: asking every minute anew gives the same and takes long.
    if (changes.has(at)) state = stateAt(events, at, promise);
    if (state !== 'running') continue;
    if (used >= goal) breachedAt ??= at;
    if (isWorking(promise, at)) used += 60;
  }
  return { used, breachedAt };
}

function dueAfter(
  events: readonly ClockEvent[],
  { now, left, promise }: { now: Instant; left: number; promise: WalkedPromise & WorkingMinutes },
): Instant | null {
  const end = promise.start + promise.working.length * 60;
  let rest = left;
  for (let at = now; at < end; at += 60) {
    if (rest === 0) return at;
    // What is known now: saves are over, exclusions may lie ahead.
    if (isWorking(promise, at) && !isExcluded(events, at)) rest -= 60;
  }
  return null;
}

const isWorking = ({ start, working }: WorkingMinutes, at: Instant): boolean => working[(at - start) / 60] === 1;

const isExcluded = (events: readonly ClockEvent[], at: Instant): boolean =>
  events.some((event) => event.kind === 'excluded' && event.from <= at && at < event.to);

/** The case in the minute that begins at an instant. */
function knownAt(events: readonly ClockEvent[], at: Instant): Known {
  const known: Known = { status: '', party: '', hold: false, priority: '', excluded: isExcluded(events, at) };
  for (const event of events) if (event.at <= at && (event.kind === 'opened' || event.kind === 'saved')) learn(known, event);
  return known;
}

function learn(known: Known, { status, party, fields }: CaseOpened | CaseSaved): void {
  if (status !== undefined) known.status = status;
  if (party !== undefined) known.party = partyKey(party);
  if (fields?.hold !== undefined) known.hold = fields.hold === true;
  if (fields?.priority !== undefined) known.priority = String(fields.priority);
}

/** Whether the last of the events finds the promise due to somebody: its own party has the case, which is neither over nor withdrawn; a case may be opened as solved. */
function begins(events: readonly ClockEvent[], { countsFor }: WalkedPromise): boolean {
  const { status, party } = knownAt(events, events[events.length - 1]!.at);
  if (status === 'cancelled' || (countsFor !== null && countsFor !== party)) return false;
  return !solved.includes(status) || events.length === 1;
}

const solved = ['solved', 'closed'];
const waiting = ['pending', 'on-hold'];

function stateAt(events: readonly ClockEvent[], at: Instant, { countsFor, knowsHold }: WalkedPromise): WalkedClock['state'] {
  const { status, party, hold, priority, excluded } = knownAt(events, at);
  if (status === 'cancelled') return 'withdrawn';
  if (solved.includes(status)) return 'stopped';
  const stands = [waiting.includes(status), hold && knowsHold.includes(priority), countsFor !== null && countsFor !== party, excluded];
  return stands.includes(true) ? 'standing' : 'running';
}

interface Final {
  readonly priority: string;
  readonly state: WalkedClock['state'];
}

/** How the case stands at the end, and the priority that counts. A clock that is over stays as it ended, whatever is saved, until it goes on. */
function finalOf(events: readonly ClockEvent[], now: Instant, promise: WalkedPromise): Final {
  let final: Final = { priority: '', state: 'running' };
  for (const [index, event] of events.entries()) {
    if (event.at > now || event.kind === 'excluded') continue;
    const soFar = events.slice(0, index + 1);
    const state = stateAt(soFar, event.at, promise);
    if (!isOver(state) || !isOver(final.state)) final = { priority: knownAt(soFar, event.at).priority, state };
  }
  return isOver(final.state) ? final : { ...final, state: stateAt(events, now, promise) };
}

const isOver = (state: WalkedClock['state']): boolean => state === 'stopped' || state === 'withdrawn';
