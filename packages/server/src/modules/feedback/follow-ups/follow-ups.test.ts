import { expect, test } from 'vitest';
import { createIndicator } from '@zhiheng/contract/measurement/indicators';
import * as feedbackApi from '@zhiheng/contract/feedback/feedback';
import * as api from '@zhiheng/contract/feedback/follow-ups';
import { sql } from 'kysely';
import { createCustomer } from '@zhiheng/contract/customers/customers';
import { createService } from '@zhiheng/contract/catalog/services';
import { newId } from '../../../platform/identifier.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { deliverEvents } from '../../../testing/deliver-events.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { answer, goodAnswers, openSurvey, openWay, runOn } from '../../surveys/surveys.factory.ts';
import { enter, slow } from '../feedback.factory.ts';
import { rebuildFollowUpObservations, tellOverdue } from '../index.ts';
import { ownerOf as findOwner } from './owner-of.ts';

const server = useTestServer();
const hour = 3_600_000;

/** A critic whose survey wants critics followed up. */
async function criticOf(org: TestOrganisation, more: object = {}): Promise<string> {
  const survey = await openSurvey(org);
  await answer(org, await runOn(org, await openWay(org, survey)), { answers: { ...goodAnswers, again: 2, why: slow } });
  const [answered] = await eventsOf(org, 'survey.answered');
  const { responseId } = answered?.data as { responseId: string };
  const data = { surveyId: survey.id, responseId, measure: 'loyalty', value: -100, ownerId: null, hours: 24, ...more };
  await org.inside((operation) =>
    recordEvent(operation, { type: 'survey.low-score', entity: { kind: 'survey', id: survey.id, label: 'Visit' }, data }),
  );
  await deliverEvents(server);
  return responseId;
}
const open = async (org: TestOrganisation, view: 'open' | 'mine' | 'overdue' | 'closed' = 'open') =>
  (await org.call(api.listFollowUps, { query: { view } })).items;
const only = async (org: TestOrganisation) => {
  const [row] = await open(org);
  return org.call(api.getFollowUp, { params: { id: row?.id ?? newId() } });
};
const attempt = (org: TestOrganisation, { id, version }: { id: string; version: number }, reached: boolean) =>
  org.call(api.recordAttempt, { params: { id }, body: { version, channel: 'phone', reached, note: reached ? '已致歉' : '' } });
const end = (id: string, version: number, body: object) => ({ params: { id }, body: { version, result: 'recovered' as const, ...body } });

test('a critic is followed up by somebody within the time, once, with what they said', async () => {
  const org = await newOrganisation(server);
  const responseId = await criticOf(org);
  await org.inside((operation) =>
    recordEvent(operation, {
      type: 'survey.low-score',
      entity: { kind: 'survey', id: newId() },
      data: { responseId, measure: 'quality', value: 1, ownerId: null, hours: 1 },
    }),
  );
  await deliverEvents(server);
  const found = await only(org);
  expect(await open(org)).toHaveLength(1);
  // The answer on its own scale, not the −100 that it counts for.
  expect(found).toMatchObject({
    origin: 'survey',
    score: 2,
    scoreMax: 10,
    said: slow,
    ownerName: 'Ada',
    overdue: false,
    responseId,
    attempts: 0,
  });
  expect(Date.parse(found.dueAt) - Date.parse(found.openedAt)).toBe(24 * hour);
  expect(await open(org, 'mine')).toHaveLength(1);
  expect(await eventsOf(org, 'follow-up.opened')).toMatchObject([{ entity_id: found.id, data: { ownerId: org.accountId } }]);
});

test('whoever was named calls, else the owner of the service, else whoever manages quality', async () => {
  const org = await newOrganisation(server);
  await org.as('quality-manager');
  await org.as('service-agent');
  const idOf = async (role: string): Promise<string> => {
    const { rows } = await sql<{ id: string }>`select id from account where org_id = ${org.orgId} and name = ${role}`.execute(server.owner);
    return rows[0]?.id ?? '';
  };
  const [manager, agent] = [await idOf('quality-manager'), await idOf('service-agent')];
  const ownerOf = (serviceId: string | null, wishedOwnerId: string | null) =>
    org.inside((operation) => findOwner(operation, { wishedOwnerId, serviceId, teamId: null }));
  const name = { zh: '午餐', en: 'Lunch' };
  const owned = await org.call(createService, { body: { code: 'lunch', name, type: 'catering', ownerId: org.accountId } });
  expect(await ownerOf(owned.id, agent)).toBe(agent);
  expect(await ownerOf(owned.id, null)).toBe(org.accountId);
  expect(await ownerOf(null, null)).toBe(manager);
  await sql`update account set state = 'disabled' where org_id = ${org.orgId} and id = ${agent}`.execute(server.owner);
  expect(await ownerOf(owned.id, agent)).toBe(org.accountId);
});

