import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { sql } from 'kysely';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { openTable } from '@zhiheng/contract/open-data/open-table';
import { listOpenTables, type DescribedTable } from '@zhiheng/contract/open-data/tables';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../../cases/cases.factory.ts';

const server = useTestServer();

const fetched = async ({ cookie }: TestOrganisation, path: string) => {
  const answer = await server.app.inject({ method: 'GET', url: `/api/v1/open-data/tables/${path}`, headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
};
const linesOf = (bytes: Buffer) => Papa.parse<Record<string, string>>(bytes.toString('utf8'), { header: true, skipEmptyLines: true }).data;
const rowsOf = async (bytes: Buffer) => {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  return parquetReadObjects({ file });
};

test('cases come as CSV and as Parquet, alike, without what is restricted or personal', async () => {
  const [org, other] = [await newOrganisation(server), await newOrganisation(server)];
  for (let n = 0; n < 3; n++) await openOne(org, { subject: `=cmd ${n}`, contactName: 'Li Hua', openedAt: `2026-03-0${n + 1}T08:00:00Z` });
  await openOne(org, { type: 'adverse-event' });
  await openOne(other);
  const csv = await fetched(org, 'service_case/file?format=csv');
  const lines = linesOf(csv);
  expect(lines).toHaveLength(3);
  expect(csv.toString('utf8')).not.toMatch(/Li Hua|cmd/);
  const rows = await rowsOf(await fetched(org, 'service_case/file?format=parquet'));
  expect(
    rows.map((row) => ({ number: row.number, at: (row.opened_at as Date).toISOString(), service: row.service, reopened: row.reopened })),
  ).toEqual(lines.map((line) => ({ number: line.number, at: line.opened_at, service: null, reopened: Number(line.reopened) })));
  const later = linesOf(await fetched(org, 'service_case/file?format=csv&from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z'));
  expect(later.map(({ opened_at: at }) => at)).toEqual(['2026-03-02T08:00:00.000Z']);
  expect(await eventsOf(org, 'data.exported')).toHaveLength(3);
});

test('every table comes in both forms, also when it is empty', async () => {
  const org = await newOrganisation(server);
  for (const table of openTable.options) {
    const csv = await fetched(org, `${table}/file?format=csv`);
    const rows = await rowsOf(await fetched(org, `${table}/file?format=parquet`));
    expect([table, rows.length]).toEqual([table, linesOf(csv).length]);
  }
});

test('a mean of answers is there only where the minimum group answered', async () => {
  const org = await newOrganisation(server);
  const plant = (code: string, minimum: number, answers: number) =>
    sql`with s as (
      insert into survey (org_id, id, code, name, form, settings, state) values (${org.orgId}, gen_random_uuid(), ${code}, '{"zh":"x","en":"x"}', '{}',
        ${JSON.stringify({ minimumGroup: minimum })}::jsonb, 'open') returning id
    ), v as (
      insert into survey_version (org_id, id, survey_id, number, form, published_at) select ${org.orgId}, gen_random_uuid(), id, 1, '{}', now() from s returning id, survey_id
    )
    insert into survey_response (org_id, id, survey_id, version_id, at, language, state, scales, scores, released_at)
    select ${org.orgId}, gen_random_uuid(), v.survey_id, v.id, '2026-03-02', 'en', 'complete', '{}', jsonb_build_object('csat', n), now()
    from v, generate_series(1, ${answers}::int) n`.execute(server.owner);
  await plant('four', 3, 4);
  await plant('five', 3, 5);
  await plant('nine-of-ten', 10, 9);
  expect(linesOf(await fetched(org, 'survey_score/file?format=csv'))).toEqual([
    { survey: 'five', version: '1', month: '2026-03', measure: 'csat', n: '5', mean: '3' },
  ]);
});

const page = join(import.meta.dirname, '../../../../../../docs/open-data.md');
const block = /(<!-- tables -->\n)[\s\S]*(<!-- end of tables -->)/;

const chapterOf = ({ name, meaning, columns }: DescribedTable): string =>
  [
    `### \`open_data.${name}\``,
    '',
    meaning,
    '',
    '| column | type | meaning |',
    '|---|---|---|',
    ...columns.map((c) => `| \`${c.name}\` | ${c.type} | ${c.meaning} |`),
    '',
  ].join('\n');

test('the documentation is what the database says of itself; UPDATE_DOCS=1 writes it', async () => {
  const org = await newOrganisation(server);
  const { items } = await org.call(listOpenTables);
  expect(items.map(({ name }) => name)).toEqual(openTable.options);
  expect(items.flatMap(({ columns }) => columns).filter(({ meaning }) => meaning === '')).toEqual([]);
  const said = readFileSync(page, 'utf8');
  const wanted = said.replace(block, (_all, begin: string, end: string) => `${begin}\n${items.map(chapterOf).join('\n')}\n${end}`);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(page, wanted);
  expect(readFileSync(page, 'utf8')).toBe(wanted);
});
