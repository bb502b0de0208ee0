import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { readAgreementsInForce } from '../../agreements/index.ts';
import { publishAgreement } from '../cases.factory.ts';
import { importExport } from '../imports/case-imports.factory.ts';
import { rebuildClocks } from '../recount-cases.ts';
import { findDifferingCases } from './find-differing-cases.ts';

const server = useTestServer();

/** Forty cases that were solved early or late, waited or not, and came back or not. */
function log(): string {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const day = (days: number) => new Date(Date.UTC(2026, 2, 2 + (at % 20), 8) + days * 86_400_000).toISOString();
    const row = (status: string, days: number) => `K-${at},${day(days)},${status},${at % 3 === 0 ? 'High' : 'Low'}`;
    const waits = at % 2 === 0 ? [row('Awaiting User Info', 0.5), row('Active', 1 + (at % 7))] : [];
    const back = at % 5 === 0 ? [row('Active', 12), row('Resolved', 13)] : [];
    return [row('New', 0), ...waits, row('Resolved', 2 + (at % 9)), ...back, row('Closed', 20)].join('\n');
  });
  return `case,time,status,priority\n${rows.join('\n')}\n`;
}

const clocksOf = (org: TestOrganisation): Promise<string> =>
  org.inside(async ({ db, orgId }) => {
    const { rows } = await sql<{
      all: string;
    }>`select string_agg(k::text, E'\n' order by case_id, target, cycle) as all from case_clock k where org_id = ${orgId}`.execute(db);
    return rows[0]!.all;
  });

test('a replay in columns finds nothing where each case was counted by itself, and exactly what was tampered with', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3 * 86_400, targets: ['first-response', 'resolution'] });
  expect((await importExport(org, log())).counts).toMatchObject({ created: 40, refused: 0 });
  const find = async () => {
    const { agreements } = await org.inside(readAgreementsInForce);
    const all = { cases: 0, differing: [] as string[] };
    for await (const { cases, differing } of findDifferingCases(server.root, org.orgId, agreements)) {
      all.cases += cases;
      all.differing.push(...differing);
    }
    return all;
  };
  expect(await find()).toMatchObject({ cases: 40, differing: [] });
  const before = await clocksOf(org);

  const tampered = await org.inside(async ({ db, orgId }) => {
    const { rows } = await sql<{ id: string }>`
      update case_clock set used_seconds = used_seconds + 1 where org_id = ${orgId} and target = 'resolution'
        and case_id in (select id from service_case where org_id = ${orgId} and record_key in ('K-3', 'K-20')) returning case_id as id`.execute(
      db,
    );
    await sql`delete from case_clock where org_id = ${orgId} and case_id = (select id from service_case where org_id = ${orgId} and record_key = 'K-7')`.execute(
      db,
    );
    return rows.map(({ id }) => id);
  });
  const found = await find();
  expect(found.differing).toHaveLength(3);
  expect(found.differing).toEqual(expect.arrayContaining(tampered));
  expect(await rebuildClocks(server.root, org.orgId)).toBe(40);
  expect(await clocksOf(org)).toBe(before);
});