test('from the first try to the end: nothing closes without a contact, a cause and a remedy', async () => {
  const org = await newOrganisation(server);
  await criticOf(org);
  const start = await only(org);
  const { id } = start;
  const codeOf = async (version: number, body: object) =>
    (await org.refusal(api.closeFollowUp, end(id, version, body))).errors.map((error) => `${error.path} ${error.code}`);
  expect(await codeOf(1, { cause: 'x', remedy: 'y' })).toEqual(['result contact_needed']);
  expect(await codeOf(1, { result: 'unreachable' })).toEqual(['result attempt_missing']);
  const tried = await attempt(org, start, false);
  expect(tried).toMatchObject({ attempts: 1, reachedAt: null, version: 2 });
  expect(
    (await org.refusal(api.recordAttempt, { params: { id }, body: { version: 1, channel: 'phone', reached: false, note: '' } })).code,
  ).toBe('changed_meanwhile');
  expect(await codeOf(2, { result: 'unreachable', secondScore: 5 })).toEqual(['secondScore not_reached']);
  const reached = await attempt(org, tried, true);
  expect(await codeOf(3, { result: 'unreachable' })).toEqual(['result was_reached']);
  expect(await codeOf(3, {})).toEqual(['cause required']);
  expect(await codeOf(3, { cause: '等待' })).toEqual(['remedy required']);
  expect(await codeOf(3, { cause: '等待', remedy: '退款', secondScore: 11 })).toEqual(['secondScore too_high']);
  const ended = await org.call(api.closeFollowUp, end(id, reached.version, { cause: '等待', remedy: '退款', secondScore: 8 }));
  expect(ended).toMatchObject({ result: 'recovered', secondScore: 8, closedBy: 'Ada', overdue: false });
  expect(ended.history.map(({ reached: answered, by }) => [answered, by])).toEqual([
    [false, 'Ada'],
    [true, 'Ada'],
  ]);
  expect((await org.refusal(api.closeFollowUp, end(id, ended.version, { cause: 'x', remedy: 'y' }))).code).toBe('follow_up_over');
  expect([await open(org), (await open(org, 'closed')).map((one) => one.id)]).toEqual([[], [id]]);
  expect(await org.call(api.reopenFollowUp, { params: { id } })).toMatchObject({ result: null, closedAt: null, cause: '等待' });
  expect((await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('follow-up.'))).toEqual([
    'follow-up.opened',
    'follow-up.attempted',
    'follow-up.attempted',
    'follow-up.closed',
    'follow-up.reopened',
  ]);
});

test('late is read from the clock, told once, and told anew when the deadline was moved', async () => {
  const org = await newOrganisation(server);
  const { id } = await enter(org);
  const made = await org.call(api.createFollowUp, { body: { feedbackId: id, hours: 1 } });
  expect(made).toMatchObject({ origin: 'feedback', said: slow, overdue: false });
  expect((await org.refusal(api.createFollowUp, { body: { feedbackId: id } })).code).toBe('follow_up_there');
  expect(await org.call(feedbackApi.getFeedback, { params: { id } })).toMatchObject({ followUpIds: [made.id] });
  await sql`update follow_up set opened_at = now() - interval '3 hours', due_at = now() - interval '1 hour' where org_id = ${org.orgId}`.execute(
    server.owner,
  );
  expect(await open(org, 'overdue')).toMatchObject([{ id: made.id, overdue: true }]);
  expect(await org.call(feedbackApi.countFeedback)).toMatchObject({ overdue: 1, followUps: 1 });
  await tellOverdue(server.root);
  await tellOverdue(server.root);
  expect(await eventsOf(org, 'follow-up.overdue')).toMatchObject([{ entity_id: made.id, data: { ownerId: org.accountId } }]);
  const dueAt = new Date(Date.now() + hour).toISOString();
  expect(await org.call(api.updateFollowUp, { params: { id: made.id }, body: { version: 1, dueAt } })).toMatchObject({ overdue: false });
  await tellOverdue(server.root, new Date(Date.now() + 2 * hour));
  expect(await eventsOf(org, 'follow-up.overdue')).toHaveLength(2);
  const early = await org.refusal(api.updateFollowUp, { params: { id: made.id }, body: { version: 2, dueAt: '2020-01-01T00:00:00Z' } });
  expect(early.errors).toMatchObject([{ path: 'dueAt', code: 'before_opening' }]);
});

test('names are masked for those who may not see them', async () => {
  const org = await newOrganisation(server);
  const customer = await org.call(createCustomer, { body: { kind: 'person', name: '李小龙', phone: '13800132207' } });
  const { id } = await org.call(api.createFollowUp, { body: { customerId: customer.id, said: '不满意' } });
  expect(await org.call(api.getFollowUp, { params: { id } }, { cookie: await org.as('auditor') })).toMatchObject({
    name: '李*龙',
    contact: '138****2207',
    masked: true,
  });
  expect((await org.refusal(api.createFollowUp, { body: { said: 'x' } })).errors).toMatchObject([{ path: 'customerId', code: 'required' }]);
});

