import type { LinkProps } from '@tanstack/react-router';
import { targetKind } from '@zhiheng/contract/agreements/policy';
import type { Notification, NotificationKind } from '@zhiheng/contract/notifications/notifications';
import { localText } from '@zhiheng/contract/values/text';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';
import { targetWords } from '../cases/index.ts';

type Params = Notification['params'];

export const kindWords = {
  assigned: m.notifications_kind_assigned,
  'team-case': m.notifications_kind_team_case,
  mentioned: m.notifications_kind_mentioned,
  'customer-replied': m.notifications_kind_customer_replied,
  escalated: m.notifications_kind_escalated,
  breached: m.notifications_kind_breached,
  'follow-up-due': m.notifications_kind_follow_up_due,
  'follow-up': m.notifications_kind_follow_up,
  'campaign-told': m.notifications_kind_campaign_told,
  'objective-alert': m.notifications_kind_objective_alert,
  'action-assigned': m.notifications_kind_action_assigned,
  'action-late': m.notifications_kind_action_late,
  'webhook-off': m.notifications_kind_webhook_off,
  automation: m.notifications_kind_automation,
  digest: m.notifications_kind_digest,
} as const satisfies Record<NotificationKind, () => string>;

export const kindTones = {
  assigned: 'note',
  'team-case': 'note',
  mentioned: 'note',
  'customer-replied': 'note',
  escalated: 'near',
  breached: 'bad',
  'follow-up-due': 'near',
  'follow-up': 'near',
  'campaign-told': 'note',
  'objective-alert': 'bad',
  'action-assigned': 'note',
  'action-late': 'near',
  'webhook-off': 'bad',
  automation: 'note',
  digest: 'idle',
} as const satisfies Record<NotificationKind, Tone>;

const textOf = (params: Params, name: string): string => (typeof params[name] === 'string' ? params[name] : '');
const numberOf = (params: Params, name: string): number => (typeof params[name] === 'number' ? params[name] : 0);

function targetOf({ target }: Params): string {
  const known = targetKind.safeParse(target);
  return known.success ? targetWords[known.data]() : m.notifications_promise();
}

const sentences = {
  assigned: ({ by }) => (typeof by === 'string' ? m.notifications_assigned_by({ by }) : m.notifications_assigned()),
  'team-case': () => m.notifications_team_case(),
  mentioned: ({ by }) => (typeof by === 'string' ? m.notifications_mentioned_by({ by }) : m.notifications_mentioned()),
  'customer-replied': () => m.notifications_customer_replied(),
  escalated: (params, format) => m.notifications_escalated({ target: targetOf(params), step: stepOf(params, format) }),
  breached: (params) => m.notifications_breached({ target: targetOf(params) }),
  'follow-up-due': (params) => m.notifications_follow_up_due({ day: textOf(params, 'dueOn') }),
  'follow-up': ({ late }) => (late === true ? m.notifications_follow_up_late() : m.notifications_follow_up()),
  'campaign-told': () => m.notifications_campaign_told(),
  'objective-alert': () => m.notifications_objective_alert(),
  'action-assigned': (params) => m.notifications_action_assigned({ title: textOf(params, 'title') }),
  'action-late': (params) => m.notifications_action_late({ title: textOf(params, 'title'), day: textOf(params, 'dueOn') }),
  'webhook-off': () => m.notifications_webhook_off(),
  automation: (params) => textOf(params, 'message'),
  digest: (params, format) =>
    m.notifications_digest({
      overdue: format.number(numberOf(params, 'overdue')),
      due: format.number(numberOf(params, 'dueToday')),
      followUps: format.number(numberOf(params, 'followUps')),
    }),
} as const satisfies Record<NotificationKind, (params: Params, format: Format) => string>;

function stepOf({ name }: Params, format: Format): string {
  const known = localText.safeParse(name);
  return known.success ? format.text(known.data) : '';
}

/** What happened, in one sentence; the thing itself is named beside it. */
export const noticeSentence = ({ kind, params }: Notification, format: Format): string => sentences[kind](params, format);

type Target = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** Where the thing is opened; null for one without a page. */
export function noticeTarget({ kind, entityKind, entityId }: Notification): Target | null {
  if (entityKind === 'case') return { to: '/app/cases/$id', params: { id: entityId } };
  if (entityKind === 'objective') return { to: '/app/objectives/$id', params: { id: entityId } };
  if (entityKind === 'follow-up') return { to: '/app/feedback/follow-ups', search: { view: 'mine', item: entityId } };
  if (entityKind === 'campaign') return { to: '/app/campaigns/$id', params: { id: entityId }, search: { view: 'people' } };
  if (entityKind === 'project') return { to: '/app/projects/$id', params: { id: entityId }, search: { view: 'board' } };
  if (kind === 'digest') return { to: '/app/cases' };
  return null;
}
