import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import * as portal from '@zhiheng/contract/cases/portal';
import { createCustomer } from '@zhiheng/contract/customers/customers';
import * as knowledge from '@zhiheng/contract/knowledge/knowledge';
import { createService } from '@zhiheng/contract/catalog/services';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { printer, publishOne } from '../../knowledge/knowledge.factory.ts';
import { publishAgreement } from '../cases.factory.ts';
import { file, filing, nobody, openDoor } from './portal.factory.ts';

const server = useTestServer();

test('closed until somebody opens it, and then it says what it offers', async () => {
  const org = await newOrganisation(server, { name: '明远服务' });
  const before = await org.call(portal.getPortalSettings);
  expect(before).toMatchObject({ open: false, version: 0, url: null });
  const code = await openDoor(org, { open: false });
  expect((await org.refusal(portal.openPortal, { params: { code } }, nobody())).status).toBe(404);
  expect((await org.refusal(portal.fileCase, { params: { code }, body: filing() }, nobody())).status).toBe(404);
  const service = await org.call(createService, { body: { code: 'printing', name: { zh: '打印', en: 'Printing' }, type: 'it' } });
  await org.call(createService, { body: { code: 'old', name: { zh: '旧', en: 'Old' }, type: 'it', state: 'retired' } });
  expect(await openDoor(org, { types: ['question', 'complaint'], intro: { zh: '欢迎', en: 'Welcome' } })).toBe(code);
  expect(await org.call(portal.openPortal, { params: { code } }, nobody())).toMatchObject({
    organisation: '明远服务',
    types: ['question', 'complaint'],
    intro: { zh: '欢迎', en: 'Welcome' },
    services: [{ id: service.id, name: { zh: '打印', en: 'Printing' } }],
    suggests: false,
  });
  expect(await eventsOf(org, 'case-portal.changed')).toMatchObject([{ data: {} }, { data: { open: { from: false, to: true } } }]);
});

test('two who change the settings at once do not overwrite each other', async () => {
  const org = await newOrganisation(server);
  const { url: _, ...settings } = await org.call(portal.getPortalSettings);
  await openDoor(org);
  const late = await org.refusal(portal.savePortalSettings, { body: { ...settings, open: false } });
  expect(late).toMatchObject({ status: 409, code: 'changed_meanwhile' });
});

test('a customer files a case and follows it by a private link', async () => {
  const org = await newOrganisation(server, { name: '明远服务' });
  await publishAgreement(org, { seconds: 3600, targets: ['first-response', 'resolution'] });
  const code = await openDoor(org);
  const { number, token } = await file(org, code);
  expect(token).toMatch(/^[\w-]{43}$/);
  const seen = await org.call(portal.readByLink, { params: { token } }, nobody());
  expect(seen).toMatchObject({
    ...{
      number,
      organisation: '明远服务',
      subject: '打印机卡纸',
      description: '三楼东侧',
      state: 'received',
      rating: null,
      confirmed: false,
    },
    ...{
      promises: [
        { target: 'first-response', state: 'due', doneAt: null },
        { target: 'resolution', state: 'due' },
      ],
      entries: [],
    },
    may: { write: true, confirm: false, rate: false, rateAgain: false },
  });
  expect(Date.parse(seen.promises[0]?.dueAt ?? '') - Date.parse(seen.openedAt)).toBe(3_600_000);
  const found = await org.call(api.getCase, { params: { id: number } });
  expect(found).toMatchObject({
    channel: 'portal',
    contactName: '王小明',
    portalUrl: expect.stringMatching(new RegExp(`/p/c/${token}$`)) as string,
  });
  expect(await eventsOf(org, 'case.opened')).toMatchObject([{ actor_kind: 'system', data: { channel: 'portal' } }]);
  const stored = await org.inside(({ db }) => db.selectFrom('case_access_link').selectAll().executeTakeFirstOrThrow());
  expect(JSON.stringify(stored)).not.toContain(token);
  expect(stored.consented_at).not.toBeNull();
});

