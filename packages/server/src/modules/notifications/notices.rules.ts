import type { EventType } from '@zhiheng/contract/events';
import type { NotificationKind } from '@zhiheng/contract/notifications/notifications';
import type { DomainEvent } from '../../platform/events/subscriber.ts';

/** To whom: an account, everybody in a team, or whoever that is for the case when it is told. */
type Recipient =
  { readonly accountId: string } | { readonly teamId: string } | 'assignee' | 'team' | 'team-lead' | 'quality-manager' | 'owner';

/** Something to be told. Of several with one key a person is told the first. */
export interface NoticeDraft {
  readonly kind: NotificationKind;
  readonly key: string;
  readonly at: Date;
  readonly to: Recipient;
  readonly entity: { readonly kind: string; readonly id: string; readonly label: string };
  /** who caused it knows it already */
  readonly by: string | null;
  /** is about a case being late: said only while the case is open */
  readonly alert: boolean;
  readonly params: Readonly<Record<string, unknown>>;
}

type Meaning = (event: DomainEvent) => NoticeDraft[];

const meanings: Partial<Record<EventType, Meaning>> = {
  'case.opened': (event) => [...assigned(event, event.data.assigneeId), ...forTeam(event, event.data.teamId)],
  'case.changed': (event) => [...assigned(event, newValue(event.data.assigneeId)), ...forTeam(event, newValue(event.data.teamId))],
  'case.entry-added': (event) => [
    ...textsIn(event.data.mentions).map((accountId) => notice(event, 'mentioned', { to: { accountId } })),
    ...(event.data.kind === 'message' ? [notice(event, 'customer-replied', { to: 'assignee' })] : []),
  ],
  'case.clock-breached': (event) =>
    (['assignee', 'team-lead'] as const).map((to) => notice(event, 'breached', { to, alert: true, params: { target: event.data.target } })),
  'objective.alerted': (event) => {
    const { severity, rate } = event.data;
    return [notice(event, 'objective-alert', { to: 'quality-manager', params: { severity, rate } })];
  },
  'follow-up.opened': (event) => toFollowUp(event, event.data.ownerId),
  'follow-up.overdue': (event) => toFollowUp(event, event.data.ownerId),
  'follow-up.changed': (event) => toFollowUp(event, newValue(event.data.ownerId)),
  'action.created': (event) => actionGiven(event, event.data.ownerId),
  'action.changed': (event) => actionGiven(event, newValue(event.data.ownerId)),
  'action.overdue': (event) => [...actionLate(event, [event.data.ownerId])],
  'action.escalated': (event) => [
    ...actionLate(event, [event.data.ownerId, ...textsIn(event.data.leadIds)]),
    ...(event.data.level === 3 ? [notice(event, 'action-late', { to: 'quality-manager', params: lateParams(event) })] : []),
  ],
  'webhook.disabled': (event) => [
    ...(typeof event.data.ownerId === 'string' ? [notice(event, 'webhook-off', { to: { accountId: event.data.ownerId } })] : []),
    notice(event, 'webhook-off', { to: 'quality-manager' }),
  ],
  'campaign.told': (event) => [
    ...textsIn(event.data.accountIds).map((accountId) => notice(event, 'campaign-told', { to: { accountId } })),
    ...textsIn(event.data.teamIds).map((teamId) => notice(event, 'campaign-told', { to: { teamId } })),
  ],
};

/** What an event means for people. Steps of escalations are told as their agreements say. */
export const noticesOf: Meaning = (event) => meanings[event.type]?.(event) ?? [];

type Particulars = Pick<NoticeDraft, 'to'> & Partial<Pick<NoticeDraft, 'alert' | 'params'>>;

export function notice(event: DomainEvent, kind: NotificationKind, { to, alert = false, params = {} }: Particulars): NoticeDraft {
  const by = event.actorKind === 'account' ? event.actorId : null;
  const entity = { kind: event.entityKind, id: event.entityId, label: event.label ?? '' };
  return { kind, key: event.id, at: event.at, to, entity, by, alert, params: by === null ? params : { ...params, by } };
}

const assigned = (event: DomainEvent, accountId: unknown): NoticeDraft[] =>
  typeof accountId === 'string' ? [notice(event, 'assigned', { to: { accountId } })] : [];

const forTeam = (event: DomainEvent, teamId: unknown): NoticeDraft[] =>
  typeof teamId === 'string' ? [notice(event, 'team-case', { to: 'team' })] : [];

const toFollowUp = (event: DomainEvent, accountId: unknown): NoticeDraft[] =>
  typeof accountId === 'string'
    ? [notice(event, 'follow-up', { to: { accountId }, params: { late: event.type === 'follow-up.overdue' } })]
    : [];

const actionGiven = (event: DomainEvent, accountId: unknown): NoticeDraft[] =>
  typeof accountId === 'string' ? [notice(event, 'action-assigned', { to: { accountId }, params: { title: event.data.title } })] : [];

const lateParams = ({ data: { title, dueOn } }: DomainEvent) => ({ title, dueOn });

const actionLate = (event: DomainEvent, accountIds: readonly unknown[]): NoticeDraft[] =>
  textsIn(accountIds).map((accountId) => notice(event, 'action-late', { to: { accountId }, params: lateParams(event) }));

const newValue = (change: unknown): unknown => (typeof change === 'object' && change !== null && 'to' in change ? change.to : null);

const textsIn = (list: unknown): string[] => (Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []);
