import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  createWebhook,
  listWebhookDeliveries,
  listWebhooks,
  replayWebhookDelivery,
  rotateWebhookSecret,
  updateWebhook,
} from '@zhiheng/contract/open-data/webhooks';
import { listNotifications } from '@zhiheng/contract/notifications/notifications';
import { networksOf } from '../../../platform/outbound/address-guard.ts';
import { deliverEvents } from '../../../testing/deliver-events.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { startReceiver, type Received } from '../../../testing/receiver.ts';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../../cases/cases.factory.ts';
import { forgetOldDeliveries, WebhookRunner } from '../index.ts';

const server = useTestServer();
const runner = () => new WebhookRunner({ root: server.root, sealer: server.platform.sealer, allowed: networksOf(['127.0.0.1/32']) });
const later = (minutes: number) => ({ now: new Date(Date.now() + minutes * 60_000), wait: true });

/** What a receiver does: the header's time and any of its signatures over `time.body`. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const parts = String(headers['zhiheng-signature'])
    .split(',')
    .map((part) => part.split('=', 2) as [string, string]);
  const time = parts.find(([name]) => name === 't')?.[1] ?? '';
  const right = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  const fresh = Math.abs(Date.now() / 1000 - Number(time)) < 300;
  return fresh && parts.some(([name, mark]) => name === 'v1' && mark === right);
}

interface CloudEvent {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly changes?: Record<string, unknown> };
}
const eventIn = ({ body }: Received) => JSON.parse(body) as CloudEvent;

test('a program is told what it asked for, as a CloudEvent that it can check', async () => {
  const org = await newOrganisation(server);
  const hook = await startReceiver();
  const { secret, webhook } = await org.call(createWebhook, {
    body: { name: 'In', types: ['case.opened'], url: `${hook.url}/in?token=t` },
  });
  expect(JSON.stringify(webhook)).not.toMatch(/token|sealed/);
  const opened = await openOne(org, { subject: 'Printer of Mrs Li', contactName: 'Li Hua', contactEmail: 'li@example.org' });
  await deliverEvents(server);
  await runner().sweep({ wait: true });
  expect(hook.received).toHaveLength(1);
  const [received] = hook.received;
  expect(received?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
  expect(isSigned(received!, secret)).toBe(true);
  expect(isSigned(received!, `${secret}x`)).toBe(false);
  expect(JSON.parse(received!.body)).toMatchObject({
    ...{ specversion: '1.0', type: 'org.zhiheng.case.opened', source: `/organisations/${org.orgId}`, subject: `case/${opened.id}` },
    ...{
      datacontenttype: 'application/json',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      data: { entity: { kind: 'case', id: opened.id } },
    },
  });
  expect(received?.body).not.toMatch(/Li Hua|li@example|Mrs Li/);
});

test('of what is personal or restricted only the id goes out', async () => {
  const org = await newOrganisation(server);
  const hook = await startReceiver();
  await org.call(createWebhook, { body: { name: 'All', types: [], url: hook.url } });
  await openOne(org, { type: 'adverse-event', subject: 'Hidden' });
  await openOne(org, { subject: 'Plain' });
  await deliverEvents(server);
  await runner().sweep({ wait: true });
  const opened = hook.received.map(eventIn).filter(({ type }) => type === 'org.zhiheng.case.opened');
  expect(opened.map(({ data }) => data.changes !== undefined)).toEqual([false, true]);
});

test('an event is tried again under the same id with the same words, and sent anew when somebody asks', async () => {
  const org = await newOrganisation(server);
  let answers = [503, 500];
  const hook = await startReceiver(() => ({ status: answers.shift() ?? 200 }));
  await org.call(createWebhook, { body: { name: 'Shaky', types: ['case.opened'], url: hook.url } });
  await openOne(org);
  await deliverEvents(server);
  const sends = runner();
  await sends.sweep({ wait: true });
  await sends.sweep({ wait: true });
  expect(hook.received).toHaveLength(1);
  await sends.sweep(later(2));
  await sends.sweep(later(10));
  expect(hook.received).toHaveLength(3);
  expect(new Set(hook.received.map(({ body }) => body)).size).toBe(1);
  const { items } = await org.call(listWebhookDeliveries);
  expect(items).toMatchObject([{ state: 'sent', attempts: 3, failure: null, replay: 0 }]);
  answers = [];
  await org.call(replayWebhookDelivery, { params: { id: items[0]!.id }, body: {} });
  await sends.sweep({ wait: true });
  expect(hook.received).toHaveLength(4);
  expect(new Set(hook.received.map((one) => eventIn(one).id)).size).toBe(1);
  expect((await org.call(listWebhookDeliveries)).items.map(({ replay }) => replay)).toEqual([1, 0]);
  expect(await eventsOf(org, 'webhook.replayed')).toHaveLength(1);
});

test('after a day without one success it is disabled, somebody is told, and nothing of what waits is lost', async () => {
  const org = await newOrganisation(server);
  let broken = true;
  const hook = await startReceiver(() => ({ status: broken ? 500 : 200 }));
  const { webhook } = await org.call(createWebhook, { body: { name: 'Dead', types: ['case.opened'], url: hook.url } });
  await openOne(org, { subject: 'one' });
  await openOne(org, { subject: 'two' });
  await deliverEvents(server);
  const sends = runner();
  let minutes = 0;
  for (let turn = 0; turn < 12; turn++) {
    await sends.sweep(later(minutes));
    minutes += 700;
  }
  expect((await org.call(listWebhooks)).items).toMatchObject([
    { state: 'disabled', failed: 1, waiting: 1, health: { failure: 'wrong-status' } },
  ]);
  expect(await eventsOf(org, 'webhook.disabled')).toHaveLength(1);
  await deliverEvents(server);
  expect((await org.call(listNotifications)).items.filter(({ kind }) => kind === 'webhook-off')).toHaveLength(1);
  const count = hook.received.length;
  await sends.sweep(later(minutes));
  expect(hook.received).toHaveLength(count);
  broken = false;
  const [now] = (await org.call(listWebhooks)).items;
  await org.call(updateWebhook, {
    params: { id: webhook.id },
    body: { version: now!.version, name: 'Dead', types: ['case.opened'], state: 'active' },
  });
  await sends.sweep({ wait: true });
  expect(hook.received).toHaveLength(count + 1);
});

test('a changed secret signs beside the former one for a day', async () => {
  const org = await newOrganisation(server);
  const hook = await startReceiver();
  const { secret: first, webhook } = await org.call(createWebhook, { body: { name: 'In', types: ['case.opened'], url: hook.url } });
  const { secret: second } = await org.call(rotateWebhookSecret, { params: { id: webhook.id }, body: {} });
  expect(second).not.toBe(first);
  await openOne(org);
  await deliverEvents(server);
  const sends = runner();
  await sends.sweep({ wait: true });
  expect([first, second].map((secret) => isSigned(hook.received[0]!, secret))).toEqual([true, true]);
  await openOne(org);
  await deliverEvents(server);
  await sends.sweep(later(1441));
  expect([first, second].map((secret) => isSigned(hook.received[1]!, secret))).toEqual([false, true]);
});

test('an address inside the network is refused, what happened before is not told, and the log forgets', async () => {
  const org = await newOrganisation(server);
  const hook = await startReceiver();
  await openOne(org);
  const refused = await org.refusal(createWebhook, { body: { name: 'In', types: [], url: 'http://192.168.0.1/' } });
  expect(refused).toMatchObject({ errors: [{ path: 'url', code: 'address_inside_network' }] });
  await org.call(createWebhook, { body: { name: 'In', types: ['case.opened'], url: hook.url } });
  await deliverEvents(server);
  await runner().sweep({ wait: true });
  expect(hook.received).toEqual([]);
  await openOne(org);
  await deliverEvents(server);
  await runner().sweep({ wait: true });
  expect(hook.received).toHaveLength(1);
  await forgetOldDeliveries(server.root, new Date(Date.now() + 29 * 86_400_000));
  expect((await org.call(listWebhookDeliveries)).items).toHaveLength(1);
  await forgetOldDeliveries(server.root, new Date(Date.now() + 31 * 86_400_000));
  expect((await org.call(listWebhookDeliveries)).items).toEqual([]);
});
