import { sql } from 'kysely';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getCase, updateCase, uploadCaseAttachment } from '@zhiheng/contract/cases/cases';
import { getMailSettings, listSentMail, retryMail, testOutgoing } from '@zhiheng/contract/mail/mail';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne } from '../cases/cases.factory.ts';
import { queueMail } from './index.ts';
import { outgoingTo, sendAll, setUpMail, startSmtp, type SmtpHost } from './mail.factory.ts';

const server = useTestServer();
let smtp: SmtpHost;
beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(() => smtp.stop());

const addressed = (name: string) => ({ contactName: '王小明', contactEmail: `${name}@customer.example`, channel: 'email' as const });
const mailsTo = (name: string) => smtp.mails.filter(({ to }) => to.includes(`${name}@customer.example`));
const reply = async (org: TestOrganisation, id: string, more: object = {}) => {
  const { version } = await org.call(getCase, { params: { id } });
  return org.call(updateCase, { params: { id }, body: { version, entry: { kind: 'reply', body: '请重启 <b>打印机</b>', ...more } } });
};
const deliveryOf = async (org: TestOrganisation, id: string) =>
  (await org.call(getCase, { params: { id } })).entries.filter(({ kind }) => kind === 'reply').map(({ delivery }) => delivery);

test('without settings nothing is sent, and nothing waits', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org, addressed('quiet'));
  await reply(org, id);
  expect(await org.inside((operation) => queueMail(operation, { to: 'a@b.example', subject: 'x', text: 'x', key: '1' }))).toBe(false);
  await sendAll(server);
  await setUpMail(org, { outgoing: outgoingTo(smtp.port) });
  await sendAll(server);
  expect(await deliveryOf(org, id)).toEqual([null]);
  expect((await org.call(listSentMail)).items).toEqual([]);
});

test('a customer who wrote is told the number, and gets the reply with its files in the same thread', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(smtp.port) });
  const { id, number } = await openOne(org, { ...addressed('li'), subject: '打印机', language: 'zh' });
  await sendAll(server);
  const form = new FormData();
  form.append('file', new Blob(['hello']), '说明.txt');
  const { id: fileId } = await org.call(uploadCaseAttachment, { body: form });
  await reply(org, id, { attachmentIds: [fileId] });
  expect(await deliveryOf(org, id)).toEqual([null]);
  await sendAll(server);
  await sendAll(server);
  const [confirmation, answer, ...more] = await Promise.all(mailsTo('li').map(({ raw }) => simpleParser(raw)));
  expect(more).toEqual([]);
  expect(confirmation).toMatchObject({
    subject: `[${number}] 已收到：打印机`,
    from: { value: [{ name: '服务台', address: 'desk@house.example' }] },
  });
  expect(confirmation?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(confirmation?.text).toContain(number);
  expect(answer).toMatchObject({ subject: `[${number}] 打印机`, references: confirmation?.messageId });
  expect(answer?.headers.has('auto-submitted')).toBe(false);
  expect(answer?.text).toContain('请重启 <b>打印机</b>');
  expect(answer?.html).toContain('请重启 &lt;b&gt;打印机&lt;/b&gt;');
  expect(answer?.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([['说明.txt', 'hello']]);
  expect(await deliveryOf(org, id)).toEqual(['sent']);
  expect((await org.call(listSentMail)).items.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['reply sent', 'confirmation sent']);
});

test('notes stay in the house; what was said by telephone is not mailed', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(smtp.port), confirms: false });
  const { id } = await openOne(org, addressed('noted'));
  await reply(org, id, { kind: 'note', body: 'secret' });
  await reply(org, id, { channel: 'phone' });
  await sendAll(server);
  expect(mailsTo('noted')).toEqual([]);
});