const counted = {
  follow_up_recovery_rate: 'share',
  follow_up_in_time_rate: 'share',
  follow_up_contact_time: 'duration',
} as const;

async function createCountedIndicators(org: TestOrganisation): Promise<void> {
  const text = { zh: '回访', en: 'Follow-ups' };
  const rest = { decimals: 1, direction: 'higher', aggregate: 'mean', period: 'month', formula: null } as const;
  for (const [code, measure] of Object.entries(counted))
    await org.call(createIndicator, {
      body: {
        ...{ ...rest, code, measure, name: text, definition: text, dimension: 'responsiveness', perspective: 'user' },
        ...{ unit: measure === 'share' ? '%' : 'h', plausibleMin: 0, plausibleMax: 100, source: 'norm', targetSource: text, ownerId: null },
        limits: { target: 80, warning: 60, critical: 40 },
      },
    });
}

test('results flow into indicators that are there, are taken back when a follow-up is opened again, and are made again by a rebuild', async () => {
  const org = await newOrganisation(server);
  await createCountedIndicators(org);
  await criticOf(org);
  const opened = await only(org);
  // Opened an hour and a half ago, due an hour ago: whoever is reached now is reached too late.
  await sql`update follow_up set opened_at = now() - interval '90 minutes', due_at = now() - interval '1 hour' where id = ${opened.id}`.execute(
    server.owner,
  );
  const reached = await attempt(org, opened, true);
  await org.call(api.closeFollowUp, end(reached.id, reached.version, { cause: '等待', remedy: '退款' }));
  const observed = async () => {
    const { rows } = await sql<{ code: string; value: number; n: number }>`
      select i.code, o.value, o.n from observation o join indicator i on i.org_id = o.org_id and i.id = o.indicator_id
      where o.org_id = ${org.orgId} order by i.code`.execute(server.owner);
    return rows.map(({ code, value, n }) => [code, code === 'follow_up_contact_time' ? Math.round(value / 60) : value, n]);
  };
  const contact = ['follow_up_contact_time', 90, 1];
  const late = ['follow_up_in_time_rate', 0, 1];
  expect(await observed()).toEqual([contact, late, ['follow_up_recovery_rate', 1, 1]]);
  const again = await org.call(api.reopenFollowUp, { params: { id: reached.id } });
  expect(await observed()).toEqual([contact]);
  await org.call(api.closeFollowUp, end(reached.id, again.version, { result: 'not-recovered', cause: '等待' }));
  const standing = [contact, late, ['follow_up_recovery_rate', 0, 1]];
  expect(await observed()).toEqual(standing);

  expect(await rebuildFollowUpObservations(server.root, org.orgId)).toBe(0);
  await server.owner.deleteFrom('observation').where('org_id', '=', org.orgId).execute();
  expect(await rebuildFollowUpObservations(server.root, org.orgId)).toBe(3);
  expect(await observed()).toEqual(standing);
});

test('the report counts what is over, with intervals', async () => {
  const org = await newOrganisation(server);
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) {
    const { id } = await enter(org, { score: 1, scoreMax: 5 });
    ids.push((await org.call(api.createFollowUp, { body: { feedbackId: id } })).id);
  }
  const [first = '', second = ''] = ids;
  const reached = await attempt(org, { id: first, version: 1 }, true);
  await org.call(api.closeFollowUp, end(first, reached.version, { cause: '等待', remedy: '退款', secondScore: 4 }));
  const tried = await attempt(org, { id: second, version: 1 }, false);
  await org.call(api.closeFollowUp, end(second, tried.version, { result: 'unreachable' }));
  // Somewhere it is tomorrow already.
  const day = new Date(Date.now() + 24 * hour).toISOString().slice(0, 10);
  const report = await org.call(api.followUpReport, { query: { from: '2020-01-01', until: day } });
  // Wilson's formula by hand for 1 of 2: 0.0945312 to 0.9054688.
  expect(report).toMatchObject({
    ...{ opened: 3, closed: 2, reached: { yes: 1, n: 2 }, recovered: { yes: 1, n: 2 }, inTime: { yes: 2, n: 2 } },
    ...{ contact: { n: 1 }, change: { n: 1, mean: 0.6, interval: null }, causes: [{ cause: '等待', n: 1 }] },
  });
  expect(report.recovered.interval?.map((limit) => Number(limit.toFixed(4)))).toEqual([0.0945, 0.9055]);
  expect((await org.refusal(api.followUpReport, { query: { from: day, until: '2020-01-01' } })).errors).toMatchObject([
    { code: 'before_from' },
  ]);
});
