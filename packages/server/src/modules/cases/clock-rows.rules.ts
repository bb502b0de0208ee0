import {
  partyKey,
  type CaseFields,
  type CaseSaved,
  type ClockEvent,
  type Message,
  type Party,
  type TimeExcluded,
} from '@zhiheng/sla-clock/clock';

/** An event of the clock as its narrow row holds it. */
export interface ClockRow {
  readonly at: Date;
  readonly status: string | null;
  readonly party: string | null;
  readonly detail: ClockDetail | null;
}

interface ClockDetail {
  readonly fields?: CaseFields;
  readonly message?: Message;
  readonly replyNotNeeded?: true;
  readonly merged?: string;
  readonly excluded?: { readonly from: number; readonly to: number; readonly reason: string; readonly approvedBy: string };
}

/** Whole seconds: the clock knows no finer ones. */
export const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000);
export const dateOf = (seconds: number): Date => new Date(seconds * 1000);

export function rowOfEvent(event: ClockEvent): ClockRow {
  const at = dateOf(event.at);
  switch (event.kind) {
    case 'opened':
      return { at, status: event.status, party: partyKey(event.party), detail: given({ fields: event.fields, message: event.message }) };
    case 'saved':
      return {
        at,
        status: event.status ?? null,
        party: event.party === undefined ? null : partyKey(event.party),
        detail: savedDetail(event),
      };
    case 'merged':
      return { at, status: null, party: null, detail: { merged: event.into } };
    case 'excluded':
      return { at, status: null, party: null, detail: { excluded: exclusionOf(event) } };
    default:
      return event satisfies never;
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;

function savedDetail({ fields, message, replyNotNeeded }: CaseSaved): ClockDetail | null {
  const detail = given({ fields, message, replyNotNeeded });
  return Object.keys(detail).length === 0 ? null : detail;
}

const exclusionOf = ({ from, to, reason, approvedBy }: TimeExcluded) => ({ from, to, reason, approvedBy });

/** The events of a case from its rows in order; the first is its opening. */
export const eventsOfRows = (rows: readonly ClockRow[]): ClockEvent[] =>
  rows.map((row, index) => (index === 0 ? openingOf(row) : laterEventOf(row)));

function openingOf({ at, status, party, detail }: ClockRow): ClockEvent {
  const { fields = {}, message } = detail ?? {};
  return { kind: 'opened', at: secondsOf(at), status: status ?? 'new', party: partyOf(party ?? ''), fields, ...(message && { message }) };
}

function laterEventOf({ at: instant, status, party, detail }: ClockRow): ClockEvent {
  const at = secondsOf(instant);
  const { merged, excluded, ...said } = detail ?? {};
  if (merged !== undefined) return { kind: 'merged', at, into: merged };
  if (excluded !== undefined) return { kind: 'excluded', at, ...excluded };
  return { kind: 'saved', at, ...(status !== null && { status }), ...(party !== null && { party: partyOf(party) }), ...said };
}

/** Reads what `partyKey` wrote. */
export function partyOf(key: string): Party {
  const [kind, id = house] = key.split(':');
  if (kind === 'customer') return { kind: 'customer' };
  return kind === 'supplier' ? { kind: 'supplier', id } : { kind: 'team', id };
}

/** A case that no team has is with the house. */
export const house = 'house';

interface Holder {
  readonly status: string;
  readonly teamId: string | null;
  readonly supplierId: string | null;
}

/** Who holds a case: the customer or the supplier while the case waits for them, else its team. */
export function holderOf({ status, teamId, supplierId }: Holder): Party {
  if (status === 'awaiting-customer') return { kind: 'customer' };
  if (status === 'awaiting-supplier' && supplierId !== null) return { kind: 'supplier', id: supplierId };
  return { kind: 'team', id: teamId ?? house };
}
