import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { getMailSettings, previewMail, updateMailSettings } from '@zhiheng/contract/mail/mail';
import { createSealer } from '../../platform/sealed/sealer.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { resealPasswords } from './index.ts';
import { incomingFrom, outgoingTo, setUpMail } from './mail.factory.ts';

const server = useTestServer();
const stored = (org: TestOrganisation) =>
  org.inside(async ({ db, orgId }) => {
    const { rows } = await sql<{ all: string; out: string; in: string }>`
      select mail_settings::text as all, outgoing_password as out, incoming_password as in from mail_settings where org_id = ${orgId}`.execute(
      db,
    );
    return rows[0] ?? { all: '', out: '', in: '' };
  });

test('nothing is set up at first, and passwords are neither answered nor stored as they are', async () => {
  const org = await newOrganisation(server);
  expect(await org.call(getMailSettings)).toMatchObject({ version: 0, outgoing: null, incoming: null, confirms: true });
  const saved = await setUpMail(org, {
    outgoing: outgoingTo(2525, { password: 'hunter2' }),
    incoming: incomingFrom(1143, { password: 'hunter3' }),
  });
  expect(saved).toMatchObject({ version: 1, outgoing: { hasPassword: true, health: null }, incoming: { hasPassword: true } });
  expect(JSON.stringify([saved, await org.call(getMailSettings), await stored(org), await eventsOf(org)])).not.toMatch(/hunter[23]/);
  expect(await eventsOf(org, 'mail-settings.changed')).toMatchObject([{ data: { outgoing: true, incoming: true } }]);
});

test('a password stays while the server stays, and is asked for again at another one', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(2525) });
  const { out } = await stored(org);
  const { password: _left, ...same } = outgoingTo(2525);
  await setUpMail(org, { outgoing: same });
  expect((await stored(org)).out).toBe(out);
  const { version, confirms, texts } = await org.call(getMailSettings);
  const elsewhere = { version, confirms, texts, incoming: null, outgoing: { ...same, host: 'mallory.example' } };
  const refusal = await org.refusal(updateMailSettings, { body: elsewhere });
  expect(refusal.errors).toMatchObject([{ path: 'outgoing.password', code: 'password_needed' }]);
  expect((await org.refusal(updateMailSettings, { body: { ...elsewhere, version: 0 } })).code).toBe('changed_meanwhile');
});

test('after a change of the secret the passwords are sealed anew', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(2525, { password: 'hunter2' }) });
  const fresh = createSealer(['a new secret of the house', 'sealing-secret-of-the-test-run']);
  await resealPasswords({ root: server.root, sealer: fresh });
  const { out } = await stored(org);
  expect(fresh.isOutdated(out)).toBe(false);
  expect(createSealer(['a new secret of the house']).unseal(out, `mail:${org.orgId}:outgoing`)).toBe('hunter2');
});

test('a text that names what there is not is refused; the preview fills in an example', async () => {
  const org = await newOrganisation(server, { name: 'North Desk' });
  const { version, texts } = await org.call(getMailSettings);
  const wrong = { ...texts, reply: { ...texts.reply, en: { subject: '{number}', body: '{secret}' } } };
  const refusal = await org.refusal(updateMailSettings, {
    body: { version, confirms: true, outgoing: null, incoming: null, texts: wrong },
  });
  expect(refusal.errors).toMatchObject([{ path: 'texts.reply.en.body', code: 'unknown_variable', params: { what: 'secret' } }]);
  const template = { subject: '[{number}]', body: '{message}\n\n{signature}' };
  expect(await org.call(previewMail, { body: { kind: 'reply', language: 'en', template, signature: '{organisation}' } })).toEqual({
    subject: '[C-000123]',
    text: 'We replaced the roller. Please try again.\n\nNorth Desk',
  });
});
