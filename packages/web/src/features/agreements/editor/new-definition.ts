import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { statusMeaning, usualTargetOf } from '@zhiheng/contract/agreements/usual-targets';

const hour = 3600;

/** What a new agreement begins with: the two promises that nearly every one makes, to be changed. */
export const newDefinition = (calendarId: string): AgreementDefinition => ({
  calendarId,
  scope: {},
  adoption: 'new-cases',
  closed: [...statusMeaning.closed, ...statusMeaning.cancelled],
  targets: [
    usualTargetOf('first-response', { kind: 'working-time', seconds: 4 * hour }),
    usualTargetOf('resolution', { kind: 'working-time', seconds: 24 * hour }),
  ],
  actions: [],
  attainmentGoal: 95,
  credit: null,
  reviewOn: null,
});
