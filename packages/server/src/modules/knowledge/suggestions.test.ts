import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import * as api from '@zhiheng/contract/knowledge/knowledge';
import { createService } from '@zhiheng/contract/catalog/services';
import { createIndicator } from '@zhiheng/contract/measurement/indicators';
import { listObservations } from '@zhiheng/contract/measurement/observations';
import { newId } from '../../platform/identifier.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { suggestionQuestion } from './article-words.rules.ts';
import { addManyArticles, printer, publishOne, vpn } from './knowledge.factory.ts';

const server = useTestServer();
const suggest = (org: TestOrganisation, text: string, more: object = {}) => org.call(api.suggestArticles, { body: { text, ...more } });
const settle = (org: TestOrganisation, id: string | null, body: { outcome: 'solved'; articleId: string } | { outcome: 'case-opened' }) =>
  org.call(api.settleOffer, { params: { id: id ?? '' }, body });
const today = new Date().toISOString().slice(0, 10);
const deflection = (org: TestOrganisation, more: object = {}) =>
  org.call(api.articleDeflection, { query: { from: '2020-01-01', to: '2999-12-31', ...more } });

test('what somebody writes finds the articles that fit, in both languages', async () => {
  const org = await newOrganisation(server);
  const [remote, jam] = [await publishOne(org, vpn), await publishOne(org, printer)];
  await org.call(api.createArticle, { body: { ...printer, title: { zh: '打印机草稿', en: 'A draft on printers' } } });
  const first = async (text: string) => (await suggest(org, text)).items.map(({ id }) => id);
  expect(await first('我在家里用 VPN 一直连不上公司，试了好几次')).toEqual([remote.id]);
  expect(await first('三楼的打印机又卡纸了，很着急')).toEqual([jam.id]);
  expect(await first('Our printer jams again, third time this week')).toEqual([jam.id]);
  expect(await suggest(org, '食堂的菜太咸')).toEqual({ offerId: null, items: [] });
  expect(await suggest(org, '')).toEqual({ offerId: null, items: [] });
});

test('articles of the service come first, those of another one last', async () => {
  const org = await newOrganisation(server);
  const make = (code: string) => org.call(createService, { body: { code, name: { zh: code, en: code }, type: 'support' } });
  const [mine, other] = [await make('mine'), await make('other')];
  const elsewhere = await publishOne(org, { serviceIds: [other.id] });
  const anywhere = await publishOne(org, {});
  const here = await publishOne(org, { serviceIds: [mine.id] });
  const { items } = await suggest(org, 'VPN 连不上', { serviceId: mine.id });
  expect(items.map(({ id }) => id)).toEqual([here.id, anywhere.id, elsewhere.id]);
  expect((await suggest(org, 'VPN 连不上', { serviceId: mine.id, limit: 1 })).items).toMatchObject([{ id: here.id }]);
});

test('each keyword of a text is asked by itself; a text without any by its fragments', () => {
  expect(suggestionQuestion('打印机卡纸')?.parts).toEqual(expect.arrayContaining(["'打印' & '印机'"]));
  expect(suggestionQuestion('怎么了')).toEqual({ query: "('怎么') | ('么了')", parts: ["'怎么'", "'么了'"] });
  expect(suggestionQuestion('！？')).toBeNull();
});

test('typing on stays in one offer; what is opened and how it ends are counted once', async () => {
  const org = await newOrganisation(server);
  const [remote, jam] = [await publishOne(org, vpn), await publishOne(org, printer)];
  const { offerId } = await suggest(org, '打印机');
  expect((await suggest(org, '打印机卡纸，VPN 也连不上', { offerId })).offerId).toBe(offerId);
  await org.call(api.readArticle, { params: { id: jam.id }, body: { offerId } });
  await org.call(api.readArticle, { params: { id: remote.id }, body: {} });
  await settle(org, offerId, { outcome: 'solved', articleId: jam.id });
  await settle(org, offerId, { outcome: 'solved', articleId: jam.id });
  const next = await suggest(org, '打印机', { offerId });
  expect(next.offerId).not.toBe(offerId);
  await settle(org, next.offerId, { outcome: 'case-opened' });
  await suggest(org, 'VPN', { channel: 'portal' });
  expect(await deflection(org)).toMatchObject({ offers: 3, opened: 1, solved: 1, caseOpened: 1, rate: 1 / 3 });
  expect(await deflection(org, { channel: 'portal' })).toMatchObject({ offers: 1, solved: 0, rate: 0, low: 0 });
  expect(await deflection(org, { to: '2020-02-01' })).toEqual({
    ...{ offers: 0, opened: 0, solved: 0, caseOpened: 0, rate: null, low: null, high: null },
    months: [],
  });
  expect((await eventsOf(org, 'article-offer.settled')).map(({ entity_id, data }) => [entity_id, data])).toEqual([
    [offerId, { outcome: 'solved', articleId: jam.id }],
    [next.offerId, { outcome: 'case-opened', caseId: null }],
  ]);
  expect(await org.call(api.getArticle, { params: { id: jam.id } })).toMatchObject({ views: 1 });
});

