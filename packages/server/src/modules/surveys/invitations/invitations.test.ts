import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createCustomer } from '@zhiheng/contract/customers/customers';
import { updateCase } from '@zhiheng/contract/cases/cases';
import * as api from '@zhiheng/contract/surveys/distributions';
import { openRun, submitRun } from '@zhiheng/contract/surveys/runs';
import { listResponses } from '@zhiheng/contract/surveys/responses';
import { deliverEvents } from '../../../testing/deliver-events.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../../cases/cases.factory.ts';
import { sendWaiting } from '../../mail/index.ts';
import { outgoingTo, setUpMail, startSmtp } from '../../mail/mail.factory.ts';
import { answer, anybody, openSurvey, openWay, runOn, submissionOf, tokenOf } from '../surveys.factory.ts';
import { sendInvitations } from './send-invitations.ts';

const server = useTestServer();
const day = 86_400_000;

const send = (after = 0) =>
  sendInvitations({ ...server.platform, config: { publicUrl: 'https://desk.example/' } }, new Date(Date.now() + after));
const outbox = (org: TestOrganisation) =>
  server.owner.selectFrom('mail_out').select(['recipient', 'subject', 'body']).where('org_id', '=', org.orgId).orderBy('id').execute();
const listed = async (org: TestOrganisation, { id }: { readonly id: string }) =>
  (await org.call(api.listInvitations, { params: { id } })).items;
const ask = (org: TestOrganisation, { id }: { readonly id: string }, body: object) => org.call(api.invite, { params: { id }, body });
const li = { name: 'Li', address: 'Li@example.org', language: 'en' };

test('whoever is asked by mail gets a link of their own, is reminded, and answers once', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(2525) });
  const survey = await openSurvey(org);
  const way = await openWay(org, survey, { kind: 'email', settings: { reminderDays: [3, 7] } });
  expect(await ask(org, way, { people: [li], dryRun: true })).toEqual({ invited: 1, suppressed: [] });
  expect(await listed(org, way)).toEqual([]);
  expect(await ask(org, way, { people: [li] })).toEqual({ invited: 1, suppressed: [] });
  await send();
  await send();
  const [mail, ...more] = await outbox(org);
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ recipient: 'li@example.org', subject: 'Your opinion, please: Visit' });
  const token = /https:\/\/desk\.example\/s\/([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '';
  expect(await listed(org, way)).toMatchObject([{ state: 'sent', address: 'li@example.org', url: null }]);
  await send(3 * day + 1000);
  expect((await outbox(org)).map(({ subject }) => subject)).toEqual([
    'Your opinion, please: Visit',
    'Still waiting for your opinion: Visit',
  ]);
  const run = await org.call(openRun, { params: { token } }, anybody);
  expect(run).toMatchObject({ invited: true, language: 'en', state: { kind: 'open' } });
  expect(await listed(org, way)).toMatchObject([{ state: 'opened' }]);
  const body = submissionOf({ token, versionId: run.versionId });
  const submit = (what = body) => org.call(submitRun, { params: { token }, body: what }, anybody);
  await Promise.all([submit(), submit()]);
  expect(await submit()).toEqual({ state: 'complete', ending: 'thanks' });
  const other = await org.refusal(submitRun, { params: { token }, body: submissionOf({ token, versionId: run.versionId }) }, anybody);
  expect(other.params).toEqual({ reason: 'already-answered' });
  expect((await org.call(openRun, { params: { token } }, anybody)).state).toMatchObject({ kind: 'closed', reason: 'already-answered' });
  await send(20 * day);
  expect(await outbox(org)).toHaveLength(2);
  expect(await listed(org, way)).toMatchObject([{ state: 'answered' }]);
  expect((await org.call(listResponses, { params: { id: survey.id } })).total).toBe(1);
  expect(await eventsOf(org, 'survey.invited')).toMatchObject([{ entity_id: survey.id, data: { invited: 1 } }]);
});

