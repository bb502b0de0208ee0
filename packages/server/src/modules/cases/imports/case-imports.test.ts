import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import * as imports from '@zhiheng/contract/cases/case-imports';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { publishAgreement } from '../cases.factory.ts';
import { sweepClocks } from '../sweep-clocks.ts';
import { importCases, importExport, previewOf, uploadExport } from './case-imports.factory.ts';

const server = useTestServer();

interface Row {
  readonly id: string;
  readonly number: string;
  readonly key: string;
}
const casesOf = (org: TestOrganisation): Promise<Row[]> =>
  org.inside(async ({ db, orgId }) => {
    const { rows } =
      await sql<Row>`select id, number, record_key as key from service_case where org_id = ${orgId} order by record_key`.execute(db);
    return rows;
  });
const read = async (org: TestOrganisation, key: string) => {
  const found = (await casesOf(org)).find((row) => row.key === key);
  return org.call(api.getCase, { params: { id: found!.id } });
};
const clockEvents = (org: TestOrganisation, key: string) =>
  org.inside(async ({ db, orgId }) => {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', to_char(e.at at time zone 'UTC', 'DD HH24:MI'), e.status, e.party) as line from clock_event e
      join service_case c on c.org_id = e.org_id and c.id = e.case_id where e.org_id = ${orgId} and c.record_key = ${key} order by e.seq`.execute(
      db,
    );
    return rows.map(({ line }) => line);
  });

const head = 'number,title,state,priority,group,created at,resolved,closed at';
const plain = `${head}
T-1,Printer jams,Closed,High,Nowhere,2026-03-02 08:00,2026-03-02 10:00,2026-03-03 09:00
T-2,Mail slow,In Progress,Low,Nowhere,2026-03-02 09:00,,
T-3,Old news,New,Medium,,2026-03-02 09:30,,
`;

test('a plain table becomes cases with their moments; unknown names are kept as names', async () => {
  const org = await newOrganisation(server, { timeZone: 'Asia/Shanghai' });
  const job = await importExport(org, plain);
  expect(job).toMatchObject({ state: 'done', product: 'file', counts: { rows: 3, cases: 3, created: 3, refused: 0 }, comparison: null });
  expect(await read(org, 'T-1')).toMatchObject({
    ...{ subject: 'Printer jams', status: 'closed', priority: 'p2', channel: 'import', teamId: null, openedAt: '2026-03-02T00:00:00.000Z' },
    ...{
      resolvedAt: '2026-03-02T02:00:00.000Z',
      closedAt: '2026-03-03T01:00:00.000Z',
      custom: { importedNumber: 'T-1', importedTeam: 'Nowhere' },
    },
  });
  expect(await clockEvents(org, 'T-1')).toEqual(['02 00:00 new team:Nowhere', '02 02:00 resolved', '03 01:00 closed']);
  expect(await clockEvents(org, 'T-2')).toEqual(['02 01:00 new team:Nowhere', '02 01:00 open']);
  expect((await read(org, 'T-3')).status).toBe('new');
  expect((await eventsOf(org, 'cases.imported')).map(({ data }) => data)).toEqual([{ created: 3, updated: 0 }]);
  const { items } = await org.call(api.listCases, { query: { filter: JSON.stringify({ q: 'T-2' }) } as never });
  expect(items).toMatchObject([{ subject: 'Mail slow' }]);
});

test('teams, people, categories and customers are found by their names', async () => {
  const org = await newOrganisation(server);
  const teamId = await org.inside(async ({ db, orgId }) => {
    await sql`insert into team (org_id, id, code, name) values (${orgId}, gen_random_uuid(), 'desk', '{"zh": "服务台", "en": "Desk"}')`.execute(
      db,
    );
    const { rows } = await sql<{ id: string }>`select id from team where org_id = ${orgId}`.execute(db);
    return rows[0]!.id;
  });
  const fileId = await uploadExport(org, '编号,标题,状态,处理组,处理人,创建时间\n9,打印机卡纸,处理中,服务台,Ada,2026-03-02 08:00\n');
  const { mapping, unknownTeams, unknownPeople } = await previewOf(org, fileId);
  expect({ unknownTeams, unknownPeople }).toEqual({ unknownTeams: [], unknownPeople: [] });
  await importCases(org, fileId, mapping);
  expect(await read(org, '9')).toMatchObject({ subject: '打印机卡纸', status: 'open', teamId, assigneeId: org.accountId });
});

test('the same file again changes nothing, a newer one updates and says what', async () => {
  const org = await newOrganisation(server);
  await importExport(org, plain);
  const numbers = (await casesOf(org)).map(({ id, number }) => [id, number]);
  expect((await importExport(org, plain)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  const newer = plain.replace('In Progress,Low', 'Resolved,High').replace('2026-03-02 09:00,,', '2026-03-02 09:00,2026-03-04 10:00,');
  const job = await importExport(org, newer);
  expect(job.counts).toMatchObject({ created: 0, updated: 1, unchanged: 2 });
  const { items } = await org.call(imports.listCaseImportFindings, { params: { id: job.id }, query: { kind: 'update' } });
  expect(items).toEqual([
    { kind: 'update', code: 'case_updated', line: 3, key: 'T-2', params: { fields: 'status, priority, resolved_at' } },
  ]);
  expect(await read(org, 'T-2')).toMatchObject({ status: 'resolved', priority: 'p2', version: 2 });
  expect((await casesOf(org)).map(({ id, number }) => [id, number])).toEqual(numbers);
});

test('what somebody changed here since is left as it is', async () => {
  const org = await newOrganisation(server);
  await importExport(org, plain);
  const { id, version } = await read(org, 'T-2');
  await org.call(api.updateCase, { params: { id }, body: { version, subject: 'Mail is very slow' } });
  const job = await importExport(org, plain.replace('Mail slow', 'Mail lost'));
  expect(job.counts).toMatchObject({ updated: 0, kept: 1 });
  expect((await read(org, 'T-2')).subject).toBe('Mail is very slow');
  // Only untouched cases go when the import is undone.
  const [first] = (await org.call(imports.listCaseImports)).items.slice(-1);
  const undone = await org.call(imports.undoCaseImport, { params: { id: first!.id } });
  expect(undone.undone).toMatchObject({ removed: 2, kept: 1 });
  expect((await casesOf(org)).map(({ key }) => key)).toEqual(['T-2']);
  expect(await eventsOf(org, 'case-import.undone')).toMatchObject([{ data: { removed: 2, kept: 1 } }]);
  expect(await org.refusal(imports.undoCaseImport, { params: { id: first!.id } })).toMatchObject({ code: 'import_not_undoable' });
});

test('a rehearsal counts and finds, and writes no case', async () => {
  const org = await newOrganisation(server);
  const bad = `${plain}T-4,No such state,Limbo,High,,2026-03-02 08:00,,\n,Without number,New,High,,2026-03-02 08:00,,\nT-5,No such day,New,High,,2026-02-31 08:00,,\n`;
  const job = await importExport(org, bad, { dryRun: true });
  expect(job).toMatchObject({ dryRun: true, counts: { cases: 5, created: 3, refused: 3 } });
  expect(job.findings.map(({ code, n, firstLine }) => ({ code, n, firstLine }))).toEqual([
    { code: 'impossible_time', n: 1, firstLine: 7 },
    { code: 'missing_number', n: 1, firstLine: 6 },
    { code: 'unknown_status', n: 1, firstLine: 5 },
  ]);
  expect(await casesOf(org)).toEqual([]);
  const csv = await org.call(imports.caseImportFindingsFile, { params: { id: job.id }, query: { locale: 'zh' } });
  expect(csv).toContain('5,T-4,状态没有对应,Limbo');
});

test('an import that was stopped goes on behind the last batch', async () => {
  const org = await newOrganisation(server);
  const lines = Array.from({ length: 2500 }, (_, at) => `N-${at},Case ${at},New,Low,,2026-03-02 08:00,,`);
  const fileId = await uploadExport(org, `${head}\n${lines.join('\n')}\n`);
  const { mapping } = await previewOf(org, fileId);
  // The database goes away in the second batch, as a kill would make it.
  await sql`create function stop_import() returns trigger language plpgsql as $$ begin
    if (select count(*) from service_case where org_id = new.org_id) > 1000 then raise exception 'gone' using errcode = '57P01'; end if; return new; end $$`.execute(
    server.owner,
  );
  await sql`create trigger stop_import before insert on case_import_record for each row when (new.org_id = ${sql.lit(org.orgId)}::uuid) execute function stop_import()`.execute(
    server.owner,
  );
  const { id } = await org
    .call(imports.startCaseImport, { body: { fileId, mapping } })
    .catch(async () => (await org.call(imports.listCaseImports)).items[0]!);
  await sql`drop trigger stop_import on case_import_record`.execute(server.owner);
  expect(await casesOf(org)).toHaveLength(1000);
  await server.platform.jobs.send('case-import', { orgId: org.orgId, id });
  const job = await org.call(imports.getCaseImport, { params: { id } });
  expect(job).toMatchObject({ state: 'done', counts: { cases: 2500, created: 2500 } });
  expect(await casesOf(org)).toHaveLength(2500);
  expect(await org.refusal(imports.cancelCaseImport, { params: { id } })).toMatchObject({ code: 'import_is_over' });
});

test('nobody is told of what was late before it came here, and all that comes later counts as ever', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600 });
  await importExport(org, plain);
  await sweepClocks(server.root, new Date());
  expect((await eventsOf(org)).filter(({ type }) => type.startsWith('case.'))).toEqual([]);
  const { clocks } = await read(org, 'T-1');
  expect(clocks).toMatchObject([{ target: 'resolution', state: 'missed', breachedAt: '2026-03-02T01:00:00.000Z' }]);
  expect((await read(org, 'T-2')).next).toMatchObject({ state: 'overdue' });
});

test('a case from before every agreement counts by those in force now when that is chosen', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600, effectiveFrom: new Date(Date.now() - 60_000) });
  await importExport(org, plain);
  expect((await read(org, 'T-1')).clocks).toEqual([]);
  expect((await importExport(org, plain, { agreements: 'now' })).counts).toMatchObject({ updated: 3 });
  const one = await read(org, 'T-1');
  expect(one.clocks).toMatchObject([{ state: 'missed' }]);
  const ledger = await org.call(api.caseLedger, { params: { id: one.id } });
  expect(ledger.clocks).toMatchObject([{ usedSeconds: 7200 }]);
});
