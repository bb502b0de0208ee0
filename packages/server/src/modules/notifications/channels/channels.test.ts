import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  createChannel,
  deleteChannel,
  listChannels,
  listDeliveries,
  retryDelivery,
  testChannel,
  type RoomKind,
  updateChannel,
} from '@zhiheng/contract/notifications/channels';
import { getMe } from '@zhiheng/contract/identity/sign-in';
import { getNotificationSettings, setNotificationSettings } from '@zhiheng/contract/notifications/notifications';
import { networksOf } from '../../../platform/outbound/address-guard.ts';
import { deliverEvents } from '../../../testing/deliver-events.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { startReceiver } from '../../../testing/receiver.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../../cases/cases.factory.ts';
import { ChannelRunner, notify } from '../index.ts';

const server = useTestServer();
const fields = { name: 'Room', language: 'en' as const, kinds: [] as RoomKind[], choosable: true, active: true, secret: null };
const runner = () =>
  new ChannelRunner({
    ...{ root: server.root, sealer: server.platform.sealer, allowed: networksOf(['127.0.0.1/32']), publicUrl: 'https://desk.example/' },
  });
const later = (minutes: number) => ({ now: new Date(Date.now() + minutes * 60_000), wait: true });

const ok = () => ({ body: { errcode: 0, errmsg: 'ok' } });

async function agent(org: TestOrganisation, channelIds: string[]) {
  const who = { cookie: await org.as('service-agent') };
  const { id } = await org.call(getMe, {}, who);
  const { choosable, ...now } = await org.call(getNotificationSettings, {}, who);
  const kinds = { ...now.kinds, assigned: { app: true, mail: false, channels: channelIds } };
  await org.call(setNotificationSettings, { body: { ...now, kinds } }, who);
  return { id, choosable, ...who };
}

const told = (org: TestOrganisation, count: number, kind: 'breached' | 'objective-alert' = 'objective-alert') =>
  org.inside((operation) =>
    notify(
      operation,
      Array.from({ length: count }, (_, n) => ({
        ...({ kind, key: `alert-${n}`, at: operation.now, to: 'quality-manager' } as const),
        ...{ entity: { kind: 'objective', id: 'o', label: `Alert ${n}` }, by: null, alert: false, params: {} },
      })),
    ),
  );

test('a person hears in the channel that was chosen, once, by the rule of the robot', async () => {
  const org = await newOrganisation(server);
  const robot = await startReceiver(({ query, body }) => {
    // What DingTalk itself checks: https://open.dingtalk.com/document/robots/customize-robot-security-settings
    const stamp = query.get('timestamp') ?? '';
    const sign = createHmac('sha256', 'SECabc').update(`${stamp}\nSECabc`).digest('base64');
    const fresh = Math.abs(Date.now() - Number(stamp)) < 3_600_000;
    const { msgtype, markdown } = JSON.parse(body) as { msgtype: string; markdown: { title?: string; text?: string } };
    const formed = msgtype === 'markdown' && markdown.title !== undefined && markdown.text !== undefined;
    return query.get('sign') === sign && fresh && formed ? ok() : { body: { errcode: 310000, errmsg: 'sign not match' } };
  });
  const channel = await org.call(createChannel, {
    body: { ...fields, kind: 'dingtalk', url: `${robot.url}/robot/send?access_token=t1`, secret: 'SECabc' },
  });
  expect(JSON.stringify(channel)).not.toMatch(/SECabc|access_token|t1/);
  const li = await agent(org, [channel.id]);
  expect(li.choosable).toEqual([{ id: channel.id, name: 'Room', kind: 'dingtalk' }]);
  const opened = await openOne(org, { assigneeId: li.id, subject: 'No light' });
  await deliverEvents(server);
  const sends = runner();
  await sends.sweep({ wait: true });
  await sends.sweep({ wait: true });
  expect(robot.received).toHaveLength(1);
  expect(robot.received[0]?.body).toContain('No light');
  expect(robot.received[0]?.body).toContain(`https://desk.example/app/cases/${opened.id}`);
  expect((await org.call(listDeliveries)).items).toMatchObject([{ state: 'sent', attempts: 1, person: 'service-agent', failure: null }]);
  expect((await org.call(listChannels)).items).toMatchObject([{ health: { failure: null }, waiting: 0, failed: 0 }]);
});

