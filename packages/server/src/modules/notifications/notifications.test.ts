import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { changeCases, createCase, getCase, updateCase } from '@zhiheng/contract/cases/cases';
import { updateAccount } from '@zhiheng/contract/identity/accounts';
import type { BuiltInRole } from '@zhiheng/contract/identity/permission';
import { getMe } from '@zhiheng/contract/identity/sign-in';
import * as api from '@zhiheng/contract/notifications/notifications';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { deliverEvents } from '../../testing/deliver-events.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne, publishAgreement } from '../cases/cases.factory.ts';
import { receiveMessage } from '../cases/index.ts';
import { sweepClocks } from '../cases/sweep-clocks.ts';
import { remind } from './index.ts';

const server = useTestServer();

interface Person {
  readonly id: string;
  readonly cookie: string;
}
async function person(org: TestOrganisation, role: BuiltInRole = 'service-agent'): Promise<Person> {
  const cookie = await org.as(role);
  return { id: (await org.call(getMe, {}, { cookie })).id, cookie };
}
async function teamOf(org: TestOrganisation, lead: Person, members: readonly Person[] = []): Promise<string> {
  const { id } = await org.call(createUnit, { params: { kind: 'teams' }, body: { code: 'desk', name: { zh: '服务台', en: 'Desk' } } });
  for (const { id: who } of [lead, ...members])
    await org.call(updateAccount, { params: { id: who }, body: { teams: [{ teamId: id, lead: who === lead.id }] } });
  return id;
}
const heard = async (org: TestOrganisation, who: Person) => {
  await deliverEvents(server);
  return (await org.call(api.listNotifications, {}, who)).items.toReversed().map(({ kind, label, params }) => ({ kind, label, params }));
};
const wish = async (
  org: TestOrganisation,
  who: Person,
  more: Partial<api.NotificationSettings['kinds']>,
  rest: Partial<api.NotificationSettings> = {},
) => {
  const now = await org.call(api.getNotificationSettings, {}, who);
  return org.call(api.setNotificationSettings, { body: { ...now, ...rest, kinds: { ...now.kinds, ...more } } }, who);
};

test('who is given a case, mentioned, or written to by the customer is told once; who did it is not', async () => {
  const org = await newOrganisation(server);
  const [li, wu] = [await person(org), await person(org)];
  const { id } = await openOne(org, { assigneeId: li.id });
  const entry = { kind: 'note' as const, body: '@wu', mentions: [wu.id, li.id] };
  await org.call(updateCase, { params: { id }, body: { version: 1, entry } }, li);
  await org.inside((operation) =>
    receiveMessage(operation, id, { from: 'customer', channel: 'email', authorName: 'Customer', body: 'Well?' }),
  );
  const label = 'C-000001 Printer';
  const told = await heard(org, li);
  expect(told).toEqual([
    { kind: 'assigned', label, params: { by: 'Ada' } },
    { kind: 'customer-replied', label, params: {} },
  ]);
  expect(await heard(org, wu)).toEqual([{ kind: 'mentioned', label, params: { by: 'service-agent' } }]);
  await server.owner
    .updateTable('event_cursor')
    .set({ xid: '0', event_id: '00000000-0000-0000-0000-000000000000' })
    .where('org_id', '=', org.orgId)
    .execute();
  expect(await heard(org, li)).toEqual(told);
});

test('a new case of the team is told to those who want that', async () => {
  const org = await newOrganisation(server);
  const [lead, keen, calm] = [await person(org, 'team-lead'), await person(org), await person(org)];
  const teamId = await teamOf(org, lead, [keen, calm]);
  await wish(org, keen, { 'team-case': { app: true, mail: false, channels: [] } });
  expect(await eventsOf(org, 'notification-settings.changed')).toMatchObject([{ entity_id: keen.id }]);
  await openOne(org, { teamId });
  const moved = await openOne(org);
  await org.call(changeCases, { body: { ids: [moved.id], change: { teamId } } });
  expect(await heard(org, keen)).toMatchObject([{ kind: 'team-case' }, { kind: 'team-case' }]);
  expect(await heard(org, calm)).toEqual([]);
});

