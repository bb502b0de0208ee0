import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import type { CallInput } from '@zhiheng/contract/endpoint';
import * as portal from '@zhiheng/contract/cases/portal';
import { rateByLink, type RatingRule } from '@zhiheng/contract/cases/ratings';
import { deliverEvents } from '../../../testing/deliver-events.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../cases.factory.ts';
import { nobody } from '../portal/portal.factory.ts';
import { askForRatings } from './ask-for-ratings.ts';

const server = useTestServer();
const day = 86_400_000;
const read = (org: TestOrganisation, id: string) => org.call(api.getCase, { params: { id } });
const change = async (org: TestOrganisation, id: string, body: object) =>
  org.call(api.updateCase, { params: { id }, body: { ...body, version: (await read(org, id)).version } });
const tokenOf = async (org: TestOrganisation, id: string) =>
  (await org.call(portal.makeCaseLink, { params: { id }, body: {} })).url.split('/').at(-1) ?? '';
const rate = async (org: TestOrganisation, id: string, value: number, comment = '') =>
  org.call(rateByLink, { params: { token: await tokenOf(org, id) }, body: { value, comment } }, nobody());
const solve = (org: TestOrganisation, id: string) => change(org, id, { status: 'resolved', entry: { kind: 'reply', body: '好了' } });

async function setRule(org: TestOrganisation, rule: Partial<RatingRule>): Promise<void> {
  const { url: _, ...settings } = await org.call(portal.getPortalSettings);
  const ratings = settings.ratings.map((one) => ({ ...one, ...rule, type: one.type }));
  await org.call(portal.savePortalSettings, {
    body: { ...settings, ratings } satisfies CallInput<typeof portal.savePortalSettings>['body'],
  });
}

const hear = () => deliverEvents(server);
const sweep = (after: number) => askForRatings(server.root, server.platform.sealer, new Date(Date.now() + after));
const replies = async (org: TestOrganisation, id: string) =>
  (await read(org, id)).entries.filter(({ kind, authorKind }) => kind === 'reply' && authorKind === 'system');

test('each solution is rated once, and what was said of it stays', async () => {
  const org = await newOrganisation(server);
  const { id, number } = await openOne(org);
  expect((await org.refusal(rateByLink, { params: { token: await tokenOf(org, id) }, body: { value: 5 } }, nobody())).code).toBe(
    'not_resolved',
  );
  await solve(org, id);
  await rate(org, id, 4, '还行');
  const twice = await org.refusal(rateByLink, { params: { token: await tokenOf(org, id) }, body: { value: 1 } }, nobody());
  expect(twice).toMatchObject({ status: 409, code: 'rated_already' });
  await change(org, id, { status: 'open' });
  await solve(org, id);
  await rate(org, id, 5);
  expect(await read(org, id)).toMatchObject({
    rating: 5,
    ratings: [
      { resolution: 1, value: 4, comment: '还行' },
      { resolution: 2, value: 5, comment: '' },
    ],
    followUps: [],
  });
  expect((await eventsOf(org, 'case.rated')).map(({ label, data }) => [label, data])).toEqual([
    [number, { value: 4, comment: '还行', resolution: 1 }],
    [number, { value: 5, comment: '', resolution: 2 }],
  ]);
});

test('a low rating is somebody’s task within days, once', async () => {
  const org = await newOrganisation(server);
  await setRule(org, { lowLimit: 3, followUpDays: 2 });
  const { id } = await openOne(org, { assigneeId: org.accountId });
  await solve(org, id);
  await rate(org, id, 3, '等了太久');
  const low = await read(org, id);
  expect(low).toMatchObject({ status: 'following-up', followUps: [{ reason: 'low-rating', ownerName: 'Ada', doneAt: null }] });
  const days = (Date.parse(`${low.followUps[0]?.dueOn}T00:00:00+08:00`) - Date.now()) / day;
  expect(days > 0.9 && days < 2.1).toBe(true);
  expect(await eventsOf(org, 'case.follow-up-planned')).toMatchObject([
    { entity_id: id, data: { reason: 'low-rating', ownerId: org.accountId } },
  ]);
  await org.call(portal.confirmByLink, { params: { token: await tokenOf(org, id) }, body: { solved: true } }, nobody());
  const owed = await read(org, id);
  expect([owed.status, owed.followUps.filter(({ doneAt }) => doneAt === null).length]).toEqual(['following-up', 1]);
  const called = await org.call(api.recordFollowUp, {
    params: { id },
    body: { version: owed.version, channel: 'phone', outcome: 'not-reached', note: '无人接听', nextOn: '2027-01-04' },
  });
  expect(called.followUps.at(-1)).toMatchObject({ dueOn: '2027-01-04', reason: 'low-rating', ownerName: 'Ada' });
});

