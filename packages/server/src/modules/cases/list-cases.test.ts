import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import type { CaseFilter } from '@zhiheng/contract/cases/cases';
import { systemActor } from '../../platform/operation.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { addManyCases, openOne, publishAgreement } from './cases.factory.ts';
import { questionFor, wordsIn } from '../../platform/database/search-words.rules.ts';
import { filterConditions } from './filter-cases.ts';
import { pageStatement } from './list-cases.ts';
import { orders } from './order-cases.ts';

const server = useTestServer();
const list = (org: TestOrganisation, filter: CaseFilter = {}, more: object = {}) =>
  org.call(api.listCases, { query: { filter: JSON.stringify(filter), ...more } });
const subjects = async (org: TestOrganisation, filter: CaseFilter = {}, more: object = {}) =>
  (await list(org, filter, more)).items.map(({ subject }) => subject);

test('filters: values of one field are alternatives, fields must all hold', async () => {
  const org = await newOrganisation(server);
  await openOne(org, { subject: 'a', type: 'incident', priority: 'p1', tags: ['vip'], assigneeId: org.accountId });
  await openOne(org, { subject: 'b', type: 'question', priority: 'p1' });
  await openOne(org, { subject: 'c', type: 'question', priority: 'p4', tags: ['vip', 'x'] });
  const order = { order: 'oldest' };
  expect(await subjects(org, { type: ['incident', 'question'] }, order)).toEqual(['a', 'b', 'c']);
  expect(await subjects(org, { type: ['question'], priority: ['p1'] })).toEqual(['b']);
  expect(await subjects(org, { tag: ['vip'] }, order)).toEqual(['a', 'c']);
  expect(await subjects(org, { assigneeId: ['me'] })).toEqual(['a']);
  expect(await subjects(org, { assigneeId: ['nobody'] }, order)).toEqual(['b', 'c']);
  expect(await subjects(org, { assigneeId: ['me', 'nobody'], priority: ['p1'] }, order)).toEqual(['a', 'b']);
  expect(await subjects(org, { open: false })).toEqual([]);
  expect(await subjects(org, {}, { order: 'priority' })).toEqual(['a', 'b', 'c']);
  expect((await org.refusal(api.listCases, { query: { filter: '{"type":["x"]}' } })).status).toBe(422);
});

test('what the customer said of the solution is in the row, and cases are found by it', async () => {
  const org = await newOrganisation(server);
  for (const [subject, value] of [
    ['poor', 2],
    ['good', 5],
    ['unasked', null],
  ] as const) {
    const { id } = await openOne(org, { subject });
    if (value !== null) await org.inside(({ db }) => sql`update service_case set rating = ${value} where id = ${id}`.execute(db));
  }
  expect(await subjects(org, { rating: [1, 2] })).toEqual(['poor']);
  expect(await subjects(org, { rating: [2, 5] }, { order: 'oldest' })).toEqual(['poor', 'good']);
  expect((await list(org, {}, { order: 'oldest' })).items.map(({ rating }) => rating)).toEqual([2, 5, null]);
  expect((await org.refusal(api.listCases, { query: { filter: '{"rating":[6]}' } })).status).toBe(422);
});

test('days of opening are those of the organisation', async () => {
  const org = await newOrganisation(server, { timeZone: 'Asia/Shanghai' });
  await openOne(org, { subject: 'late', openedAt: '2026-03-01T15:59:59Z' });
  await openOne(org, { subject: 'next', openedAt: '2026-03-01T16:00:00Z' });
  expect(await subjects(org, { openedFrom: '2026-03-01', openedTo: '2026-03-01' })).toEqual(['late']);
  expect(await subjects(org, { openedFrom: '2026-03-02' })).toEqual(['next']);
});

test('the nearest deadline comes first, cases without one last, and pages follow each other', async () => {
  const org = await newOrganisation(server);
  await openOne(org, { subject: 'none 1' });
  await openOne(org, { subject: 'none 2' });
  await publishAgreement(org, { seconds: 36_000 });
  for (const hours of [5, 11, 1])
    await openOne(org, { subject: `${hours} h`, openedAt: new Date(Date.now() - hours * 3_600_000).toISOString() });
  const whole = await list(org);
  expect(whole.items.map(({ subject }) => subject)).toEqual(['11 h', '5 h', '1 h', 'none 1', 'none 2']);
  expect(whole).toMatchObject({ total: 5, more: false, next: null });
  const walked: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await list(org, {}, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    walked.push(...page.items.map(({ subject }) => subject));
    cursor = page.next;
  }
  expect(walked).toEqual(['11 h', '5 h', '1 h', 'none 1', 'none 2']);
  expect(await subjects(org, { due: 'overdue' })).toEqual(['11 h']);
  expect(await subjects(org, { due: 'none' })).toEqual(['none 1', 'none 2']);
});