test('a room is told each thing once, and nothing of a case that only some may see', async () => {
  const org = await newOrganisation(server);
  const robot = await startReceiver(ok);
  await org.call(createChannel, { body: { ...fields, kinds: ['team-case', 'assigned'], kind: 'webhook', url: robot.url } });
  const li = await agent(org, []);
  await openOne(org, { assigneeId: li.id, subject: 'Plain' });
  await openOne(org, { assigneeId: li.id, subject: 'Hidden', type: 'adverse-event' });
  await deliverEvents(server);
  await runner().sweep({ wait: true });
  const labels = robot.received.map(({ body }) => (JSON.parse(body) as { label: string; person: string | null }).label);
  expect(labels).toEqual([expect.stringContaining('Plain')]);
});

test('no more goes out in a minute than a robot takes; the rest follows', async () => {
  const org = await newOrganisation(server);
  const robot = await startReceiver(ok);
  await org.call(createChannel, { body: { ...fields, kinds: ['objective-alert'], kind: 'wecom', url: `${robot.url}/send?key=k` } });
  await told(org, 25);
  const sends = runner();
  await sends.sweep({ wait: true });
  await sends.sweep({ wait: true });
  expect(robot.received).toHaveLength(20);
  await sends.sweep(later(2));
  expect(robot.received).toHaveLength(25);
  expect(new Set(robot.received.map(({ body }) => body)).size).toBe(25);
});

test('a target that hangs keeps nobody else waiting, and is tried again', async () => {
  const org = await newOrganisation(server);
  const [silent, quick] = [await startReceiver(() => null), await startReceiver(ok)];
  for (const [name, { url }] of Object.entries({ silent, quick }))
    await org.call(createChannel, { body: { ...fields, name, kinds: ['objective-alert'], kind: 'webhook', url } });
  await told(org, 2);
  const sends = runner();
  const began = Date.now();
  const all = sends.sweep({ wait: true });
  await expect.poll(() => quick.received.length, { timeout: 5000 }).toBe(2);
  expect(Date.now() - began).toBeLessThan(5000);
  await all;
  expect(silent.received).toHaveLength(1);
  const { items } = await org.call(listDeliveries, { query: { state: 'waiting' } });
  expect(items.map(({ failure }) => failure).sort()).toEqual([null, 'timeout']);
  expect(items.every(({ nextAt }) => nextAt !== null && Date.parse(nextAt) > Date.now() + 30_000)).toBe(true);
}, 30_000);

test('after the last attempt it is given up with its reason, and a person may try again', async () => {
  const org = await newOrganisation(server);
  let broken = true;
  const robot = await startReceiver(() => (broken ? { status: 500 } : {}));
  await org.call(createChannel, { body: { ...fields, kinds: ['objective-alert'], kind: 'webhook', url: robot.url } });
  await told(org, 1);
  const sends = runner();
  for (let day = 0; day < 8; day++) await sends.sweep(later(day * 1440));
  expect(robot.received).toHaveLength(7);
  const [failed] = (await org.call(listDeliveries)).items;
  expect(failed).toMatchObject({ state: 'failed', failure: 'wrong-status', status: 500, attempts: 7 });
  expect(await eventsOf(org, 'notification-delivery.failed')).toHaveLength(1);
  broken = false;
  await org.call(retryDelivery, { params: { id: failed!.id }, body: {} });
  expect(await org.refusal(retryDelivery, { params: { id: failed!.id }, body: {} })).toMatchObject({ code: 'delivery_not_failed' });
  await sends.sweep({ wait: true });
  expect((await org.call(listDeliveries)).items).toMatchObject([{ state: 'sent' }]);
});

test('quiet hours hold a message back, what is urgent passes', async () => {
  const org = await newOrganisation(server);
  const robot = await startReceiver(ok);
  const channel = await org.call(createChannel, { body: { ...fields, kind: 'webhook', url: robot.url } });
  const li = await agent(org, [channel.id]);
  const { choosable: _, ...now } = await org.call(getNotificationSettings, {}, li);
  const clock = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16);
  const both = { app: true, mail: false, channels: [channel.id] };
  const body = {
    ...now,
    ...{ kinds: { ...now.kinds, assigned: both, 'objective-alert': both }, timeZone: 'UTC' },
    quiet: { from: clock(-60), to: clock(60), urgentPasses: true },
  };
  expect(
    await org.refusal(setNotificationSettings, { body: { ...body, quiet: { from: '08:00', to: '08:00', urgentPasses: true } } }, li),
  ).toMatchObject({
    errors: [{ path: 'quiet.to', code: 'quiet_all_day' }],
  });
  await org.call(setNotificationSettings, { body }, li);
  await openOne(org, { assigneeId: li.id });
  await deliverEvents(server);
  const draft = { at: new Date(), to: { accountId: li.id }, by: null, alert: false, params: {} };
  await org.inside((operation) =>
    notify(operation, [{ ...draft, kind: 'objective-alert', key: 'u', entity: { kind: 'objective', id: 'o', label: 'Burns' } }]),
  );
  const sends = runner();
  await sends.sweep({ wait: true });
  expect(robot.received.map(({ body: text }) => (JSON.parse(text) as { label: string }).label)).toEqual(['Burns']);
  await sends.sweep(later(61));
  expect(robot.received).toHaveLength(2);
});