test('a recipient whom the server does not know fails at once, on the case too, and can be tried again', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(smtp.port), confirms: false });
  const { id } = await openOne(org, addressed('gone'));
  smtp.refusals.set('gone@customer.example', 550);
  await reply(org, id);
  await sendAll(server);
  expect(await deliveryOf(org, id)).toEqual(['failed']);
  const { items, failed } = await org.call(listSentMail, { query: { state: 'failed' } });
  expect(items).toMatchObject([{ failure: 'recipient_refused', caseId: id, attempts: 1, nextAt: null }]);
  expect(items[0]?.detail).toContain('no such user here');
  expect(failed).toBe(1);
  expect(await eventsOf(org, 'mail.failed')).toMatchObject([{ data: { reason: 'recipient_refused', caseId: id } }]);
  smtp.refusals.clear();
  await org.call(retryMail, { params: { id: items[0]?.id ?? '' }, body: {} });
  expect(await deliveryOf(org, id)).toEqual(['waiting']);
  await sendAll(server);
  expect([await deliveryOf(org, id), mailsTo('gone').length]).toEqual([['sent'], 1]);
  expect((await org.refusal(retryMail, { params: { id: items[0]?.id ?? '' }, body: {} })).code).toBe('mail_not_failed');
});

test('what a server puts off for now is tried again, longer and longer, until two days are over', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(smtp.port), confirms: false });
  const { id } = await openOne(org, addressed('busy'));
  smtp.refusals.set('busy@customer.example', 451);
  await reply(org, id);
  await sendAll(server);
  const first = (await org.call(listSentMail)).items[0];
  expect(first).toMatchObject({ state: 'waiting', attempts: 1, failure: 'recipient_refused' });
  expect(await deliveryOf(org, id)).toEqual(['waiting']);
  const again = () =>
    org.inside(async ({ db, orgId, now }) => {
      await sql`update mail_out set next_at = ${now} where org_id = ${orgId}`.execute(db);
    });
  for (let attempt = 2; attempt <= 10; attempt++) {
    await again();
    await sendAll(server);
  }
  expect((await org.call(listSentMail)).items).toMatchObject([{ state: 'failed', attempts: 10 }]);
  expect(await deliveryOf(org, id)).toEqual(['failed']);
});

test('a wrong password is shown in the settings and holds the mails back; the right one sends them', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(smtp.port, { password: 'wrong' }), confirms: false });
  const { id } = await openOne(org, addressed('later'));
  await reply(org, id);
  await sendAll(server);
  expect((await org.call(getMailSettings)).outgoing).toMatchObject({ hasPassword: true, health: { failure: 'login_refused' } });
  expect(await deliveryOf(org, id)).toEqual(['waiting']);
  await setUpMail(org, { outgoing: outgoingTo(smtp.port) });
  await sendAll(server);
  expect(await deliveryOf(org, id)).toEqual(['sent']);
  expect((await org.call(getMailSettings)).outgoing).toMatchObject({ health: { failure: null } });
});

test('a notice with one key is sent once', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(smtp.port) });
  const notice = {
    to: 'digest@customer.example',
    subject: 'Due\r\nBcc: eve@example.org',
    text: 'today',
    key: 'digest-1',
    language: 'en' as const,
  };
  for (let time = 1; time <= 2; time++) expect(await org.inside((operation) => queueMail(operation, notice))).toBe(true);
  await sendAll(server);
  expect(mailsTo('digest').length).toBe(1);
  const mail = await simpleParser(mailsTo('digest')[0]?.raw ?? '');
  expect(mail).toMatchObject({ subject: 'Due Bcc: eve@example.org', from: { value: [{ name: 'Service desk' }] } });
  expect(mail.bcc).toBeUndefined();
});

test('the test button says what is wrong', async () => {
  const org = await newOrganisation(server);
  const trial = async (change: object) => {
    await setUpMail(org, { outgoing: outgoingTo(smtp.port, change) });
    return org.call(testOutgoing, { body: { to: 'me@house.example' } });
  };
  expect((await org.refusal(testOutgoing, { body: { to: 'me@house.example' } })).code).toBe('mail_off');
  expect(await trial({ password: 'wrong' })).toMatchObject({ ok: false, failure: 'login_refused' });
  expect(await trial({ host: 'no-such-host.invalid' })).toMatchObject({ ok: false, failure: 'host_not_found' });
  expect(await trial({ port: 1 })).toMatchObject({ ok: false, failure: 'connection_refused' });
  expect(await trial({ security: 'tls' })).toMatchObject({ ok: false, failure: 'no_encryption' });
  expect(await trial({})).toEqual({ ok: true, failure: null, detail: '' });
});
