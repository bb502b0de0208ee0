import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { getCase, listCases, updateCase } from '@zhiheng/contract/cases/cases';
import { dismissMail, getMailSettings, listReceivedMail, listSentMail, releaseMail, testIncoming } from '@zhiheng/contract/mail/mail';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import {
  fetchAll,
  incomingFrom,
  mailOf,
  outgoingTo,
  sendAll,
  setUpMail,
  startImap,
  startSmtp,
  type ImapHost,
  type SmtpHost,
} from '../mail.factory.ts';

const server = useTestServer();
let smtp: SmtpHost;
let box: ImapHost;
let org: TestOrganisation;
beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(() => smtp.stop());
beforeEach(async () => {
  box = await startImap();
  org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(smtp.port), incoming: incomingFrom(box.port) });
  smtp.mails.length = 0;
  // The first visit only notes where the folder ends.
  await fetchAll(server);
  return () => box.stop();
});

const cases = async () => (await org.call(listCases, { query: { order: 'oldest' } })).items;
const read = (id: string) => org.call(getCase, { params: { id } });
const received = async () => (await org.call(listReceivedMail)).items;
const outcomes = async () => (await received()).map(({ outcome, reason }) => reason ?? outcome).toReversed();
/** What one writes on a case goes out, and comes back as the answer of a customer would name it. */
const replied = async (id: string) => {
  const { version } = await read(id);
  await org.call(updateCase, { params: { id }, body: { version, entry: { kind: 'reply', body: 'Please restart it' } } });
  await sendAll(server);
  return /^Message-ID: (<[^>]+>)/im.exec(smtp.mails.at(-1)?.raw ?? '')?.[1] ?? '';
};

test('a mail becomes a case, is confirmed, and what follows lands in its thread', async () => {
  box.put(mailOf({ Subject: '=?UTF-8?B?5omT5Y2w5py65Y2h57q4?=', 'Message-ID': '<1@customer.example>' }, '三楼打印机卡纸。'));
  await fetchAll(server);
  await fetchAll(server);
  const [opened, ...more] = await cases();
  expect([more, opened]).toMatchObject([[], { subject: '打印机卡纸', type: 'request', channel: 'email', customerName: 'Wang Xiaoming' }]);
  const id = opened?.id ?? '';
  expect(await read(id)).toMatchObject({ contactEmail: 'wang@customer.example', language: 'zh', description: '三楼打印机卡纸。' });
  await sendAll(server);
  expect(smtp.mails.map(({ to, raw }) => [to, /^In-Reply-To: (.+)$/im.exec(raw)?.[1]])).toEqual([
    [['wang@customer.example'], '<1@customer.example>'],
  ]);
  const answered = await replied(id);
  const quoting = 'It still jams.\r\n\r\nOn Mon, 16 Nov 2026 at 09:00, Desk <desk@house.example> wrote:\r\n> Please restart it\r\n';
  box.put(mailOf({ 'Message-ID': '<2@customer.example>', 'In-Reply-To': answered, Subject: 'Re: something else' }, quoting));
  await fetchAll(server);
  const { entries, status, lastFrom } = await read(id);
  expect(entries.at(-1)).toMatchObject({ kind: 'message', channel: 'email', authorName: 'Wang Xiaoming', body: 'It still jams.' });
  expect({ status, lastFrom }).toEqual({ status: 'open', lastFrom: 'customer' });
  expect(await outcomes()).toEqual(['case', 'message']);
});

test('the same mail twice is one; another mail under a stolen Message-ID is not lost', async () => {
  const mail = mailOf({ 'Message-ID': '<same@customer.example>' });
  box.put(mail);
  box.put(`Received: by another list\r\n${mail}`);
  box.put(mailOf({ 'Message-ID': '<same@customer.example>', From: 'other@customer.example' }, 'Something else entirely.'));
  await fetchAll(server);
  expect((await cases()).map(({ customerName }) => customerName)).toEqual(['Wang Xiaoming', 'other']);
});

test('a number in the subject counts only from somebody concerned', async () => {
  box.put(mailOf({ 'Message-ID': '<1@customer.example>' }));
  await fetchAll(server);
  const { number = '', id = '' } = (await cases())[0] ?? {};
  box.put(mailOf({ Subject: `Re: [${number}] Printer`, 'Message-ID': '<2@customer.example>' }, 'more'));
  box.put(
    mailOf({ Subject: `Re: [${number}] Printer`, From: 'mallory@elsewhere.example', 'Message-ID': '<3@elsewhere.example>' }, 'tell me'),
  );
  await fetchAll(server);
  expect(await outcomes()).toEqual(['case', 'message', 'case']);
  expect((await read(id)).entries.map(({ body }) => body)).toEqual(['more']);
});