test('no address inside the network is taken or reached, and a name that leads there is refused when it is used', async () => {
  const org = await newOrganisation(server);
  const create = (url: string) => org.refusal(createChannel, { body: { ...fields, kind: 'webhook', url } });
  for (const url of [
    'http://10.0.0.1/x',
    'http://[::1]:80/',
    'http://169.254.169.254/latest',
    'http://127.0.0.2/hook',
    'http://2130706434/',
  ])
    expect(await create(url)).toMatchObject({ errors: [{ path: 'url', code: 'address_inside_network' }] });
  expect(await create('https://user:pass@example.com/')).toMatchObject({ errors: [{ code: 'address_with_password' }] });
  expect(await org.refusal(createChannel, { body: { ...fields, kind: 'wecom', url: 'https://qyapi.example/send' } })).toMatchObject({
    errors: [{ path: 'url', code: 'address_lacks', params: { what: 'key' } }],
  });
  const redirecting = await startReceiver(() => ({ status: 302, headers: { location: 'http://10.0.0.1/' } }));
  const channel = await org.call(createChannel, { body: { ...fields, kind: 'webhook', url: redirecting.url } });
  expect(await org.call(testChannel, { params: { id: channel.id }, body: {} })).toMatchObject({ ok: false, failure: 'redirected' });
  const named = await org.call(createChannel, {
    body: { ...fields, name: 'Named', kind: 'webhook', url: 'http://localhost.localdomain/' },
  });
  const trial = await org.call(testChannel, { params: { id: named.id }, body: {} });
  expect(['refused-address', 'name-not-found']).toContain(trial.failure);
});

test('a test message arrives; a new address asks for its secret again; what is removed is gone', async () => {
  const org = await newOrganisation(server);
  const robot = await startReceiver(({ body }) => {
    // What Feishu itself checks: https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
    const { timestamp, sign, msg_type: type } = JSON.parse(body) as { timestamp: string; sign: string; msg_type: string };
    const right = createHmac('sha256', `${timestamp}\nfs`).update('').digest('base64');
    return { body: sign === right && type === 'post' ? { code: 0 } : { code: 19021, msg: 'sign match fail' } };
  });
  const channel = await org.call(createChannel, { body: { ...fields, kind: 'feishu', url: `${robot.url}/hook/1`, secret: 'fs' } });
  const params = { id: channel.id };
  expect(await org.call(testChannel, { params, body: {} })).toEqual({ ok: true, failure: null, status: 200, detail: '' });
  const { secret: _, ...rest } = fields;
  const moved = { ...rest, version: 1, url: `${robot.url}/hook/2` };
  expect(await org.refusal(updateChannel, { params, body: moved })).toMatchObject({ errors: [{ path: 'secret', code: 'secret_needed' }] });
  await org.call(updateChannel, { params, body: { ...moved, secret: 'wrong' } });
  expect(await org.refusal(updateChannel, { params, body: { ...moved, secret: 'fs' } })).toMatchObject({ code: 'changed_meanwhile' });
  expect(await org.call(testChannel, { params, body: {} })).toMatchObject({
    ok: false,
    failure: 'refused',
    detail: expect.stringContaining('sign match fail'),
  });
  expect(robot.received.map(({ path }) => path)).toEqual(['/hook/1', '/hook/2']);
  await org.call(deleteChannel, { params });
  expect((await org.call(listChannels)).items).toEqual([]);
  const events = ['created', 'changed', 'deleted'] as const;
  for (const what of events) expect(await eventsOf(org, `notification-channel.${what}`)).toHaveLength(1);
  expect(JSON.stringify(await eventsOf(org, 'notification-channel.changed'))).not.toContain('wrong');
});