test('words of the house are checked, read before they are sent, and sent to oneself; reminders have their own', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const reminder = { subject: { en: 'Again: {survey}' }, body: { en: '{name}, please: {link}' } };
  const way = await openWay(org, survey, { kind: 'email', settings: { reminderDays: [3], reminder } });
  const words = { subject: { en: 'From {organisation} {link}' }, body: { zh: '{nmae}，您好', en: 'Dear {name}' } };
  const settings = await org.refusal(api.saveDistribution, {
    params: { id: way.id },
    body: { version: way.version, settings: { mail: words } },
  });
  expect(settings.errors).toMatchObject([
    { path: 'settings.mail.subject.en', code: 'link_in_subject' },
    { path: 'settings.mail.body.zh', code: 'unknown_placeholder', params: { what: '{nmae}' } },
  ]);
  const older = await openWay(org, survey, { kind: 'email' });
  await sql`update survey_distribution set settings = settings - 'reminder' where org_id = ${org.orgId} and id = ${older.id}`.execute(
    server.owner,
  );
  const { items } = await org.call(api.listDistributions, { params: { id: survey.id } });
  expect(items.map(({ settings: own }) => own.reminder)).toEqual([reminder, null]);
  const tried = (time: api.MailTime, own: api.MailWords | null, language = 'en') => ({
    params: { id: way.id },
    body: { time, language, words: own },
  });
  expect((await org.refusal(api.previewMail, tried('first', words))).errors?.map(({ path }) => path)).toEqual([
    'words.subject.en',
    'words.body.zh',
  ]);
  const read = await org.call(api.previewMail, tried('first', { subject: {}, body: { en: 'Dear {name} of {organisation}' } }));
  expect(read.subject).toBe('Your opinion, please: Visit');
  expect(read.body).toMatch(/^Dear Ada of .+\n\nhttp.+\/s\/x{43}$/);
  expect((await org.refusal(api.testMail, tried('reminder', reminder))).code).toBe('mail_off');
  await setUpMail(org, { outgoing: outgoingTo(2525) });
  const { to } = await org.call(api.testMail, tried('reminder', reminder));
  expect(await outbox(org)).toMatchObject([{ recipient: to, subject: '[Test] Again: Visit' }]);
  expect(await eventsOf(org, 'survey-distribution.mail-tested')).toMatchObject([{ entity_id: way.id, data: { time: 'reminder' } }]);
  expect(await listed(org, way)).toEqual([]);
  await ask(org, way, { people: [li] });
  await send();
  await send(3 * day + 1000);
  const [, first, second] = await outbox(org);
  expect(first?.subject).toBe('Your opinion, please: Visit');
  expect(second).toMatchObject({ subject: 'Again: Visit', body: expect.stringMatching(/^Li, please: https/) as string });
});

test('nobody is asked too often, against their will or twice, by no survey; each is counted with the reason', async () => {
  const org = await newOrganisation(server);
  const first = await openWay(org, await openSurvey(org), { kind: 'personal' });
  const people = [li, { name: 'Wu', address: 'wu@example.org' }, { name: 'Zhao', address: 'zhao@example.org' }];
  await ask(org, first, { people });
  const [, wu] = await listed(org, first);
  await org.call(api.declineInvitation, { params: { token: tokenOf({ url: wu?.url ?? '' }) } }, anybody);
  expect((await org.refusal(api.declineInvitation, { params: { token: 'x'.repeat(43) } }, anybody)).status).toBe(404);
  await server.owner.updateTable('survey_invitation').set({ state: 'bounced' }).where('address', '=', 'zhao@example.org').execute();
  const survey = await openSurvey(org, { settings: { fatigueDays: 30 } });
  const way = await openWay(org, survey, { kind: 'email' });
  const all = [
    ...people,
    { name: 'Nobody' },
    { name: 'New', address: 'new@example.org' },
    { name: 'New again', address: 'NEW@example.org' },
  ];
  const expected = {
    invited: 1,
    suppressed: ['already-asked', 'declined', 'no-address', 'bounced', 'fatigue'].map((reason) => ({ reason, count: 1 })),
  };
  expect(await ask(org, way, { people: all, dryRun: true })).toEqual(expected);
  expect(await ask(org, way, { people: all })).toEqual(expected);
  expect((await listed(org, way)).filter(({ state }) => state === 'suppressed').map(({ reason }) => reason)).toEqual([
    'fatigue',
    'declined',
    'bounced',
    'no-address',
  ]);
  expect((await org.call(api.listDistributions, { params: { id: survey.id } })).items).toMatchObject([{ invited: 1 }]);
  await server.owner
    .updateTable('survey_invitation')
    .set({ created_at: new Date(Date.now() - 31 * day) })
    .where('org_id', '=', org.orgId)
    .execute();
  const later = await openWay(org, await openSurvey(org, { settings: { fatigueDays: 30 } }), { kind: 'email' });
  expect(await ask(org, later, { people: [li], dryRun: true })).toEqual({ invited: 1, suppressed: [] });
});

