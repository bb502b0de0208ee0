import * as agreements from '@zhiheng/contract/agreements/agreements';
import { createCalendar, type BusinessCalendar, type CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { TestOrganisation } from '../../testing/sign-in.ts';

export const named = (text: string) => ({ zh: `${text}名`, en: text });

const day = [{ from: '09:00', to: '18:00' }];

/** Nine to six from Monday to Friday in Shanghai. */
export const office: CalendarDefinition = {
  zone: 'Asia/Shanghai',
  week: [day, day, day, day, day, [], []],
  makeUpHours: day,
  overrides: [],
};

export const newCalendar = (org: TestOrganisation, code = 'office', definition = office): Promise<BusinessCalendar> =>
  org.call(createCalendar, { body: { code, name: named(code), definition } });

const status = (...values: string[]) => ({ kind: 'is' as const, field: 'status', values });

/** Resolution within so many working hours, standing still while the customer is to act. */
export const resolutionIn = (hours: number): AgreementDefinition['targets'][number] => ({
  ...{ kind: 'resolution', goal: { kind: 'working-time', seconds: hours * 3600 }, start: { once: { kind: 'always' } } },
  pauses: [{ reason: 'awaiting-customer', name: named('customer'), when: status('awaiting-customer') }],
  ...{ stop: status('resolved', 'closed'), cancel: status('cancelled'), reset: { kind: 'never' }, reopening: 'continue', recurring: false },
  steps: [{ id: 'warn', name: named('warn'), at: { kind: 'percent', percent: 80 } }],
});

/** Every case, resolved in eight working hours, unless something else is said. */
export const promising = (calendarId: string, more: Partial<AgreementDefinition> = {}): AgreementDefinition => ({
  ...{ calendarId, scope: {}, adoption: 'new-cases', closed: ['closed', 'cancelled', 'merged'], targets: [resolutionIn(8)] },
  actions: [{ stepId: 'warn', notify: ['team'], raisePriority: false }],
  ...{ attainmentGoal: 95, credit: null, reviewOn: null },
  ...more,
});

interface Published {
  readonly code: string;
  readonly definition: AgreementDefinition;
  readonly effectiveFrom?: string;
}

/** A service level agreement with its first version. */
export async function published(org: TestOrganisation, { code, definition, effectiveFrom }: Published): Promise<agreements.Agreement> {
  const draft = await org.call(agreements.createAgreement, { body: { code, name: named(code), kind: 'sla', draft: definition } });
  return org.call(agreements.publishAgreement, { params: { id: draft.id }, body: { revision: 1, effectiveFrom } });
}
