import type { DomainEvent, Subscriber } from '../../platform/events/subscriber.ts';
import { answerEscalations } from './answer-escalations.ts';
import { notify } from './notify.ts';
import { noticesOf } from './notices.rules.ts';

const ofCases = ['case.opened', 'case.changed', 'case.entry-added', 'case.clock-breached'] as const;
const ofActions = ['action.created', 'action.changed', 'action.overdue', 'action.escalated'] as const;

/** Tells people what happened to their cases, and does what agreements want at the steps of an escalation. */
export const notificationSubscriber: Subscriber = {
  name: 'notifications',
  types: [
    ...ofCases,
    'case.escalated',
    'objective.alerted',
    'follow-up.opened',
    'follow-up.changed',
    'follow-up.overdue',
    'campaign.told',
    'webhook.disabled',
    ...ofActions,
  ],
  async handle(operation, events) {
    const escalated = events.filter(({ type }) => type === 'case.escalated');
    const steps = escalated.length === 0 ? [] : await answerEscalations(operation, escalated);
    await notify(operation, [...events.flatMap((event: DomainEvent) => noticesOf(event)), ...steps]);
  },
};
