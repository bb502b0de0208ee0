import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getCase, updateCase } from '@zhiheng/contract/cases/cases';
import { listSentMail } from '@zhiheng/contract/mail/mail';
import { makeCaseLink, readByLink } from '@zhiheng/contract/cases/portal';
import { deliverEvents } from '../../testing/deliver-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne } from '../cases/cases.factory.ts';
import { nobody, openDoor } from '../cases/portal/portal.factory.ts';
import { sendWaiting } from './index.ts';
import { outgoingTo, setUpMail, startSmtp, type SmtpHost } from './mail.factory.ts';

const server = useTestServer();
let smtp: SmtpHost;
beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(() => smtp.stop());

async function sendFrom(publicUrl: string | null): Promise<void> {
  await deliverEvents(server);
  const { platform } = server;
  await sendWaiting({ ...platform, config: { ...platform.config, publicUrl } }, new Date(Date.now() + 3_600_000));
}
const reply = async (org: TestOrganisation, id: string) => {
  const { version } = await org.call(getCase, { params: { id } });
  await org.call(updateCase, { params: { id }, body: { version, entry: { kind: 'reply', body: 'Please try again' } } });
};
const tokensTo = async (name: string) => {
  const sent = smtp.mails.filter(({ to }) => to.includes(`${name}@customer.example`));
  const texts = await Promise.all(sent.map(async ({ raw }) => (await simpleParser(raw)).text ?? ''));
  return texts.map((text) => /https:\/\/desk\.example\/p\/c\/([\w-]{43})/.exec(text)?.[1] ?? null);
};
const openFor = (org: TestOrganisation, name: string) =>
  openOne(org, { contactEmail: `${name}@customer.example`, channel: 'email', language: 'en' });

test('where the house takes requests on the web, mails carry the private page; the outbox does not keep it', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(smtp.port) });
  await openDoor(org);
  const { id, number } = await openFor(org, 'door');
  await reply(org, id);
  await sendFrom('https://desk.example/');
  const [first, second] = await tokensTo('door');
  expect([first, second]).toEqual([first, first]);
  expect(await org.call(readByLink, { params: { token: first ?? '' } }, nobody())).toMatchObject({ number });
  expect(JSON.stringify((await org.call(listSentMail)).items)).not.toContain(first);
});

test('elsewhere only a link that somebody made, and none that nobody could open', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(smtp.port) });
  const [made, unnamed] = [await openFor(org, 'made'), await openFor(org, 'unnamed')];
  await openFor(org, 'none');
  await org.call(makeCaseLink, { params: { id: made.id }, body: {} });
  await sendFrom('https://desk.example');
  expect((await tokensTo('made'))[0]).toMatch(/^[\w-]{43}$/);
  expect(await tokensTo('none')).toEqual([null]);
  await org.call(makeCaseLink, { params: { id: unnamed.id }, body: {} });
  await reply(org, unnamed.id);
  await sendFrom(null);
  expect(await tokensTo('unnamed')).toEqual([null, null]);
});
