import { isDeepStrictEqual } from 'node:util';
import type { CaseStatus } from '@zhiheng/contract/cases/case';
import { partyKey, type CaseSaved } from '@zhiheng/sla-clock/clock';
import { changesBetween } from '../../platform/changes-between.ts';
import { clockFields } from './case-fields.ts';
import type { CaseFieldValues, CaseState } from './case-state.ts';
import { holderOf } from './clock-rows.rules.ts';
import { isOpenStatus } from './status.rules.ts';

/** Something written at a save. `message` is from the customer or a supplier. */
export interface EntryDraft {
  readonly kind: 'note' | 'reply' | 'message';
  readonly from: 'customer' | 'team' | 'supplier';
  readonly asksForReply?: boolean;
  /** no person wrote it */
  readonly automatic?: boolean;
}

/** All that one save changes. */
export interface CaseChange {
  readonly fields?: Partial<CaseFieldValues>;
  readonly status?: CaseStatus;
  readonly entry?: EntryDraft;
  readonly replyNotNeeded?: true;
}

export interface SavePlan {
  readonly after: CaseState;
  /** by field, what a reader of the log wants to know */
  readonly changes: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
  /** null when the clocks have nothing to learn */
  readonly clockEvent: Omit<CaseSaved, 'at'> | null;
}

const started = new Set<CaseStatus>(['resolved', 'following-up', 'closed', 'cancelled']);

/** What a save makes of a case. A case on which somebody of the house writes is open from then on. */
export function planSave(before: CaseState, change: CaseChange, now: Date): SavePlan {
  const status =
    change.status ?? (before.status === 'new' && change.entry !== undefined && change.entry.from === 'team' ? 'open' : before.status);
  const named: CaseState = {
    ...before,
    ...change.fields,
    status,
    restricted: before.restricted || change.fields?.type === 'adverse-event',
  };
  const after = withMoments(before, withEntry(named, change.entry, now), now);
  const { custom = before.custom, ...fields } = change.fields ?? {};
  const changes = { ...changesBetween<Partial<CaseState>>(before, { ...fields, status }), ...customChanges(before.custom, custom) };
  return { after, changes, clockEvent: clockEventOf(before, after, change) };
}

/** Each of the organisation's own fields is a change of its own. */
function customChanges(before: CaseState['custom'], after: CaseState['custom']): SavePlan['changes'] {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const pairs = codes.map((code) => [`custom.${code}`, { from: before[code] ?? null, to: after[code] ?? null }] as const);
  return Object.fromEntries(pairs.filter(([, { from, to }]) => !isDeepStrictEqual(from, to)));
}

function withEntry(state: CaseState, entry: EntryDraft | undefined, now: Date): CaseState {
  if (entry === undefined || entry.automatic === true || entry.kind === 'note') return state;
  const firstRepliedAt = entry.kind === 'reply' ? (state.firstRepliedAt ?? now) : state.firstRepliedAt;
  return { ...state, lastFrom: entry.from, firstRepliedAt };
}

/** When it was resolved, closed, reopened. */
function withMoments(before: CaseState, after: CaseState, now: Date): CaseState {
  if (before.status === after.status) return after;
  const wasDone = started.has(before.status);
  if (wasDone && !started.has(after.status)) return { ...after, resolvedAt: null, closedAt: null, reopened: before.reopened + 1 };
  const resolvedAt = started.has(after.status) && after.status !== 'cancelled' ? (before.resolvedAt ?? now) : after.resolvedAt;
  return { ...after, resolvedAt, closedAt: isOpenStatus(after.status) ? null : now };
}

function clockEventOf(before: CaseState, after: CaseState, { entry, replyNotNeeded }: CaseChange): SavePlan['clockEvent'] {
  const was = clockFields(before);
  const changed = Object.entries(clockFields(after)).filter(([field, value]) => was[field] !== value);
  const [party, partyBefore] = [holderOf(after), holderOf(before)];
  const event: Omit<CaseSaved, 'at'> = {
    kind: 'saved',
    ...(before.status !== after.status && { status: after.status }),
    ...(partyKey(party) !== partyKey(partyBefore) && { party }),
    ...(changed.length > 0 && { fields: Object.fromEntries(changed) }),
    ...(entry !== undefined && entry.kind !== 'note' && { message: messageOf(entry) }),
    ...(replyNotNeeded && { replyNotNeeded }),
  };
  return Object.keys(event).length === 1 ? null : event;
}

const messageOf = ({ from, asksForReply, automatic }: EntryDraft) => ({
  from,
  visibleToCustomer: true,
  ...(asksForReply === false && { asksForReply }),
  ...(automatic && { automatic }),
});