test('Chinese is found by fragments of two characters, English by words and their beginnings', async () => {
  const org = await newOrganisation(server);
  await openOne(org, { subject: '打印机卡纸', description: '三楼的打印机' });
  await openOne(org, { subject: 'Printer jam', description: 'The PRINTER on floor 3 jams' });
  await openOne(org, { subject: '网络连接中断' });
  expect(await subjects(org, { q: '打印' })).toEqual(['打印机卡纸']);
  expect(await subjects(org, { q: '卡纸 三楼' })).toEqual(['打印机卡纸']);
  expect(await subjects(org, { q: '网断' })).toEqual([]);
  expect(await subjects(org, { q: '断' })).toEqual(['网络连接中断']);
  expect(await subjects(org, { q: 'print floor' })).toEqual(['Printer jam']);
  expect(await subjects(org, { q: 'C-000003' })).toEqual(['网络连接中断']);
  expect(await subjects(org, { q: '!?' })).toEqual([]);
  expect((await newOrganisation(server).then((other) => list(other, { q: '打印' }))).items).toEqual([]);
});

test('words of a text and the question that finds them', () => {
  expect(wordsIn('VPN 连不上')).toEqual(['vpn', '连不', '不上', '上']);
  expect(questionFor('网络 mai')).toBe("'网络' & 'mai':*");
  expect(questionFor("' & | ! :*")).toBeNull();
});

let crowded: TestOrganisation;
beforeAll(async () => {
  crowded = await newOrganisation(server);
  await addManyCases(server, crowded, 12_000);
});

test('a count stops at 5,000 and says that there are more', async () => {
  expect(await list(crowded)).toMatchObject({ total: 5_000, more: true });
  expect(await list(crowded, { priority: ['p1'] })).toMatchObject({ total: 3000, more: false });
});

const statementOf = (filter: CaseFilter, order: keyof typeof orders) => {
  const { orgId } = crowded;
  const found = sql`c.org_id = ${orgId} and ${filterConditions({ orgId, actor: systemActor, now: new Date() }, filter)}`;
  return pageStatement(orgId, { found, order: orders[order], limit: 50, cursor: undefined });
};
const planOf = (filter: CaseFilter, order: keyof typeof orders) =>
  crowded.inside(async ({ db }) => {
    const { rows } = await sql<Record<string, string>>`explain ${statementOf(filter, order)}`.execute(db);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });

test('every order follows an index, without sorting the whole table', async () => {
  const open = { open: true };
  expect(await planOf(open, 'due')).toContain('case_by_due');
  expect(await planOf(open, 'priority')).toContain('case_by_priority');
  expect(await planOf({}, 'newest')).toContain('Index Scan Backward using case_by_opening');
  expect(await planOf({}, 'updated')).toContain('Index Scan Backward using case_by_update');
  for (const order of ['due', 'priority', 'newest', 'updated'] as const)
    expect(await planOf(open, order)).not.toMatch(/Seq Scan on service_case|Sort Key: c\.(due_at|opened_at|updated_at).*\n.*rows=12000/);
});

test('the page statement as a database administrator reads it', () => {
  const { sql: text } = statementOf({ open: true, priority: ['p1'] }, 'due').compile(server.root);
  const page = /from \((.*)\) c\s+left join service s/s.exec(text)?.[1]?.replaceAll(/\s+/g, ' ');
  expect(page).toMatchInlineSnapshot(
    `"select * from ((select c.* from service_case c where c.org_id = $1 and c.status not in ('closed', 'cancelled', 'merged') and "c"."priority" = any($2::text[]) and c.due_at is not null order by c.due_at, c.id limit $3) union all (select c.* from service_case c where c.org_id = $4 and c.status not in ('closed', 'cancelled', 'merged') and "c"."priority" = any($5::text[]) and c.due_at is null order by c.id limit $6)) p limit $7"`,
  );
});

test('the search looks up its words in the index', async () => {
  const { rows } = await sql<{ body: string }>`select prosrc as body from pg_proc where proname = 'search_cases'`.execute(server.owner);
  const body = (rows[0]?.body ?? '').replace('query', "'打印'::tsquery").replace('least(most, 10000)', '10000');
  const plan = await server.owner.transaction().execute(async (tx) => {
    await sql.raw(`set local app.org_id = '${crowded.orgId}'`).execute(tx);
    return (await sql.raw<Record<string, string>>(`explain ${body}`).execute(tx)).rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('case_by_words');
});
