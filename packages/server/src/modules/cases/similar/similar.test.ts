import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createCustomer } from '@zhiheng/contract/customers/customers';
import { updateCase } from '@zhiheng/contract/cases/cases';
import { findSimilarCases } from '@zhiheng/contract/cases/similar';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { addManyCases, openOne } from '../cases.factory.ts';
import { similarQuestion } from './similar-question.rules.ts';

const server = useTestServer();
const alike = async (org: TestOrganisation, text: string, more: object = {}, who?: { cookie: string }) =>
  (await org.call(findSimilarCases, { body: { text, ...more } }, who)).items;
const customer = async (org: TestOrganisation, name: string) =>
  (await org.call(createCustomer, { body: { name, kind: 'organisation' } })).id;

test('the most alike comes first; a case that speaks of something else is not shown', async () => {
  const org = await newOrganisation(server);
  await openOne(org, { subject: '三楼打印机卡纸' });
  const same = await openOne(org, { subject: '打印机卡纸，墨盒也空了', description: '三楼财务室的打印机' });
  await openOne(org, { subject: '食堂的菜太咸' });
  const items = await alike(org, '财务室打印机卡纸，墨盒空了');
  expect(items.map(({ number }) => number)).toEqual(['C-000002', 'C-000001']);
  expect(items[0]).toMatchObject({ id: same.id, sameCustomer: false, probablySame: false });
  expect(await alike(org, '财务室打印机卡纸，墨盒空了', { exceptId: same.id })).toHaveLength(1);
  expect(await alike(org, '！？')).toEqual([]);
  expect((await alike(org, 'the printer')).length).toBe(0);
});

test('an open case of the same customer in the same words is probably the same; a closed one is not', async () => {
  const org = await newOrganisation(server);
  const [here, there] = [await customer(org, 'North'), await customer(org, 'South')];
  const text = '宽带掉线，光猫红灯一直亮';
  await openOne(org, { subject: text, customerId: there });
  const own = await openOne(org, { subject: text, customerId: here });
  const items = await alike(org, text, { customerId: here });
  expect(items.map(({ number, sameCustomer, probablySame, share }) => [number, sameCustomer, probablySame, share])).toEqual([
    ['C-000002', true, true, 1],
    ['C-000001', false, false, 1],
  ]);
  await org.call(updateCase, { params: { id: own.id }, body: { version: 1, status: 'cancelled' } });
  expect((await alike(org, text, { customerId: here }))[0]).toMatchObject({ number: 'C-000002', probablySame: false });
});

test('restricted cases stay hidden, and so do those of other organisations', async () => {
  const org = await newOrganisation(server);
  await openOne(org, { type: 'adverse-event', subject: '病人在走廊跌倒' });
  expect(await alike(org, '病人在走廊跌倒')).toHaveLength(1);
  expect(await alike(org, '病人在走廊跌倒', {}, { cookie: await org.as('service-agent') })).toEqual([]);
  expect(await alike(await newOrganisation(server), '病人在走廊跌倒')).toEqual([]);
});

test('a text without keywords is asked by its fragments', () => {
  expect(similarQuestion('怎么了')).toEqual({ query: "('怎么') | ('么了')", parts: ["'怎么'", "'么了'"], weights: [1, 1] });
});

test('the words are looked up in the index', async () => {
  const crowded = await newOrganisation(server);
  await addManyCases(server, crowded, 20_000);
  const { rows } = await sql<{ body: string }>`select prosrc as body from pg_proc where proname = 'similar_cases'`.execute(server.owner);
  const body = (rows[0]?.body ?? '')
    .replaceAll('query', "'打印'::tsquery")
    .replace('unnest(parts, weights)', "unnest(array['打印'::tsquery], array[1.0])")
    .replaceAll('most', '10');
  const plan = await server.owner.transaction().execute(async (tx) => {
    await sql.raw(`set local app.org_id = '${crowded.orgId}'`).execute(tx);
    return (await sql.raw<Record<string, string>>(`explain ${body}`).execute(tx)).rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('case_by_words');
});
