import { expect, test } from 'vitest';
import * as viewsApi from '@zhiheng/contract/cases/views';
import * as api from '@zhiheng/contract/cases/cases';
import { newId } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../cases.factory.ts';

const server = useTestServer();

test('a view is its owner’s; a shared one is used by others and changed by nobody else', async () => {
  const org = await newOrganisation(server);
  const agent = { cookie: await org.as('service-agent') };
  await openOne(org, { priority: 'p1' });
  await openOne(org);
  const params = { id: newId() };
  const body = { name: 'Urgent', filter: { priority: ['p1' as const] }, order: 'newest' as const, shared: false };
  expect(await org.call(viewsApi.saveCaseView, { params, body })).toEqual({ id: params.id, ...body, mine: true, count: 1 });
  expect((await org.call(viewsApi.listCaseViews, {}, agent)).items).toEqual([]);
  await org.call(viewsApi.saveCaseView, { params, body: { ...body, shared: true } });
  expect((await org.call(viewsApi.listCaseViews, {}, agent)).items).toMatchObject([{ name: 'Urgent', mine: false, count: 1 }]);
  expect((await org.refusal(viewsApi.saveCaseView, { params, body }, agent)).status).toBe(404);
  expect((await org.refusal(viewsApi.deleteCaseView, { params }, agent)).status).toBe(404);
  await org.call(viewsApi.deleteCaseView, { params });
  expect((await org.call(viewsApi.listCaseViews)).items).toEqual([]);
  expect((await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('case-view'))).toEqual([
    'case-view.saved',
    'case-view.saved',
    'case-view.deleted',
  ]);
});

test('tags in use, the most used first', async () => {
  const org = await newOrganisation(server);
  await openOne(org, { tags: ['a', 'b'] });
  await openOne(org, { tags: ['b'] });
  expect((await org.call(api.caseTags)).items).toEqual([
    { tag: 'b', cases: 2 },
    { tag: 'a', cases: 1 },
  ]);
});