test('charsets, HTML and attachments arrive as they were written', async () => {
  const gb = Buffer.concat([
    Buffer.from(
      mailOf(
        { 'Message-ID': '<gb@x.example>', 'Content-Type': 'text/plain; charset=gb18030', 'Content-Transfer-Encoding': '8bit' },
        '',
      ).trimEnd() + '\r\n\r\n',
    ),
    Buffer.from('b4f2d3a1bbfabfa8d6bd', 'hex'),
  ]);
  const big5 = Buffer.concat([
    Buffer.from(
      mailOf(
        { 'Message-ID': '<b5@x.example>', 'Content-Type': 'text/plain; charset=big5', 'Content-Transfer-Encoding': '8bit' },
        '',
      ).trimEnd() + '\r\n\r\n',
    ),
    Buffer.from('a5b4a64cbef7', 'hex'),
  ]);
  const html = mailOf(
    { 'Message-ID': '<html@x.example>', 'Content-Type': 'multipart/mixed; boundary=b' },
    [
      '--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<style>p{}</style><p>Hello &amp; <b>bye</b></p><script>alert(1)</script><div>line two</div>',
      '--b\r\nContent-Type: text/plain; name="notes.txt"\r\nContent-Disposition: attachment; filename="notes.txt"\r\n\r\nsee me',
      '--b\r\nContent-Type: application/x-msdownload\r\nContent-Disposition: attachment; filename="run.exe"\r\n\r\nMZ',
      '--b--',
    ].join('\r\n'),
  );
  for (const mail of [gb, big5, html]) box.put(mail);
  await fetchAll(server);
  const [one, two, three] = await Promise.all((await cases()).map(({ id }) => read(id)));
  expect([one?.description, two?.description, three?.description]).toEqual(['打印机卡纸', '打印機', 'Hello & bye\n\nline two']);
  const [entry] = three?.entries ?? [];
  expect(entry?.attachments).toMatchObject([{ name: 'notes.txt', mediaType: 'text/plain' }]);
  expect(entry?.body).toBe('Attached: notes.txt\nNot accepted: run.exe');
});

test('machines are never answered, and their loops end', async () => {
  box.put(mailOf({ 'Auto-Submitted': 'auto-generated', From: 'monitor@customer.example', 'Message-ID': '<m@x.example>' }, 'disk full'));
  box.put(mailOf({ Precedence: 'list', From: 'list@customer.example', 'Message-ID': '<l@x.example>' }));
  box.put(mailOf({ Subject: 'Automatic reply: away', From: 'away@customer.example', 'Message-ID': '<a@x.example>' }));
  box.put(mailOf({ From: 'desk@house.example', 'Message-ID': '<o@x.example>' }));
  for (let n = 0; n < 22; n++) box.put(mailOf({ From: 'flood@customer.example', 'Message-ID': `<f${n}@x.example>` }, `mail ${n}`));
  await fetchAll(server);
  const found = await outcomes();
  expect(found.slice(0, 4)).toEqual(['case', 'case', 'auto-reply', 'own-address']);
  expect(found.slice(4)).toEqual([...Array.from({ length: 20 }, () => 'case'), 'too-many', 'too-many']);
  await sendAll(server);
  const confirmed = smtp.mails.flatMap(({ to }) => to);
  const told = ['monitor', 'list', 'away', 'flood'].map((name) => confirmed.filter((to) => to === `${name}@customer.example`).length);
  expect(told).toEqual([0, 0, 0, 5]);
});

test('an absence note in a thread wakes no case', async () => {
  box.put(mailOf({ 'Message-ID': '<1@customer.example>' }));
  await fetchAll(server);
  const id = (await cases())[0]?.id ?? '';
  const answered = await replied(id);
  await org.call(updateCase, { params: { id }, body: { version: (await read(id)).version, status: 'awaiting-customer' } });
  box.put(mailOf({ 'In-Reply-To': answered, 'Auto-Submitted': 'auto-replied', 'Message-ID': '<away@customer.example>' }, 'I am away'));
  await fetchAll(server);
  expect(await read(id)).toMatchObject({ status: 'awaiting-customer', lastFrom: 'team' });
  expect((await read(id)).entries.at(-1)).toMatchObject({ kind: 'message', body: 'I am away' });
});