test('beside a case that is open already nothing is offered, and nothing is counted', async () => {
  const org = await newOrganisation(server);
  const { id } = await publishOne(org, printer);
  expect(await suggest(org, '打印机卡纸', { recorded: false })).toMatchObject({ offerId: null, items: [{ id }] });
  expect(await deflection(org)).toMatchObject({ offers: 0, rate: null });
});

test('a case after "solved" takes it back, "solved" after a case is refused', async () => {
  const org = await newOrganisation(server);
  const { id: articleId } = await publishOne(org, printer);
  const other = await publishOne(org, vpn);
  const { offerId } = await suggest(org, '打印机卡纸');
  const params = { id: offerId ?? '' };
  const unseen = await org.refusal(api.settleOffer, { params, body: { outcome: 'solved', articleId: other.id } });
  expect(unseen.errors).toMatchObject([{ path: 'articleId', code: 'not_offered' }]);
  await settle(org, offerId, { outcome: 'solved', articleId });
  await settle(org, offerId, { outcome: 'case-opened' });
  expect(await deflection(org)).toMatchObject({ offers: 1, solved: 0, caseOpened: 1 });
  const late = await org.refusal(api.settleOffer, { params, body: { outcome: 'solved', articleId } });
  expect(late).toMatchObject({ status: 409, code: 'offer_led_to_case' });
  expect((await org.refusal(api.settleOffer, { params: { id: newId() }, body: { outcome: 'case-opened' } })).status).toBe(404);
});

// Wilson (1927): 1 of 10 lies between 1.79 % and 40.42 %, as Newcombe (1998) prints it.
test('the rate carries its interval', async () => {
  const org = await newOrganisation(server);
  const { id: articleId } = await publishOne(org, printer);
  for (let turn = 0; turn < 10; turn += 1) {
    const { offerId } = await suggest(org, '打印机卡纸');
    if (turn === 0) await settle(org, offerId, { outcome: 'solved', articleId });
  }
  const { rate, low, high, months } = await deflection(org);
  expect([rate, low?.toFixed(4), high?.toFixed(4)]).toEqual([0.1, '0.0179', '0.4042']);
  expect(months).toMatchObject([{ offers: 10, solved: 1, month: today.slice(0, 7) }]);
});

test('an organisation that measures it has each offer as an observation, corrected when it is solved', async () => {
  const org = await newOrganisation(server);
  const code = 'knowledge_deflection_rate';
  const name = { zh: '知识分流率', en: 'Deflection rate' };
  const limits = { target: 20, warning: 10, critical: 5 };
  await org.call(createIndicator, {
    body: {
      ...{ code, name, definition: name, dimension: 'efficiency', perspective: 'technical', measure: 'share', unit: '%', decimals: 1 },
      ...{ direction: 'higher', aggregate: 'mean', period: 'month', formula: null, plausibleMin: null, plausibleMax: null },
      ...{ source: 'knowledge', targetSource: name, ownerId: null, limits },
    },
  });
  const { id: articleId } = await publishOne(org, printer);
  const { offerId } = await suggest(org, '打印机卡纸');
  const values = async () => (await org.call(listObservations, { query: { indicator: code } })).items.map(({ value, n }) => [value, n]);
  expect(await values()).toEqual([[0, 1]]);
  await settle(org, offerId, { outcome: 'solved', articleId });
  expect(await values()).toEqual([[1, 1]]);
});

let crowded: TestOrganisation;
beforeAll(async () => {
  crowded = await newOrganisation(server);
  await addManyArticles(server, crowded, 20_000);
});

test('search and suggestions look up their words in the index', async () => {
  const { rows } = await sql<{ body: string }>`select prosrc as body from pg_proc where proname = 'search_articles'`.execute(server.owner);
  const body = (rows[0]?.body ?? '')
    .replaceAll('query', "'门禁' :: tsquery")
    .replace('unnest(parts)', "unnest(array['门禁'::tsquery])")
    .replaceAll('most', '10');
  const plan = await server.owner.transaction().execute(async (tx) => {
    await sql.raw(`set local app.org_id = '${crowded.orgId}'`).execute(tx);
    return (await sql.raw<Record<string, string>>(`explain ${body}`).execute(tx)).rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('article_by_words');
  expect((await suggest(crowded, '会议室的门禁不能使用了，怎么申请权限')).items).toHaveLength(5);
});
