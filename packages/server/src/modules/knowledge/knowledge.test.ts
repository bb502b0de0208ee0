import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/knowledge/knowledge';
import { createService } from '@zhiheng/contract/catalog/services';
import { listTrash, restoreFromTrash } from '@zhiheng/contract/insight/board';
import { newId } from '../../platform/identifier.ts';
import { meanwhile } from '../../testing/meanwhile.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { addManyArticles, printer, publishOne, vpn } from './knowledge.factory.ts';

const server = useTestServer();
const titles = async (org: TestOrganisation, query: object = {}, who?: { cookie: string }) =>
  (await org.call(api.listArticles, { query }, who)).items.map(({ title }) => title.zh);

test('from a draft to a retired article; readers see no drafts', async () => {
  const org = await newOrganisation(server);
  const reader = { cookie: await org.as('executive') };
  const caseId = newId();
  const draft = await org.call(api.createArticle, { body: { ...vpn, reviewOn: '2030-01-01', caseIds: [caseId, caseId] } });
  expect(draft).toMatchObject({ ...vpn, state: 'draft', version: 1, caseIds: [caseId], caseCount: 1, publishedAt: null, updatedBy: 'Ada' });
  const params = { id: draft.id };
  expect(await titles(org, {}, reader)).toEqual([]);
  expect((await org.refusal(api.getArticle, { params }, reader)).status).toBe(404);
  const published = await org.call(api.publishArticle, { params, body: { version: 1 } });
  expect(published).toMatchObject({ state: 'published', version: 2 });
  expect(await org.call(api.getArticle, { params }, reader)).toMatchObject({ id: draft.id, body: vpn.body });
  expect((await org.refusal(api.retireArticle, { params, body: { version: 1 } })).code).toBe('changed_meanwhile');
  expect((await org.call(api.retireArticle, { params, body: { version: 2 } })).state).toBe('retired');
  const { items } = await org.call(api.listArticleVersions, { params });
  expect(items.map(({ version, state, savedBy }) => [version, state, savedBy])).toEqual([
    [3, 'retired', 'Ada'],
    [2, 'published', 'Ada'],
    [1, 'draft', 'Ada'],
  ]);
  expect((await eventsOf(org)).filter(({ entity_id }) => entity_id === draft.id).map(({ type }) => type)).toEqual([
    'article.created',
    'article.published',
    'article.retired',
  ]);
});

test('one language is enough, half an article is not published', async () => {
  const org = await newOrganisation(server);
  const none = await org.refusal(api.createArticle, { body: { title: { zh: ' ', en: '' } } });
  expect(none.errors).toMatchObject([{ path: 'title', code: 'one_language_needed' }]);
  const { id } = await org.call(api.createArticle, { body: { title: { zh: '重置密码', en: '' } } });
  const params = { id };
  expect((await org.refusal(api.publishArticle, { params, body: { version: 1 } })).code).toBe('article_half_written');
  await org.call(api.updateArticle, { params, body: { version: 1, body: { zh: '点忘记密码。', en: '' } } });
  await org.call(api.publishArticle, { params, body: { version: 2 } });
  const half = { version: 3, title: { zh: '重置密码', en: 'Reset a password' } };
  expect((await org.refusal(api.updateArticle, { params, body: half })).code).toBe('article_half_written');
  const elsewhere = await org.refusal(api.createArticle, { body: { ...vpn, serviceIds: [newId()] } });
  expect(elsewhere.errors).toMatchObject([{ path: 'serviceIds.0', code: 'unknown_service' }]);
});

test('a change keeps what stood before, and the second who saves is told', async () => {
  const org = await newOrganisation(server);
  const { id } = await publishOne(org);
  const body = { zh: '请重启路由器', en: 'Restart the router' };
  expect(await org.call(api.updateArticle, { params: { id }, body: { version: 2, body } })).toMatchObject({ version: 3, body });
  const { items } = await org.call(api.listArticleVersions, { params: { id } });
  expect(items.map((item) => item.body)).toEqual([body, vpn.body, vpn.body]);
  expect(await titles(org, { q: '路由' })).toEqual([vpn.title.zh]);
  expect(await titles(org, { q: '客户端' })).toEqual([]);
  const [changed] = await eventsOf(org, 'article.changed');
  expect(changed?.data).toEqual({ body: { from: 2, to: 3 } });
  const save = async (en: string) => {
    const payload = { version: 3, body: { zh: en, en } };
    const url = `/api/v1/articles/${id}`;
    return (await server.app.inject({ method: 'PATCH', url, headers: { cookie: org.cookie }, payload })).statusCode;
  };
  const held = sql`select from article where org_id = ${org.orgId} for update`;
  expect((await meanwhile(server, held, [() => save('a'), () => save('b')])).sort()).toEqual([200, 409]);
});

test('search: two characters, words and their beginnings; the title weighs most', async () => {
  const org = await newOrganisation(server);
  await publishOne(org, { ...printer, body: { zh: '卡纸时不要用力拉。联系网络管理员。', en: 'Call the network team.' } });
  await publishOne(org, vpn);
  await publishOne(org, { ...vpn, title: { zh: '网络慢', en: 'A slow network' } });
  expect(await titles(org, { q: '卡纸' })).toEqual(['打印机卡纸']);
  expect(await titles(org, { q: 'jam' })).toEqual(['打印机卡纸']);
  expect((await titles(org, { q: '网络' }))[0]).toBe('网络慢');
  expect(await titles(org, { q: '网络 客户端' })).toEqual(expect.arrayContaining(['网络慢', 'VPN 连不上怎么办']));
  expect(await titles(org, { q: "' | !" })).toEqual([]);
  const other = await newOrganisation(server);
  expect(await titles(other, { q: '网络' })).toEqual([]);
});

