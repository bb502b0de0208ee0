/** A small service desk for the tests: an office in Shanghai, its statuses, its agreement, and short words for what happens to a case. */
import { compileCalendar, mondayToFriday, type CompiledCalendar, type Instant } from '../calendar/index.ts';
import {
  compileAgreements,
  runClock,
  type CaseOpened,
  type CaseSaved,
  type ClockEvent,
  type ClockLedger,
  type Ledger,
  type Party,
} from '../clock/index.ts';
import { holidayYear, withHolidays } from '../holidays/index.ts';
import {
  usualTarget,
  type EscalationStep,
  type Goal,
  type Policy,
  type StatusMeaning,
  type Target,
  type TargetKind,
} from '../policy/index.ts';

export const minute = 60;
export const hour = 3600;

/** `2026-11-16T09:00` on the wall clock of Shanghai. Monday of the week in which most tests happen. */
export const time = (shanghai: string): Instant => Date.parse(`${shanghai}+08:00`) / 1000;

const holidays2026 = holidayYear('CN', 2026);
if ('kind' in holidays2026) throw new Error('the holidays of 2026 are not published');

/** Monday to Friday 09:00 to 18:00, closed on the public holidays of 2026. */
export const officeCalendar = {
  ...withHolidays(mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }), [holidays2026]),
  id: 'office',
  version: 1,
};
export const office = compileCalendar(officeCalendar, { from: '2026-01-01', to: '2027-01-01' });

export const statuses: StatusMeaning = {
  awaitingCustomer: ['pending'],
  awaitingSupplier: ['on-hold'],
  solved: ['solved'],
  closed: ['closed'],
  cancelled: ['cancelled'],
};

export const firstLine: Party = { kind: 'team', id: 'first-line' };
export const secondLine: Party = { kind: 'team', id: 'second-line' };
export const carrier: Party = { kind: 'supplier', id: 'carrier' };

export const within = (seconds: number): Goal => ({ kind: 'working-time', seconds });

/** A promise with the usual conditions of the desk. */
export const promise = (kind: TargetKind, seconds: number, more: Partial<Target> = {}): Target => ({
  ...usualTarget(kind, within(seconds), { statuses }),
  ...more,
});

export const step = (id: string, at: EscalationStep['at']): EscalationStep => ({ id, at, name: { zh: id, en: id } });

export const policy = (targets: readonly Target[], more: Partial<Policy> = {}): Policy => ({
  id: 'standard',
  version: 1,
  name: { zh: '标准协议', en: 'Standard agreement' },
  agreement: { kind: 'sla' },
  effectiveFrom: time('2010-01-01T00:00'),
  adoption: 'new-cases',
  scope: {},
  calendar: 'office',
  closed: ['closed', 'cancelled'],
  targets,
  ...more,
});

export const opened = (at: string, more: Partial<CaseOpened> = {}): CaseOpened => ({
  kind: 'opened',
  at: time(at),
  status: 'new',
  party: firstLine,
  fields: {},
  ...more,
});

export const saved = (at: string, changes: Omit<CaseSaved, 'kind' | 'at'>): CaseSaved => ({ kind: 'saved', at: time(at), ...changes });

/** An answer that the customer can see. */
export const answer = { from: 'team', visibleToCustomer: true } as const;
/** A question of the customer. */
export const question = { from: 'customer', visibleToCustomer: true } as const;

type Ask = (policies: readonly Policy[], events: readonly ClockEvent[], now: string) => Ledger;

/** The ledgers of a case at a moment, counted in these calendars. */
export const askIn =
  (...calendars: readonly CompiledCalendar[]): Ask =>
  (policies, events, now) =>
    runClock(compileAgreements(policies, calendars), events, time(now));

/** The ledgers of a case at a moment, counted in the hours of the office. */
export const ask = askIn(office);

/** One clock of a ledger. */
export function clockIn(ledger: Ledger, target: TargetKind, cycle = 1): ClockLedger {
  const found = ledger.clocks.find((clock) => clock.target === target && clock.cycle === cycle);
  if (found === undefined) throw new Error(`there is no clock ${target} ${cycle}`);
  return found;
}

/** An instant as the wall clock of Shanghai shows it, for comparing in words. */
export const shown = (at: Instant | null): string | null =>
  at === null ? null : new Date((at + 8 * hour) * 1000).toISOString().slice(0, 19);

/** The deadline of a clock, as the wall clock of Shanghai shows it; null when it has none. */
export const due = ({ deadline }: ClockLedger): string | null => (deadline.kind === 'due' ? shown(deadline.at) : null);