test('nobody hears of a restricted case that they may not see, and what became restricted is gone', async () => {
  const org = await newOrganisation(server);
  const [agent, lead, auditor] = [await person(org), await person(org, 'team-lead'), await person(org, 'auditor')];
  const { id } = await org.call(createCase, { body: { type: 'adverse-event', subject: 'Wrong dose' } });
  const mention = (version: number) =>
    org.call(updateCase, {
      params: { id },
      body: { version, entry: { kind: 'note', body: 'x', mentions: [agent.id, lead.id, auditor.id] } },
    });
  await mention(1);
  expect(await heard(org, agent)).toEqual([]);
  expect(await heard(org, auditor)).toEqual([]);
  expect(await heard(org, lead)).toMatchObject([{ kind: 'mentioned' }]);
  const open = await openOne(org);
  const body = { version: 1, entry: { kind: 'note' as const, body: 'x', mentions: [agent.id] } };
  await org.call(updateCase, { params: { id: open.id }, body });
  expect(await heard(org, agent)).toHaveLength(1);
  expect(await org.call(api.countNotifications, {}, agent)).toEqual({ unread: 1 });
  await org.call(updateCase, { params: { id: open.id }, body: { version: 2, type: 'adverse-event' } });
  expect(await heard(org, agent)).toEqual([]);
  expect(await org.call(api.countNotifications, {}, agent)).toEqual({ unread: 0 });
});

test('a step of an escalation tells whom the agreement names and raises the priority once; a breach tells assignee and lead', async () => {
  const org = await newOrganisation(server);
  const [agent, lead, manager] = [await person(org), await person(org, 'team-lead'), await person(org, 'quality-manager')];
  const teamId = await teamOf(org, lead, [agent]);
  const steps = [{ id: 'half', name: { zh: '过半', en: 'Half' }, at: { kind: 'percent' as const, percent: 50 } }];
  const agreementId = await publishAgreement(org, { seconds: 3600, steps });
  await sql`update agreement_version set definition = definition || ${JSON.stringify({ actions: [{ stepId: 'half', notify: ['assignee', 'quality-manager'], raisePriority: true }] })}::jsonb
    where org_id = ${org.orgId} and agreement_id = ${agreementId}`.execute(server.owner);
  const { id } = await openOne(org, { teamId, assigneeId: agent.id });
  const closed = await openOne(org, { teamId, assigneeId: agent.id });
  await sweepClocks(server.root, new Date(Date.now() + 1900_000));
  await org.call(changeCases, { body: { ids: [closed.id], change: { status: 'cancelled' } } });
  const told = await heard(org, agent);
  expect(told.filter(({ kind }) => kind === 'escalated')).toEqual([
    { kind: 'escalated', label: 'C-000001 Printer', params: { name: { zh: '过半', en: 'Half' }, target: 'resolution' } },
  ]);
  expect(await heard(org, manager)).toMatchObject([{ kind: 'escalated' }]);
  expect(await heard(org, lead)).toEqual([]);
  expect((await org.call(getCase, { params: { id } })).priority).toBe('p2');
  expect((await org.call(getCase, { params: { id: closed.id } })).priority).toBe('p3');
  await sweepClocks(server.root, new Date(Date.now() + 3700_000));
  await deliverEvents(server);
  expect(await heard(org, lead)).toEqual([{ kind: 'breached', label: 'C-000001 Printer', params: { target: 'resolution' } }]);
  expect((await org.call(getCase, { params: { id } })).priority).toBe('p2');
});

test('a contact that is due is told once, from eight in the morning of the house on', async () => {
  const org = await newOrganisation(server);
  const agent = await person(org);
  const { id } = await openOne(org, { assigneeId: agent.id });
  await sql`insert into case_follow_up (org_id, id, case_id, due_on) values (${org.orgId}, gen_random_uuid(), ${id}, '2031-03-04')`.execute(
    server.owner,
  );
  const due = async () => (await heard(org, agent)).filter(({ kind }) => kind === 'follow-up-due');
  await remind(server.root, new Date('2031-03-03T23:59:00Z'));
  expect(await due()).toEqual([]);
  await remind(server.root, new Date('2031-03-04T00:00:00Z'));
  await remind(server.root, new Date('2031-03-04T00:01:00Z'));
  expect(await due()).toEqual([{ kind: 'follow-up-due', label: 'C-000001 Printer', params: { dueOn: '2031-03-04' } }]);
});

