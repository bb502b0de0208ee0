import { expect, test } from 'vitest';
import * as categoriesApi from '@zhiheng/contract/cases/categories';
import * as api from '@zhiheng/contract/cases/cases';
import { listTrash, restoreFromTrash } from '@zhiheng/contract/insight/board';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../cases.factory.ts';

const server = useTestServer();
const named = (text: string) => ({ zh: `${text}类`, en: text });
const make = (org: TestOrganisation, code: string, more: object = {}) =>
  org.call(categoriesApi.createCaseCategory, { body: { code, name: named(code), ...more } });
const codes = async (org: TestOrganisation) => (await org.call(categoriesApi.listCaseCategories)).items.map(({ code }) => code);

test('a case of a category goes to its team and is counted while it is open', async () => {
  const org = await newOrganisation(server);
  const team = await org.call(createUnit, { params: { kind: 'teams' }, body: { code: 'desk', name: named('Desk') } });
  const hardware = await make(org, 'hardware');
  const printer = await make(org, 'printer', { parentId: hardware.id, teamId: team.id, types: ['incident'] });
  const { id } = await openOne(org, { categoryId: printer.id });
  expect(await org.call(api.getCase, { params: { id } })).toMatchObject({ teamId: team.id, categoryName: named('printer') });
  expect((await org.call(categoriesApi.listCaseCategories)).items).toMatchObject([
    { code: 'hardware', cases: 0 },
    { code: 'printer', parentId: hardware.id, types: ['incident'], cases: 1 },
  ]);
  const circle = await org.refusal(categoriesApi.updateCaseCategory, { params: { id: hardware.id }, body: { parentId: printer.id } });
  expect(circle.errors).toMatchObject([{ path: 'parentId', code: 'circular' }]);
  expect((await org.refusal(categoriesApi.createCaseCategory, { body: { code: 'printer', name: named('x') } })).code).toBe(
    'category_code_taken',
  );
});

test('whoever may delete a category may take that back, and nobody else', async () => {
  const org = await newOrganisation(server, { roles: { definer: ['cases.read', 'cases.define'] } });
  const definer = { cookie: await org.as('definer') };
  const { id } = await make(org, 'top');
  await org.call(categoriesApi.deleteCaseCategory, { params: { id } }, definer);
  const agent = { cookie: await org.as('service-agent') };
  expect((await org.refusal(categoriesApi.restoreCaseCategory, { params: { id } }, agent)).status).toBe(403);
  await org.call(categoriesApi.restoreCaseCategory, { params: { id } }, definer);
  expect(await codes(org)).toEqual(['top']);
  expect((await org.refusal(categoriesApi.restoreCaseCategory, { params: { id } }, definer)).status).toBe(404);
});

test('to the trash and back: children move up, cases keep their category', async () => {
  const org = await newOrganisation(server);
  const top = await make(org, 'top');
  const mid = await make(org, 'mid', { parentId: top.id });
  const leaf = await make(org, 'leaf', { parentId: mid.id });
  const { id } = await openOne(org, { categoryId: mid.id });
  await org.call(categoriesApi.deleteCaseCategory, { params: { id: mid.id } });
  expect(await codes(org)).toEqual(['leaf', 'top']);
  expect((await org.call(categoriesApi.listCaseCategories)).items.find(({ code }) => code === 'leaf')?.parentId).toBe(top.id);
  expect((await org.call(api.getCase, { params: { id } })).categoryName).toEqual(named('mid'));
  const wrong = await org.refusal(api.createCase, { body: { type: 'question', subject: 'x', categoryId: mid.id } });
  expect(wrong.errors).toMatchObject([{ path: 'categoryId', code: 'unknown_category' }]);
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'case-category', id: mid.id, label: 'mid' }]);
  await org.call(restoreFromTrash, { params: { kind: 'case-category', id: mid.id } });
  expect(await codes(org)).toEqual(['leaf', 'mid', 'top']);
  const changed = await org.call(categoriesApi.updateCaseCategory, { params: { id: leaf.id }, body: { name: named('Leaf') } });
  expect(changed.name).toEqual(named('Leaf'));
  expect((await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('case-category'))).toEqual([
    ...Array.from({ length: 3 }, () => 'case-category.created'),
    ...['case-category.deleted', 'case-category.restored', 'case-category.changed'],
  ]);
});
