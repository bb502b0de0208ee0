import { expect, test } from 'vitest';
import { getMe } from '@zhiheng/contract/identity/sign-in';
import { getNotificationSettings, listNotifications, setNotificationSettings } from '@zhiheng/contract/notifications/notifications';
import { newId } from '../../platform/identifier.ts';
import { deliverEvents } from '../../testing/deliver-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne } from '../cases/cases.factory.ts';
import { outgoingTo, setUpMail } from '../mail/mail.factory.ts';
import { mailNotices, notify } from './index.ts';

const server = useTestServer();

async function agentWithMail(org: TestOrganisation) {
  const who = { cookie: await org.as('service-agent') };
  const { id } = await org.call(getMe, {}, who);
  const now = await org.call(getNotificationSettings, {}, who);
  const both = { app: true, mail: true };
  await org.call(setNotificationSettings, { body: { ...now, kinds: { ...now.kinds, assigned: both, breached: both } } }, who);
  return { id, ...who };
}
const outbox = (org: TestOrganisation) =>
  server.owner
    .selectFrom('mail_out')
    .select(['recipient', 'subject', 'body'])
    .where('org_id', '=', org.orgId)
    .where('kind', '=', 'notice')
    .orderBy('id')
    .execute();

test('what is wanted by mail is put into the outbox once, with a way to the case', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(2525) });
  const agent = await agentWithMail(org);
  await openOne(org, { assigneeId: agent.id, subject: 'No light' });
  await deliverEvents(server);
  await mailNotices(server.root, 'https://desk.example/');
  await mailNotices(server.root, 'https://desk.example/');
  const mails = await outbox(org);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.recipient).toBe(`service-agent-${agent.id}@example.org`);
  expect(mails[0]?.subject).toContain('C-000001 No light');
  expect(mails[0]?.body).toContain('https://desk.example/app/cases/C-000001');
});

test('where no mail is sent, nothing waits, and the notice is there all the same', async () => {
  const org = await newOrganisation(server);
  const agent = await agentWithMail(org);
  await openOne(org, { assigneeId: agent.id });
  await deliverEvents(server);
  await mailNotices(server.root, null);
  await setUpMail(org, { outgoing: outgoingTo(2525) });
  await mailNotices(server.root, null);
  expect(await outbox(org)).toEqual([]);
  expect((await org.call(listNotifications, {}, agent)).items).toHaveLength(1);
});

test('a storm of alerts is three mails at once and one for the rest', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(2525) });
  const agent = await agentWithMail(org);
  const start = new Date(Math.floor(Date.now() / 1000) * 1000);
  const alerts = Array.from({ length: 10 }, (_, n) => ({
    ...({ kind: 'breached', key: newId(), at: new Date(start.getTime() + n * 1000), to: { accountId: agent.id } } as const),
    ...{ entity: { kind: 'objective', id: newId(), label: `Alert ${n}` }, by: null, alert: false, params: {} },
  }));
  await org.inside((operation) => notify(operation, alerts));
  await mailNotices(server.root, null, new Date(start.getTime() + 20_000));
  expect(await outbox(org)).toHaveLength(3);
  await mailNotices(server.root, null, new Date(start.getTime() + 599_000));
  expect(await outbox(org)).toHaveLength(3);
  await mailNotices(server.root, null, new Date(start.getTime() + 601_000));
  const mails = await outbox(org);
  expect(mails).toHaveLength(4);
  expect(mails[3]?.body).toContain('Alert 3');
  expect(mails[3]?.body).toContain('Alert 9');
  await mailNotices(server.root, null, new Date(start.getTime() + 700_000));
  expect(await outbox(org)).toHaveLength(4);
});
