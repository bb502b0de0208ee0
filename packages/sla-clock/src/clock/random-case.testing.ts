/** Cases drawn at random, and the agreements they live under, for comparing the clock with the case walk and with the replay. Everything happens on whole minutes. */
import type { Instant } from '../calendar/calendar.ts';
import type { Draw } from '../calendar/random-calendar.testing.ts';
import {
  fieldIn,
  statusIn,
  usualTarget,
  type Agreement,
  type EscalationStep,
  type Pause,
  type Policy,
  type StatusMeaning,
  type Target,
} from '../policy/index.ts';
import type { CaseSaved, ClockEvent, Message, Party } from './clock-event.ts';

export const day = 86_400;

export const parties: readonly Party[] = [
  { kind: 'customer' },
  { kind: 'team', id: 'first-line' },
  { kind: 'team', id: 'second-line' },
  { kind: 'supplier', id: 'carrier' },
];
export const statusWords = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed', 'cancelled'] as const;
export const meaning: StatusMeaning = {
  awaitingCustomer: ['pending'],
  awaitingSupplier: ['on-hold'],
  solved: ['solved'],
  closed: ['closed'],
  cancelled: ['cancelled'],
};

const below = (draw: Draw, limit: number): number => Math.floor(draw() * limit);
const oneOf = <T>(draw: Draw, choices: readonly T[]): T => choices[below(draw, choices.length)]!;
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

const name = { zh: '暂停', en: 'pause' };
/** A pause set and lifted by a field of the case, whatever its status. */
export const holdPause: Pause = { reason: 'hold', name, when: fieldIn('hold', true) };
const steps: readonly EscalationStep[] = [
  { id: 'half', name, at: { kind: 'percent', percent: 50 } },
  { id: 'hour before', name, at: { kind: 'offset', seconds: -3600 } },
  { id: 'breach', name, at: { kind: 'percent', percent: 100 } },
  { id: 'day after', name, at: { kind: 'offset', seconds: day / 3 } },
];

const minutesOf = (draw: Draw): number => 1 + below(draw, oneOf(draw, [60, 600, 3000]));

function resolution(draw: Draw, more: Partial<Target> = {}): Target {
  const target = usualTarget('resolution', { kind: 'working-time', seconds: 60 * minutesOf(draw) }, { statuses: meaning, steps });
  return { ...target, pauses: [...target.pauses, holdPause], ...more };
}

/** Two policies by priority in one calendar. The urgent one does not know the hold. */
export function randomPolicies(draw: Draw, calendar: string, agreement: Agreement = { kind: 'sla' }): Policy[] {
  const base = { version: 1, name, agreement, effectiveFrom: 0, adoption: 'new-cases', calendar, closed: ['closed', 'cancelled'] } as const;
  const known = { when: statusIn('pending', 'on-hold'), reason: 'waiting', name };
  return [
    { ...base, id: 'normal', scope: { priority: ['P3'] }, targets: [resolution(draw)] },
    { ...base, id: 'urgent', scope: { priority: ['P1'] }, targets: [resolution(draw, { pauses: [known] })] },
  ];
}

/** Every kind of promise with every kind of reopening, for the replay: nothing of them looks at what changes besides status and party. */
export function randomPromises(draw: Draw, calendar: string): Policy {
  const kinds = ['first-response', 'next-reply', 'periodic-update', 'resolution', 'requester-wait', 'agent-work'] as const;
  const agreement = oneOf<Agreement>(draw, [
    { kind: 'sla' },
    { kind: 'sla' },
    { kind: 'ola', team: 'second-line' },
    { kind: 'supplier-contract', supplier: 'carrier' },
  ]);
  const lasting = { reason: 'until open', name, when: statusIn('on-hold'), until: statusIn('open', 'new') };
  const reset = oneOf(draw, [
    { kind: 'never' } as const,
    { kind: 'changed', field: 'party' } as const,
    { kind: 'is', field: 'held-by', values: ['supplier'] } as const,
  ]);
  const targets = kinds.map((kind): Target => {
    const goal =
      draw() < 0.2
        ? ({ kind: 'business-day-end', days: below(draw, 3) } as const)
        : ({ kind: 'working-time', seconds: 60 * minutesOf(draw) } as const);
    const target = usualTarget(kind, goal, { statuses: meaning, steps });
    if (kind === 'first-response' || kind === 'periodic-update') return target;
    const pauses = draw() < 0.5 ? target.pauses : [lasting, ...target.pauses];
    return { ...target, pauses, reset, reopening: oneOf(draw, ['once', 'continue', 'new-cycle', 'reset'] as const) };
  });
  return {
    id: 'all',
    version: 1,
    name,
    agreement,
    effectiveFrom: 0,
    adoption: 'new-cases',
    scope: {},
    calendar,
    closed: ['closed', 'cancelled'],
    targets,
  };
}

/** Messages, marks, statuses and hands that a case may go through, without what the replay cannot say. */
export function randomSaves(draw: Draw, { from, to }: { readonly from: Instant; readonly to: Instant }): ClockEvent[] {
  const at = times(1 + below(draw, 9), () => from + 60 * below(draw, (to - from) / 60 / oneOf(draw, [1, 4, 40]))).sort((a, b) => a - b);
  return at.map((instant, index): ClockEvent => {
    const status = oneOf(draw, [...statusWords, 'open', 'open', 'new']);
    const party = oneOf(draw, parties);
    if (index === 0)
      return {
        kind: 'opened',
        at: instant,
        status: draw() < 0.8 ? 'new' : status,
        party,
        fields: { priority: 'P3' },
        ...randomMessage(draw),
      };
    return { kind: 'saved', at: instant, ...(draw() < 0.7 && { status }), ...(draw() < 0.5 && { party }), ...randomMessage(draw) };
  });
}

function randomMessage(draw: Draw): { message?: Message } {
  if (draw() < 0.5) return {};
  return {
    message: {
      from: oneOf(draw, ['customer', 'team', 'supplier'] as const),
      visibleToCustomer: draw() < 0.8,
      asksForReply: draw() < 0.8,
      automatic: draw() < 0.1,
    },
  };
}

/** The same with changes of priority, holds and exclusions. */
export function randomEvents(draw: Draw, time: { readonly from: Instant; readonly to: Instant }): ClockEvent[] {
  const saves = randomSaves(draw, time).map((event): ClockEvent => (event.kind === 'saved' ? { ...event, ...randomFields(draw) } : event));
  const last = saves.at(-1)?.at ?? time.from;
  const exclusions = times(draw() < 0.3 ? 1 + below(draw, 2) : 0, (): ClockEvent => {
    const from = last + 60 * (below(draw, 4000) - 2000);
    return { kind: 'excluded', at: last, from, to: from + 60 * (1 + below(draw, 3000)), reason: 'storm', approvedBy: 'Li' };
  });
  return [...saves, ...exclusions];
}

function randomFields(draw: Draw): Pick<CaseSaved, 'fields'> {
  if (draw() < 0.4) return {};
  return { fields: draw() < 0.5 ? { hold: draw() < 0.5 } : { priority: oneOf(draw, ['P1', 'P3']) } };
}
