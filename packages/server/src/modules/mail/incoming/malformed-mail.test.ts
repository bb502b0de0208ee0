import { expect, test } from 'vitest';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { countKept } from './count-kept.testing.ts';
import { malformedMails } from './malformed-mail.testing.ts';
import { takeMail } from './take-mail.ts';

const server = useTestServer();

test('200 malformed mails stop nothing, and none of them is lost', { timeout: 300_000 }, async () => {
  const { orgId, inside } = await newOrganisation(server);
  const mails = malformedMails(4711, 200);
  const intake = {
    root: server.root,
    orgId,
    incoming: { type: 'request' as const, teamId: null },
    own: ['desk@house.example'],
    now: new Date(),
  };
  for (const raw of mails) await takeMail(intake, { raw, size: raw.length });
  const tally = await inside((operation) => countKept(operation, mails));
  expect(tally.lost).toBe(0);
  // Neither waved through nor all laid aside.
  expect(tally.cases).toBeGreaterThan(50);
  expect(tally.quarantined).toBeGreaterThan(20);
});

test('a mail larger than what is fetched lies in quarantine with its beginning', async () => {
  const { orgId, inside } = await newOrganisation(server);
  const raw = Buffer.from('From: big@customer.example\r\nSubject: film\r\n\r\nbeginning');
  const intake = { root: server.root, orgId, incoming: { type: 'request' as const, teamId: null }, own: [], now: new Date() };
  await takeMail(intake, { raw, size: 90 * 1024 * 1024 });
  const row = await inside(({ db }) =>
    db.selectFrom('mail_in').select(['outcome', 'reason', 'subject', 'size', 'file_id']).executeTakeFirst(),
  );
  expect(row).toMatchObject({
    outcome: 'quarantined',
    reason: 'too-large',
    subject: 'film',
    size: 90 * 1024 * 1024,
    file_id: expect.any(String),
  });
});
