import type { Instant } from '../calendar/calendar.ts';
import type { Pause } from '../policy/policy.ts';
import type { Party, TimeExcluded } from './clock-event.ts';
import { excluded, stopped, type CycleEnd, type MachineListener, type Standing } from './clock-machine.ts';

/** A stretch in which a clock stood in one way and one party held the case. */
export interface Span {
  readonly from: Instant;
  to: Instant;
  readonly standing: Standing;
  readonly party: Party;
  readonly pause: Pause | null;
  readonly exclusion: TimeExcluded | null;
}

/** One cycle as it went, before anything is counted. */
export interface RecordedCycle {
  readonly startedAt: Instant;
  /** in order, touching, none empty */
  readonly spans: Span[];
  /** how the clock stands, or stood last; it may have lasted no time */
  last: Span;
  end: { readonly kind: CycleEnd; readonly at: Instant } | null;
  /** the last save that found the cycle active, or the end */
  asOf: Instant;
  /** numbers of the first and of the last save that found the cycle active */
  readonly firstPoint: number;
  lastPoint: number;
}

/** What the recorder sees of the case while the machine reads a save. It is set before each. */
export interface Surroundings {
  readonly point: number;
  readonly party: Party;
  readonly pauses: readonly Pause[];
  readonly exclusion: TimeExcluded | null;
}

/**
 * Writes down the cycles of a target while a machine reads the saves.
 * @example
 * const recorder = new CycleRecorder();
 * recorder.began(0);
 * recorder.ended(60, 'stopped');
 * recorder.finish(90).map(({ spans, end }) => [spans.length, end.at]) // [[1, 60]]
 */
export class CycleRecorder implements MachineListener {
  readonly cycles: RecordedCycle[] = [];
  surroundings: Surroundings = { point: 0, party: { kind: 'customer' }, pauses: [], exclusion: null };
  #current: RecordedCycle | null = null;

  began(at: Instant): void {
    const { point } = this.surroundings;
    const last = this.#span(at, 0);
    this.#current = { startedAt: at, spans: [], last, end: null, asOf: at, firstPoint: point, lastPoint: point };
    this.cycles.push(this.#current);
  }

  stands(at: Instant, standing: Standing): void {
    const cycle = this.#current;
    if (cycle === null) return;
    cycle.lastPoint = this.surroundings.point;
    cycle.asOf = at;
    const next = this.#span(at, standing);
    if (isSame(cycle.last, next)) return;
    close(cycle, at);
    const before = cycle.spans.at(-1);
    // A stretch that lasted no time leaves no trace: what was before it goes on.
    if (before !== undefined && before.to === at && isSame(before, next)) cycle.last = cycle.spans.pop() ?? next;
    else cycle.last = next;
  }

  ended(at: Instant, kind: CycleEnd): void {
    const cycle = this.#current;
    if (cycle === null) return;
    close(cycle, at);
    cycle.lastPoint = this.surroundings.point;
    cycle.asOf = at;
    cycle.end = { kind, at };
  }

  wentOn(): void {
    const cycle = this.#current;
    if (cycle === null || cycle.end === null) return;
    cycle.last = { ...cycle.last, from: cycle.end.at, to: cycle.end.at, standing: stopped, pause: null, exclusion: null };
    cycle.end = null;
  }

  voided(): void {
    const cycle = this.#current;
    if (cycle?.end?.kind === 'stopped') cycle.end = { kind: 'reset', at: cycle.end.at };
  }

  /** Closes what is still open at the moment of the question. */
  finish(now: Instant): readonly RecordedCycle[] {
    if (this.#current !== null && this.#current.end === null) close(this.#current, now);
    return this.cycles;
  }

  #span(at: Instant, standing: Standing): Span {
    const { party, pauses, exclusion } = this.surroundings;
    return { from: at, to: at, standing, party, pause: pauses[standing - 1] ?? null, exclusion: standing === excluded ? exclusion : null };
  }
}

function close(cycle: RecordedCycle, at: Instant): void {
  cycle.last.to = at;
  if (cycle.last.to > cycle.last.from) cycle.spans.push(cycle.last);
}

const isSame = (a: Span, b: Span): boolean =>
  a.standing === b.standing && a.pause?.reason === b.pause?.reason && a.exclusion === b.exclusion && isSameParty(a.party, b.party);

const isSameParty = (a: Party, b: Party): boolean =>
  a === b || (a.kind === b.kind && (a.kind === 'customer' || b.kind === 'customer' || a.id === b.id));
