import type { CaseFields, ClockEvent, Message, Party } from '@zhiheng/sla-clock/clock';
import { partyKey } from '@zhiheng/sla-clock/clock';

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
    case 'opened': {
      const { status, party, fields, message } = event;
      return { at, status, party: partyKey(party), detail: { fields, ...(message && { message }) } };
    }
    case 'saved': {
      const { status = null, party, fields, message, replyNotNeeded } = event;
      const detail = { ...(fields && { fields }), ...(message && { message }), ...(replyNotNeeded && { replyNotNeeded }) };
      return { at, status, party: party === undefined ? null : partyKey(party), detail: Object.keys(detail).length === 0 ? null : detail };
    }
    case 'merged':
      return { at, status: null, party: null, detail: { merged: event.into } };
    case 'excluded': {
      const { from, to, reason, approvedBy } = event;
      return { at, status: null, party: null, detail: { excluded: { from, to, reason, approvedBy } } };
    }
    default:
      return event satisfies never;
  }
}

/** The events of a case from its rows in order; the first is its opening. */
export const eventsOfRows = (rows: readonly ClockRow[]): ClockEvent[] => rows.map((row, index) => eventOfRow(row, index === 0));

function eventOfRow({ at: instant, status, party, detail }: ClockRow, first: boolean): ClockEvent {
  const at = secondsOf(instant);
  const { fields, message, replyNotNeeded, merged, excluded } = detail ?? {};
  if (first)
    return { kind: 'opened', at, status: status ?? 'new', party: partyOf(party ?? ''), fields: fields ?? {}, ...(message && { message }) };
  if (merged !== undefined) return { kind: 'merged', at, into: merged };
  if (excluded !== undefined) return { kind: 'excluded', at, ...excluded };
  return {
    kind: 'saved',
    at,
    ...(status !== null && { status }),
    ...(party !== null && { party: partyOf(party) }),
    ...(fields && { fields }),
    ...(message && { message }),
    ...(replyNotNeeded && { replyNotNeeded }),
  };
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