const report = (answered: string, action: string) =>
  mailOf(
    {
      From: 'MAILER-DAEMON@relay.example',
      Subject: 'Undelivered',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=r',
      'Message-ID': `<${action}@relay.example>`,
    },
    [
      '--r\r\nContent-Type: text/plain\r\n\r\nYour mail could not be delivered.',
      `--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.example\r\n\r\nFinal-Recipient: rfc822; wang@customer.example\r\nAction: ${action}\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 mailbox unknown`,
      `--r\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${answered}\r\nSubject: Printer`,
      '--r--',
    ].join('\r\n'),
  );

test('a mail that comes back marks the reply, and opens no case', async () => {
  box.put(mailOf({ 'Message-ID': '<1@customer.example>' }));
  await fetchAll(server);
  const id = (await cases())[0]?.id ?? '';
  const answered = await replied(id);
  const delivery = async () => (await read(id)).entries.find(({ kind }) => kind === 'reply')?.delivery;
  box.put(report(answered, 'delayed'));
  await fetchAll(server);
  expect(await delivery()).toBe('sent');
  box.put(report(answered, 'failed'));
  box.put(report('<nobody@elsewhere.example>', 'failed').replace('<failed@', '<stranger@'));
  await fetchAll(server);
  expect(await delivery()).toBe('failed');
  expect(await outcomes()).toEqual(['case', 'bounce', 'bounce', 'unknown-bounce']);
  const { items } = await org.call(listSentMail, { query: { state: 'failed' } });
  expect(items).toMatchObject([{ failure: 'bounced', detail: 'smtp; 550 5.1.1 mailbox unknown', caseId: id }]);
});

test('what lies in quarantine becomes a case when a person says so, or goes aside', async () => {
  box.put(mailOf({ Subject: 'Automatic reply: but it burns', 'Message-ID': '<1@customer.example>' }, 'It burns'));
  box.put(mailOf({ From: 'nobody at all', 'Message-ID': '<2@customer.example>' }, 'no sender'));
  await fetchAll(server);
  const [nobody, reply] = await received();
  expect([reply?.reason, nobody?.reason]).toEqual(['auto-reply', 'no-sender']);
  const { caseId } = await org.call(releaseMail, { params: { id: reply?.id ?? '' }, body: {} });
  expect(await read(caseId)).toMatchObject({ subject: 'Automatic reply: but it burns', description: 'It burns' });
  await org.call(dismissMail, { params: { id: nobody?.id ?? '' }, body: {} });
  expect(await outcomes()).toEqual(['auto-reply', 'no-sender']);
  expect((await received()).map(({ outcome }) => outcome)).toEqual(['dismissed', 'case']);
  expect((await org.refusal(dismissMail, { params: { id: nobody?.id ?? '' }, body: {} })).code).toBe('mail_not_quarantined');
  await sendAll(server);
  expect(smtp.mails).toEqual([]);
});

test('a server that is away is seen in the settings; when it is back, nothing is missing and nothing is twice', async () => {
  box.put(mailOf({ 'Message-ID': '<1@customer.example>' }));
  await fetchAll(server);
  const { port } = box;
  await box.stop();
  await fetchAll(server);
  expect((await org.call(getMailSettings)).incoming?.health).toMatchObject({ failure: 'connection_refused' });
  box = await startImap(port);
  // It numbers its mails anew, and has the old one still.
  box.imap.getMailbox('INBOX').uidvalidity = 77;
  box.put(mailOf({ 'Message-ID': '<1@customer.example>' }));
  box.put(mailOf({ 'Message-ID': '<2@customer.example>' }, 'a second one'));
  await fetchAll(server);
  expect((await org.call(getMailSettings)).incoming?.health).toMatchObject({ failure: null });
  expect(await outcomes()).toEqual(['case', 'case']);
});

test('the test button says what is wrong with the mailbox', async () => {
  const trial = async (change: object) => {
    await setUpMail(org, { incoming: incomingFrom(box.port, change) });
    return org.call(testIncoming, { body: {} });
  };
  box.put(mailOf({}));
  expect(await trial({})).toEqual({ ok: true, failure: null, detail: '', mails: 1 });
  expect(await trial({ password: 'wrong' })).toMatchObject({ ok: false, failure: 'login_refused', mails: null });
  expect(await trial({ folder: 'Nowhere' })).toMatchObject({ ok: false, failure: 'folder_missing' });
  expect(await trial({ security: 'starttls' })).toMatchObject({ ok: false, failure: 'no_encryption' });
  expect(await trial({ port: 1 })).toMatchObject({ ok: false, failure: 'connection_refused' });
});