test('what the page does not offer is refused, and so are programs that fill in everything', async () => {
  const org = await newOrganisation(server);
  const service = await org.call(createService, { body: { code: 'x', name: { zh: '甲', en: 'X' }, type: 'it' } });
  const code = await openDoor(org, { types: ['question', 'adverse-event'], serviceIds: [] });
  const refusal = async (more: object) =>
    (await org.refusal(portal.fileCase, { params: { code }, body: { ...filing({ type: 'question' }), ...more } }, nobody())).errors[0];
  expect(await refusal({ type: 'incident' })).toMatchObject({ path: 'type', code: 'not_offered_here' });
  expect(await refusal({ website: 'http://x.example' })).toMatchObject({ path: 'website' });
  expect(await refusal({ consent: false })).toMatchObject({ path: 'consent' });
  expect(await refusal({ contactName: '' })).toMatchObject({ path: 'contactName' });
  expect(await refusal({ contactPhone: '' })).toMatchObject({ path: 'contactPhone', code: 'contact_missing' });
  expect(await refusal({ type: 'adverse-event', anonymous: true })).toMatchObject({ path: 'anonymous' });
  expect(await refusal({ serviceId: '0197d000-0000-7000-8000-000000000000' })).toMatchObject({ path: 'serviceId' });
  expect((await org.call(api.listCases)).total).toBe(0);
  await file(org, code, { type: 'question', serviceId: service.id });
  expect((await org.call(api.listCases)).total).toBe(1);
});

test('an adverse event may be reported without a name, and the link still follows it', async () => {
  const org = await newOrganisation(server);
  const code = await openDoor(org, { types: ['adverse-event'], anonymous: true });
  const { number, token } = await file(org, code, { type: 'adverse-event', anonymous: true, contactEmail: 'wang@example.org' });
  const found = await org.call(api.getCase, { params: { id: number } });
  expect(found).toMatchObject({ anonymous: true, restricted: true, contactName: '', contactEmail: '', contactPhone: '' });
  expect((await org.refusal(api.getCase, { params: { id: number } }, { cookie: await org.as('service-agent') })).status).toBe(404);
  expect(await org.call(portal.readByLink, { params: { token } }, nobody())).toMatchObject({ number, state: 'received' });
});

test('whose address is known is taken for that customer; an address of two is nobody’s', async () => {
  const org = await newOrganisation(server);
  const customer = (code: string, email: string) => org.call(createCustomer, { body: { code, kind: 'person', name: code, email } });
  const { id } = await customer('A', 'a@example.org');
  await customer('B', 'shared@example.org');
  await customer('C', 'shared@example.org');
  const code = await openDoor(org);
  const one = await file(org, code, { contactEmail: 'a@example.org' });
  const two = await file(org, code, { contactEmail: 'shared@example.org' });
  expect(await org.call(api.getCase, { params: { id: one.number } })).toMatchObject({ customerId: id });
  expect(await org.call(api.getCase, { params: { id: two.number } })).toMatchObject({ customerId: null });
});

test('from one address only so many cases a minute', async () => {
  const org = await newOrganisation(server);
  const code = await openDoor(org);
  const send = () =>
    server.app.inject({ method: 'POST', url: `/api/v1/portals/${code}/cases`, payload: filing(), remoteAddress: '203.0.113.7' });
  const answers = [];
  for (let turn = 0; turn < 11; turn++) answers.push((await send()).statusCode);
  expect(answers).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
});

test('articles are suggested only where the house shows them, and how that ended is counted', async () => {
  const org = await newOrganisation(server);
  const { id } = await publishOne(org, printer);
  const draft = await org.call(knowledge.createArticle, { body: { ...printer, title: { zh: '打印机草稿', en: 'Draft on printers' } } });
  const code = await openDoor(org);
  const suggest = () => org.call(portal.suggestAtPortal, { params: { code }, body: { text: '打印机卡纸了' } }, nobody());
  expect(await suggest()).toEqual({ offerId: null, items: [] });
  await openDoor(org, { suggests: true });
  const { offerId, items } = await suggest();
  expect(items).toMatchObject([{ id, title: printer.title }]);
  const body = { offerId: offerId ?? '' };
  expect(await org.call(portal.readAtPortal, { params: { code, id }, body }, nobody())).toEqual({
    title: printer.title,
    body: printer.body,
  });
  expect((await org.refusal(portal.readAtPortal, { params: { code, id: draft.id }, body }, nobody())).status).toBe(404);
  await org.call(portal.solvedAtPortal, { params: { code, id }, body }, nobody());
  const other = await suggest();
  const { number } = await file(org, code, { offerId: other.offerId });
  const counts = { query: { from: '2020-01-01', to: '2999-12-31', channel: 'portal' as const } };
  expect(await org.call(knowledge.articleDeflection, counts)).toMatchObject({ offers: 2, opened: 1, solved: 1, caseOpened: 1 });
  expect(await org.call(api.getCase, { params: { id: number } })).toMatchObject({ number });
});
