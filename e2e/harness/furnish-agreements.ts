import { createAgreement, createSupplier } from '@zhiheng/contract/agreements/agreements';
import { createCalendar, publishedHolidays } from '@zhiheng/contract/agreements/calendars';
import { statusMeaning, usualTargetOf } from '@zhiheng/contract/agreements/usual-targets';
import type { Person } from './set-up-organisation.ts';

const office = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];

/** A calendar with the holidays of a year, a supplier, and a draft with a fault in it, so that the words of the lint are on the page. */
export async function furnishAgreements({ call }: Person): Promise<{ calendar: string; agreement: string }> {
  const week = [office, office, office, office, office, [], [{ from: '22:00', to: '06:00' }]];
  const { items: overrides } = await call(publishedHolidays, { query: { year: 2026 } });
  const definition = { zone: 'Asia/Shanghai', week, makeUpHours: office, overrides };
  const calendar = await call(createCalendar, { body: { code: 'front-desk', name: { zh: '前台时间', en: 'Front desk' }, definition } });
  await call(createSupplier, { body: { code: 'north-net', name: { zh: '北方网络', en: 'North Net' }, contact: '李强' } });
  const closed = [...statusMeaning.closed, ...statusMeaning.cancelled];
  const response = usualTargetOf('first-response', { kind: 'working-time', seconds: 14_400 });
  const resolution = usualTargetOf('resolution', { kind: 'business-day-end', days: 2 });
  const pause = { reason: 'always', name: { zh: '总是', en: 'always' }, when: { kind: 'always' } } as const;
  const step = { id: 'resolution-1', name: { zh: '已用 80%', en: '80% used' }, at: { kind: 'percent', percent: 80 } } as const;
  const terms = {
    adoption: 'new-cases',
    attainmentGoal: 95,
    credit: { percentPerBreach: 2, monthlyCapPercent: 20 },
    reviewOn: null,
  } as const;
  const targets = [response, { ...resolution, pauses: [pause], steps: [step] }];
  const actions = [{ stepId: 'resolution-1', notify: ['assignee' as const] }];
  const draft = { ...terms, calendarId: calendar.id, scope: {}, closed, targets, actions };
  const agreement = await call(createAgreement, {
    body: { code: 'front-desk-sla', name: { zh: '前台服务协议', en: 'Front desk agreement' }, kind: 'sla', draft },
  });
  return { calendar: calendar.id, agreement: agreement.id };
}