test('a closed case can be rated low, and the contact that is owed can be recorded', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org);
  await solve(org, id);
  await change(org, id, { status: 'closed' });
  await rate(org, id, 1);
  const low = await read(org, id);
  expect(low).toMatchObject({ status: 'closed', followUps: [{ reason: 'low-rating', ownerName: 'Ada' }] });
  const body = { version: low.version, channel: 'phone' as const, outcome: 'solved' as const, note: '已致歉' };
  expect(await org.call(api.recordFollowUp, { params: { id }, body })).toMatchObject({
    status: 'closed',
    followUps: [{ outcome: 'solved' }],
  });
});

test('a low rating of a complaint comes besides the contact of its loop', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org, { type: 'complaint' });
  await change(org, id, { entry: { kind: 'reply', body: '已受理' } });
  await change(org, id, { status: 'resolved', cause: 'service', remedy: '道歉' });
  await rate(org, id, 1);
  const { status, followUps, transitions } = await read(org, id);
  expect([status, followUps.map(({ reason }) => reason)]).toEqual(['following-up', ['low-rating', 'loop']]);
  expect(transitions).not.toContain('closed');
});

test('a rating is asked for after the delay, once, and once more when nobody answers', async () => {
  const org = await newOrganisation(server);
  await setRule(org, { asked: true, delayHours: 2, reminderDays: 3 });
  const { id } = await openOne(org, { contactEmail: 'wang@example.org', language: 'en' });
  await solve(org, id);
  await hear();
  await hear();
  await sweep(3_600_000);
  expect(await replies(org, id)).toEqual([]);
  await sweep(2.1 * 3_600_000);
  await sweep(2.1 * 3_600_000);
  expect(await replies(org, id)).toMatchObject([{ body: expect.stringContaining('rate this service') as string }]);
  await sweep(2 * day);
  expect(await replies(org, id)).toHaveLength(1);
  await sweep(3.2 * day);
  await sweep(9 * day);
  expect((await replies(org, id)).map(({ body }) => body)).toMatchObject([{}, expect.stringContaining('not ask again')]);
  expect((await eventsOf(org, 'case.rating-asked')).map(({ data }) => data)).toEqual([
    { resolution: 1, reminder: false },
    { resolution: 1, reminder: true },
  ]);
  expect(await read(org, id)).toMatchObject({
    status: 'resolved',
    lastFrom: 'team',
    portalUrl: expect.stringContaining('/p/c/') as string,
  });
});

test('nobody is asked who has rated, whose case is open again, or who left no address', async () => {
  const org = await newOrganisation(server);
  await setRule(org, { asked: true, delayHours: 0 });
  const contactEmail = 'wang@example.org';
  const [rated, reopened, unnamed] = [await openOne(org, { contactEmail }), await openOne(org, { contactEmail }), await openOne(org)];
  for (const { id } of [rated, reopened, unnamed]) await solve(org, id);
  await hear();
  await rate(org, rated.id, 5);
  await change(org, reopened.id, { status: 'open' });
  await sweep(day);
  expect((await Promise.all([rated, reopened, unnamed].map(({ id }) => replies(org, id)))).flat()).toEqual([]);
  expect(await eventsOf(org, 'case.rating-asked')).toEqual([]);
});

test('a type for which none is asked gets none', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org, { contactEmail: 'wang@example.org' });
  await solve(org, id);
  await hear();
  await sweep(30 * day);
  expect(await replies(org, id)).toEqual([]);
});
