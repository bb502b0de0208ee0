import type { Instant } from '../calendar/calendar.ts';
import type { FieldValue, Occurrence } from '../policy/condition.ts';
import type { CaseFacts } from '../policy/holds.ts';
import {
  partyKey,
  type CaseFields,
  type CaseOpened,
  type CaseMerged,
  type CaseSaved,
  type ClockEvent,
  type Party,
  type TimeExcluded,
} from './clock-event.ts';

/** The case right after a save, or at a moment when something changes by itself: an exclusion begins or ends, a policy version takes effect. */
export interface TimelinePoint {
  readonly at: Instant;
  readonly kind: 'save' | 'boundary';
  readonly party: Party;
  readonly facts: CaseFacts;
  readonly merged: boolean;
  /** the exclusion in which the stretch after this point lies; of several the one entered first */
  readonly exclusion: TimeExcluded | null;
}

/** What is known of a case at a moment, in order. */
export interface CaseTimeline {
  readonly openedAt: Instant;
  readonly points: readonly TimelinePoint[];
  /** also those that lie ahead */
  readonly exclusions: readonly TimeExcluded[];
}

/**
 * Lays out the events of a case that were recorded up to `now`. `boundaries` are further instants at which somebody wants to look, such as the effective date of a policy.
 * @throws RangeError when the events do not begin with the opening, go back in time, or exclude time backwards
 * @example
 * const opened = { kind: 'opened', at: 0, status: 'new', party: { kind: 'customer' }, fields: {} };
 * caseTimeline([opened], { now: 60, boundaries: [30] }).points.map(({ at, kind }) => [at, kind]) // [[0, 'save'], [30, 'boundary']]
 */
export function caseTimeline(
  events: readonly ClockEvent[],
  { now, boundaries }: { readonly now: Instant; readonly boundaries: readonly Instant[] },
): CaseTimeline {
  requireInstant(now);
  const opening = requireOrder(events);
  const known = events.filter(({ at }) => at <= now);
  const exclusions = known.filter((event) => event.kind === 'excluded');
  const saves = known.filter((event) => event.kind !== 'excluded');
  const instants = new Set([...boundaries, ...exclusions.flatMap(({ from, to }) => [from, to])]);
  const moments = [...instants].filter((at) => at > opening.at && at <= now).map((at): Moment => ({ at, save: null }));
  // The sort is stable: a boundary comes before the saves of its second.
  const inOrder = [...moments, ...saves.map((save): Moment => ({ at: save.at, save }))].sort((a, b) => a.at - b.at);
  return { openedAt: opening.at, points: pointsOf(inOrder, exclusions), exclusions };
}

type Save = CaseOpened | CaseSaved | CaseMerged;

interface Moment {
  readonly at: Instant;
  readonly save: Save | null;
}

interface CaseState {
  readonly status: string;
  readonly party: Party;
  readonly fields: CaseFields;
  readonly answered: boolean;
  readonly merged: boolean;
}

function pointsOf(moments: readonly Moment[], exclusions: readonly TimeExcluded[]): TimelinePoint[] {
  const points: TimelinePoint[] = [];
  let state: CaseState | null = null;
  for (const { at, save } of moments) {
    const before: CaseState | null = state;
    state = save === null ? before : stateAfter(before, save);
    if (state === null) continue;
    const { party, merged } = state;
    const facts = factsOf(state, { before, save });
    const exclusion = exclusions.find(({ from, to }) => from <= at && at < to) ?? null;
    points.push({ at, kind: save === null ? 'boundary' : 'save', party, merged, facts, exclusion });
  }
  return points;
}

function stateAfter(before: CaseState | null, save: Save): CaseState {
  if (save.kind === 'opened') {
    const { status, party, fields } = save;
    return { status, party, fields, answered: occurrencesOf(save).has('team-reply'), merged: false };
  }
  if (before === null) throw new RangeError('a case begins with its opening');
  if (save.kind === 'merged') return { ...before, merged: true };
  const { status = before.status, party = before.party, fields = {} } = save;
  const answered = before.answered || occurrencesOf(save).has('team-reply');
  return { ...before, status, party, fields: { ...before.fields, ...fields }, answered };
}

function occurrencesOf(save: Save): ReadonlySet<Occurrence> {
  const occurrences = new Set<Occurrence>();
  if (save.kind === 'merged') return occurrences;
  if (save.kind === 'opened') occurrences.add('opened');
  else if (save.replyNotNeeded) occurrences.add('reply-not-needed');
  const { message } = save;
  if (message === undefined || message.automatic) return occurrences;
  if (message.from !== 'customer') return message.visibleToCustomer ? occurrences.add('team-reply') : occurrences;
  return message.asksForReply === false ? occurrences : occurrences.add('customer-message');
}

function factsOf(state: CaseState, { before, save }: { readonly before: CaseState | null; readonly save: Save | null }): CaseFacts {
  const changed = new Set<string>();
  if (before !== null && save?.kind === 'saved') {
    const names = ['status', 'party', ...Object.keys(save.fields ?? {})];
    for (const name of names) if (fieldValue(before, name) !== fieldValue(state, name)) changed.add(name);
  }
  return { fieldValue: (field) => fieldValue(state, field), occurrences: save === null ? new Set() : occurrencesOf(save), changed };
}

function fieldValue(state: CaseState, field: string): FieldValue {
  switch (field) {
    case 'status':
      return state.status;
    case 'party':
      return partyKey(state.party);
    case 'held-by':
      return state.party.kind;
    case 'answered':
      return state.answered;
    default:
      return state.fields[field] ?? null;
  }
}

function requireOrder(events: readonly ClockEvent[]): CaseOpened {
  const [opening, ...others] = events;
  if (opening?.kind !== 'opened') throw new RangeError('the first event of a case is its opening');
  requireInstant(opening.at);
  let last = opening.at;
  for (const event of others) {
    if (event.kind === 'opened') throw new RangeError(`a case is opened once, not again at ${event.at}`);
    requireInstant(event.at);
    if (event.at < last) throw new RangeError(`the events go back in time, from ${last} to ${event.at}`);
    if (event.kind === 'excluded' && !(event.from < event.to))
      throw new RangeError(`an exclusion ends at ${event.to}, not after it starts at ${event.from}`);
    last = event.at;
  }
  return opening;
}

/**
 * Refuses what is no instant.
 * @throws RangeError for anything but a whole number of seconds
 * @example requireInstant(0.5) // throws RangeError
 */
export function requireInstant(at: Instant): void {
  if (!Number.isSafeInteger(at)) throw new RangeError(`an instant is a whole number of seconds since 1970, not ${at}`);
}
