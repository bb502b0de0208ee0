import type { CompiledCalendar } from '../calendar/compile-calendar.ts';
import { signalsOf } from '../clock/clock-signals.ts';
import { partyKey, type CaseFields, type Party } from '../clock/clock-event.ts';
import type { AgreementLine } from '../clock/compile-agreements.ts';
import type { Row } from '../clock/rows-in-force.ts';
import { agreementKey } from '../policy/agreement-key.ts';
import { requirePolicy } from '../policy/check-policy.ts';
import { chooseTarget, matches } from '../policy/choose-policy.ts';
import type { FieldValue, Occurrence } from '../policy/condition.ts';
import type { CaseFacts } from '../policy/holds.ts';
import { targetKinds, type Policy } from '../policy/policy.ts';

/** The words behind the codes of the rows: a code is an index here. */
export interface ReplayWords {
  readonly statuses: readonly string[];
  readonly parties: readonly Party[];
}

/** A policy version for cases whose fields it looks at are these, and do not change. */
export interface ReplayRules extends ReplayWords {
  readonly policy: Policy;
  readonly calendar: CompiledCalendar;
  readonly fields: CaseFields;
}

/** One promise of a plan, with the answers of its conditions. */
export interface PlannedTarget {
  readonly row: Row;
  /** for each kind of save, numbered by `saveNumber`: the signals, or −1 when nobody has asked yet */
  readonly signals: Int32Array;
}

/** A policy prepared for many cases of a kind. Conditions are asked once for every kind of save that occurs. */
export interface ReplayPlan extends ReplayWords {
  readonly line: AgreementLine;
  readonly fields: CaseFields;
  /** in the order of `targetKinds` */
  readonly targets: readonly PlannedTarget[];
}

/** What a save brought about besides status and party, as bits of one number. The first four are those of the rows' column `happened`. */
export const happening = {
  customerMessage: 1,
  teamReply: 2,
  replyNotNeeded: 4,
  opened: 8,
  answered: 16,
  statusChanged: 32,
  partyChanged: 64,
} as const;

const happenings = 128;

/**
 * Prepares a policy for a replay. Of several rows of a kind the one counts that holds for the fields.
 * @throws RangeError when `requirePolicy` refuses the policy, or it counts in another calendar
 * @example
 * const policy = { id: 'standard', version: 1, agreement: { kind: 'sla' }, effectiveFrom: 0, scope: {}, calendar: 'office', closed: [], targets: [] };
 * planReplay({ policy, calendar: { calendar: { id: 'office' } }, fields: {}, statuses: ['open'], parties: [] }).targets // []
 * planReplay({ policy, calendar: { calendar: { id: 'other' } }, fields: {}, statuses: ['open'], parties: [] }) // throws RangeError
 */
export function planReplay({ policy, calendar, fields, statuses, parties }: ReplayRules): ReplayPlan {
  requirePolicy(policy);
  if (policy.calendar !== calendar.calendar.id)
    throw new RangeError(`policy ${policy.id} counts in the calendar ${policy.calendar}, not ${calendar.calendar.id}`);
  const fieldValue = (field: string) => fields[field] ?? null;
  const targets = targetKinds.flatMap((kind): PlannedTarget[] => {
    const target = chooseTarget(policy.targets, kind, fieldValue);
    if (target === null) return [];
    const because = { matched: matches({ ...policy.scope, ...target.scope }, fieldValue), beaten: [] };
    return [
      { row: { policy, target, calendar, because }, signals: new Int32Array(statuses.length * parties.length * happenings).fill(-1) },
    ];
  });
  const line = { key: agreementKey(policy.agreement), agreement: policy.agreement, versions: [policy] };
  return { line, fields, targets, statuses, parties };
}

/**
 * Numbers the kinds of saves of a plan: codes of status and party, bits of `happening`.
 * @example saveNumber({ parties: [{ kind: 'customer' }] }, { status: 1, party: 0 }, happening.opened) // 136
 */
export const saveNumber = (plan: ReplayPlan, place: { readonly status: number; readonly party: number }, happened: number): number =>
  (place.status * plan.parties.length + place.party) * happenings + happened;

/**
 * Asks the conditions about a kind of save, and remembers the answer.
 * @example
 * const plan = { statuses: ['open'], parties: [{ kind: 'customer' }], fields: {} };
 * const [yes, no] = [{ kind: 'always' }, { kind: 'never' }];
 * const target = { start: { once: yes }, pauses: [], stop: no, cancel: no, reset: no, recurring: false, reopening: 'once' };
 * askSignals(plan, { row: { target, policy: { closed: [], agreement: { kind: 'sla' } } }, signals: [-1] }, 0) // 1
 */
export function askSignals(plan: ReplayPlan, { row, signals }: PlannedTarget, number: number): number {
  const answer = signalsOf(row.target, row.policy, factsOf(plan, number));
  signals[number] = answer;
  return answer;
}

function factsOf({ statuses, parties, fields }: ReplayPlan, number: number): CaseFacts {
  const happened = number % happenings;
  const place = Math.floor(number / happenings);
  const party = parties[place % parties.length];
  const builtIn: Readonly<Record<string, FieldValue>> = {
    status: statuses[Math.floor(place / parties.length)] ?? null,
    party: party === undefined ? null : partyKey(party),
    'held-by': party?.kind ?? null,
    answered: (happened & happening.answered) !== 0,
  };
  const fieldValue = (field: string) => (field in builtIn ? (builtIn[field] ?? null) : (fields[field] ?? null));
  return { fieldValue, occurrences: occurrencesIn(happened), changed: changesIn(happened) };
}

function occurrencesIn(happened: number): ReadonlySet<string> {
  const said: [number, Occurrence][] = [
    [happening.customerMessage, 'customer-message'],
    [happening.teamReply, 'team-reply'],
    [happening.replyNotNeeded, 'reply-not-needed'],
    [happening.opened, 'opened'],
  ];
  return new Set(said.filter(([bit]) => (happened & bit) !== 0).map(([, occurrence]) => occurrence));
}

function changesIn(happened: number): ReadonlySet<string> {
  const changes = new Set<string>();
  if (happened & happening.statusChanged) changes.add('status');
  if (happened & happening.partyChanged) changes.add('party');
  return changes;
}
