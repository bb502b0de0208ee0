import type { Instant } from '../calendar/calendar.ts';
import type { FieldValue } from '../policy/condition.ts';

/** Who holds a case. */
export type Party =
  { readonly kind: 'customer' } | { readonly kind: 'team'; readonly id: string } | { readonly kind: 'supplier'; readonly id: string };

/** Something written on a case. */
export interface Message {
  readonly from: Party['kind'];
  /** false for an internal note; the channel does not matter */
  readonly visibleToCustomer: boolean;
  /** false for "thanks, bye"; absent: the message asks for an answer */
  readonly asksForReply?: boolean;
  /** true for what no person wrote, such as an acknowledgement of receipt: it answers nothing */
  readonly automatic?: boolean;
}

/** The fields of a case that conditions and scopes look at: `service`, `customer`, `segment`, `contract`, `type`, `priority`, `channel`, and the case's own. */
export type CaseFields = Readonly<Record<string, FieldValue>>;

/** The first event of every case. */
export interface CaseOpened {
  readonly kind: 'opened';
  readonly at: Instant;
  readonly status: string;
  readonly party: Party;
  readonly fields: CaseFields;
  readonly message?: Message;
}

/** One save: all that it changed. What it does not name stays as it was. */
export interface CaseSaved {
  readonly kind: 'saved';
  readonly at: Instant;
  readonly status?: string;
  readonly party?: Party;
  readonly fields?: CaseFields;
  readonly message?: Message;
  /** an agent marked the customer's last message as one that asks for nothing */
  readonly replyNotNeeded?: true;
}

/** The case went on as another one: its clocks are withdrawn. */
export interface CaseMerged {
  readonly kind: 'merged';
  readonly at: Instant;
  readonly into: string;
}

/** A stretch of time that shall not count, entered at `at`, often afterwards: it leaves the clock of every agreement. */
export interface TimeExcluded {
  readonly kind: 'excluded';
  readonly at: Instant;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
  readonly approvedBy: string;
}

/** What happened to a case, as the clock reads it. Events come in the order in which they were recorded, `at` never falls. */
export type ClockEvent = CaseOpened | CaseSaved | CaseMerged | TimeExcluded;

/**
 * The word for a party in conditions, sums and stored rows.
 * @example partyKey({ kind: 'team', id: 'second-line' }) // 'team:second-line'
 */
export const partyKey = (party: Party): string => (party.kind === 'customer' ? 'customer' : `${party.kind}:${party.id}`);

/**
 * Reads what `partyKey` wrote.
 * @throws RangeError for any other word
 * @example partyOfKey('supplier:carrier') // { kind: 'supplier', id: 'carrier' }
 * @example partyOfKey('nobody') // throws RangeError
 */
export function partyOfKey(key: string): Party {
  if (key === 'customer') return { kind: 'customer' };
  const [, kind, id = ''] = /^(team|supplier):(.+)$/s.exec(key) ?? [];
  if (kind === 'team') return { kind, id };
  if (kind === 'supplier') return { kind, id };
  throw new RangeError(`"${key}" names no party: customer, team:… or supplier:… is expected`);
}