test('a sample of customers is drawn by its seed, and their segment comes with the answer', async () => {
  const org = await newOrganisation(server);
  for (const number of [1, 2, 3, 4, 5, 6])
    await org.call(createCustomer, { body: { kind: 'person', name: `C${number}`, code: `K-${number}`, email: `c${number}@example.org` } });
  const drawn = async (seed: number) => {
    const way = await openWay(org, await openSurvey(org, { settings: { fatigueDays: 0 } }), { kind: 'personal' });
    expect(await ask(org, way, { customers: { segmentId: null, sample: 3, seed } })).toEqual({ invited: 3, suppressed: [] });
    const items = await listed(org, way);
    await answer(org, await runOn(org, { url: items[0]?.url ?? null }));
    return items.map(({ name }) => name).sort();
  };
  const samples = [await drawn(1), await drawn(1), await drawn(2), await drawn(3)];
  expect(samples[0]).toEqual(samples[1]);
  expect(new Set(samples.map(String)).size).toBeGreaterThan(1);
  const agent = { cookie: await org.as('team-lead') };
  const [survey] = await eventsOf(org, 'survey.answered');
  const { items } = await org.call(listResponses, { params: { id: survey?.entity_id ?? '' } }, agent);
  expect(items[0]?.customerName).toMatch(/^C/);
});

test('after a case the customer is asked, once, as long as the case stays solved', async () => {
  const org = await newOrganisation(server);
  await setUpMail(org, { outgoing: outgoingTo(2525) });
  const survey = await openSurvey(org, { settings: { fatigueDays: 0 } });
  const way = await openWay(org, survey, {
    kind: 'after-case',
    settings: { afterCase: { hours: 2, types: ['incident'], share: 100 }, mail: { subject: {}, body: { en: 'Hello {name}' } } },
  });
  const contact = { contactName: 'Eve', contactEmail: 'eve@example.org', language: 'en' as const };
  const solved = await openOne(org, contact);
  const reopened = await openOne(org, { ...contact, contactEmail: 'ann@example.org' });
  await openOne(org, { ...contact, type: 'complaint' });
  const change = async (id: string, version: number, status: 'resolved' | 'open') =>
    (await org.call(updateCase, { params: { id }, body: { version, status } })).version;
  await change(solved.id, 1, 'resolved');
  const version = await change(reopened.id, 1, 'resolved');
  await deliverEvents(server);
  await change(reopened.id, version, 'open');
  await deliverEvents(server);
  const mails = async () => (await outbox(org)).filter(({ body }) => body.includes('/s/'));
  await send(1 * 3_600_000);
  expect(await mails()).toEqual([]);
  await send(3 * 3_600_000);
  expect((await mails()).map(({ recipient, body }) => [recipient, body.split('\n')[0]])).toEqual([['eve@example.org', 'Hello Eve']]);
  const token = /\/s\/([\w-]+)/.exec((await mails())[0]?.body ?? '')?.[1] ?? '';
  const run = await runOn(org, { url: `x/${token}` });
  await answer(org, run);
  expect((await org.call(listResponses, { params: { id: survey.id } })).items).toMatchObject([{ via: 'after-case', caseId: solved.id }]);
  expect((await org.call(openRun, { params: { token } }, anybody)).given).toMatchObject({ case: solved.number });
  expect(await listed(org, way)).toHaveLength(2);
});

test('without mail nothing is sent and nothing is lost; a mail that cannot be delivered is a bounce', async () => {
  const org = await newOrganisation(server);
  const way = await openWay(org, await openSurvey(org), { kind: 'email' });
  await ask(org, way, { people: [li, { name: 'Gone', address: 'gone@example.org' }] });
  await send();
  expect(await outbox(org)).toEqual([]);
  expect((await listed(org, way)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  const smtp = await startSmtp();
  smtp.refusals.set('gone@example.org', 550);
  await setUpMail(org, { outgoing: outgoingTo(smtp.port) });
  await send(2 * 3_600_000);
  await sendWaiting(server.platform, new Date(Date.now() + 4 * 3_600_000));
  await deliverEvents(server);
  await smtp.stop();
  expect((await listed(org, way)).map(({ state, reason }) => [state, reason])).toEqual([
    ['sent', null],
    ['bounced', 'recipient_refused'],
  ]);
  expect(smtp.mails.flatMap(({ to }) => to)).toEqual(['li@example.org']);
});

test('personal values are masked for those who may not see them', async () => {
  const org = await newOrganisation(server, { roles: { asker: ['surveys.read', 'surveys.distribute'] } });
  const way = await openWay(org, await openSurvey(org), { kind: 'personal' });
  await ask(org, way, { people: [{ name: 'Mary Poe', address: 'mary@example.org' }] });
  const { items } = await org.call(api.listInvitations, { params: { id: way.id } }, { cookie: await org.as('asker') });
  expect(items).toMatchObject([{ name: 'M*** P**', address: 'm***@example.org' }]);
});