test('who leads a team gets one summary a day at eight; others when they choose an hour, in their own zone', async () => {
  const org = await newOrganisation(server);
  const [lead, agent, idle] = [await person(org, 'team-lead'), await person(org), await person(org, 'auditor')];
  const teamId = await teamOf(org, lead, [agent]);
  await wish(org, agent, {}, { digestHour: 9, timeZone: 'Europe/Berlin' });
  await wish(org, idle, {}, { digestHour: 0 });
  const due = async (at: string, assigneeId: string | null) => {
    const { id } = await openOne(org, { teamId, assigneeId });
    await sql`update service_case set due_at = ${at}, due_state = 'running' where org_id = ${org.orgId} and id = ${id}`.execute(
      server.owner,
    );
  };
  await due('2031-03-03T10:00:00Z', null);
  await due('2031-03-04T15:59:00Z', agent.id);
  await due('2031-03-04T16:01:00Z', null);
  const digests = async (who: Person) => (await heard(org, who)).filter(({ kind }) => kind === 'digest').map(({ params }) => params);
  await remind(server.root, new Date('2031-03-03T23:59:00Z'));
  expect(await digests(lead)).toEqual([]);
  await remind(server.root, new Date('2031-03-04T00:00:00Z'));
  await remind(server.root, new Date('2031-03-04T05:00:00Z'));
  // 16:01 UTC is the next day in Shanghai
  expect(await digests(lead)).toEqual([{ day: '2031-03-04', overdue: 1, dueToday: 1, followUps: 0 }]);
  await remind(server.root, new Date('2031-03-04T07:59:00Z'));
  expect(await digests(agent)).toEqual([]);
  await remind(server.root, new Date('2031-03-04T08:00:00Z'));
  expect(await digests(agent)).toEqual([{ day: '2031-03-04', overdue: 0, dueToday: 1, followUps: 0 }]);
  expect(await digests(idle)).toEqual([]);
});

test('read is read: one, all, and nobody else’s', async () => {
  const org = await newOrganisation(server);
  const [li, wu] = [await person(org), await person(org)];
  for (let n = 0; n < 3; n++) await openOne(org, { assigneeId: li.id });
  await openOne(org, { assigneeId: wu.id });
  await heard(org, li);
  const { items } = await org.call(api.listNotifications, { query: { limit: 2 } }, li);
  expect(await org.call(api.readNotifications, { body: { ids: [items[0]!.id] } }, li)).toEqual({ unread: 2 });
  expect((await org.call(api.listNotifications, { query: { unread: 'true' } }, li)).items).toHaveLength(2);
  expect(await org.call(api.readNotifications, { body: { ids: [items[1]!.id] } }, wu)).toEqual({ unread: 1 });
  expect(await org.call(api.readNotifications, { body: {} }, li)).toEqual({ unread: 0 });
  expect(await org.call(api.countNotifications, {}, wu)).toEqual({ unread: 1 });
  const page = await org.call(api.listNotifications, { query: { limit: 2 } }, li);
  const next = await org.call(api.listNotifications, { query: { limit: 2, cursor: page.next! } }, li);
  expect(next).toMatchObject({ items: [{ read: true }], next: null });
});

test('a zone that there is not is refused', async () => {
  const org = await newOrganisation(server);
  const settings = await org.call(api.getNotificationSettings);
  const refused = await org.refusal(api.setNotificationSettings, { body: { ...settings, timeZone: 'Mars/Base' } });
  expect(refused.errors).toMatchObject([{ path: 'timeZone', code: 'time_zone' }]);
});

test('an open page hears that there is something new for its owner, and for nobody else', async () => {
  const org = await newOrganisation(server);
  const [li, wu] = [await person(org), await person(org)];
  if (!server.app.server.listening) await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.app.server.address() as AddressInfo;
  const listen = async ({ cookie }: Person) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/notification-stream`, { headers: { cookie } });
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    return reader;
  };
  const [own, other] = [await listen(li), await listen(wu)];
  const never = other.read().then(({ done }) => (done ? 'closed' : 'told'));
  await openOne(org, { assigneeId: li.id });
  await deliverEvents(server);
  expect((await own.read()).value).toBe('event: notified\ndata: {}\n\n');
  await other.cancel();
  expect(await never).toBe('closed');
  await own.cancel();
});