test('pages follow each other in every order', async () => {
  const org = await newOrganisation(server);
  await addManyArticles(server, org, 25);
  for (const query of [{}, { order: 'useful' }, { order: 'viewed' }, { q: '打印' }, { q: '步骤', order: 'newest' }]) {
    const seen: string[] = [];
    let cursor: string | undefined;
    let total = 0;
    do {
      const page = await org.call(api.listArticles, {
        query: { ...query, limit: 4, ...(cursor === undefined ? {} : { cursor }) } as object,
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
      total = page.total;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(total);
    expect(seen.length).toBe(total);
    expect(total).toBeGreaterThan(2);
  }
  expect((await org.refusal(api.listArticles, { query: { cursor: 'nonsense' } })).status).toBe(422);
});

test('votes: one a person; many good ones come before few, bad ones call for the author', async () => {
  const org = await newOrganisation(server);
  const [liked, tried, disliked] = [
    await publishOne(org, vpn),
    await publishOne(org, printer),
    await publishOne(org, { title: { zh: '丙', en: 'C' } }),
  ];
  const people = await Promise.all(Array.from({ length: 5 }, async () => ({ cookie: await org.as('executive') })));
  const vote = (id: string, useful: boolean | null, who: { cookie: string }) =>
    org.call(api.voteArticle, { params: { id }, body: { useful } }, who);
  for (const who of people) await vote(liked.id, true, who);
  for (const who of people) await vote(disliked.id, false, who);
  const [one] = people;
  if (one === undefined) throw new Error('nobody');
  expect(await vote(tried.id, true, one)).toMatchObject({ useful: 1, notUseful: 0, myVote: true });
  expect(await titles(org, { order: 'useful' })).toEqual([liked.title.zh, tried.title.zh, '丙']);
  expect(await org.call(api.listArticles, { query: { needsReview: 'true' } })).toMatchObject({
    items: [{ id: disliked.id, needsReview: 'unhelpful', notUseful: 5 }],
  });
  expect(await vote(tried.id, false, one)).toMatchObject({ useful: 0, notUseful: 1, myVote: false });
  expect(await vote(tried.id, null, one)).toMatchObject({ useful: 0, notUseful: 0, myVote: null });
  expect((await eventsOf(org, 'article.voted')).at(-1)?.data).toEqual({ useful: { from: false, to: null } });
});

test('an article whose review day has come needs review, a draft does not', async () => {
  const org = await newOrganisation(server);
  const due = await publishOne(org, { reviewOn: '2020-01-01' });
  await publishOne(org, { ...printer, reviewOn: '2999-01-01' });
  await org.call(api.createArticle, { body: { ...vpn, reviewOn: '2020-01-01' } });
  const { items } = await org.call(api.listArticles, { query: { needsReview: 'true' } });
  expect(items.map(({ id, needsReview }) => [id, needsReview])).toEqual([[due.id, 'due']]);
});

test('articles of a case, of a service, of a category', async () => {
  const org = await newOrganisation(server);
  const service = await org.call(createService, { body: { code: 'mail', name: { zh: '邮件', en: 'Mail' }, type: 'support' } });
  const [caseId, categoryId] = [newId(), newId()];
  const article = await publishOne(org, { serviceIds: [service.id], categoryIds: [categoryId] });
  await publishOne(org, printer);
  const params = { id: article.id, caseId };
  await org.call(api.linkArticle, { params });
  await org.call(api.linkArticle, { params });
  for (const query of [{ caseId }, { serviceId: service.id }, { categoryId }]) expect(await titles(org, query)).toEqual([vpn.title.zh]);
  await org.call(api.unlinkArticle, { params });
  expect(await titles(org, { caseId })).toEqual([]);
  expect((await eventsOf(org)).filter(({ type }) => /article\.(un)?linked/.test(type)).map(({ type, data }) => [type, data])).toEqual([
    ['article.linked', { caseId }],
    ['article.unlinked', { caseId }],
  ]);
});

test('to the trash and back', async () => {
  const org = await newOrganisation(server);
  const { id } = await publishOne(org, { title: { zh: '', en: 'Only English' }, body: { zh: '', en: 'Words' } });
  await org.call(api.deleteArticle, { params: { id } });
  expect((await org.refusal(api.getArticle, { params: { id } })).status).toBe(404);
  expect(await org.call(api.listArticles, { query: { q: 'english' } })).toMatchObject({ items: [], total: 0 });
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'article', id, label: 'Only English' }]);
  await org.call(restoreFromTrash, { params: { kind: 'article', id } });
  expect(await org.call(api.getArticle, { params: { id } })).toMatchObject({ state: 'published' });
  expect((await eventsOf(org)).slice(-2).map(({ type, label }) => [type, label])).toEqual([
    ['article.deleted', 'Only English'],
    ['article.restored', 'Only English'],
  ]);
});
