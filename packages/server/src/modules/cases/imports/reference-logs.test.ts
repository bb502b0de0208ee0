import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseImportFindingsFile, listCaseImportFindings } from '@zhiheng/contract/cases/case-imports';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { importCases, previewOf, uploadExport } from './case-imports.factory.ts';

/** Real files, kept beside the repository because they are not ours to pass on. */
const folder = join(import.meta.dirname, '../../../../../../../shared/reference/datasets');
const present = existsSync(folder);
if (!present && process.env.CI !== undefined) throw new Error(`the reference files are missing: ${folder}`);
if (!present) process.stdout.write('Left out: imports of the reference logs, which are not beside the repository.\n');
const read = (name: string): Buffer => readFileSync(join(folder, `${name}.csv`));

interface Figures {
  readonly cases: number;
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly reopened: number;
}

describe.skipIf(!present)('real logs of other desks', () => {
  const server = useTestServer();
  let org: TestOrganisation;
  beforeAll(async () => {
    org = await newOrganisation(server, { timeZone: 'UTC' });
  });

  /** Hours from opening to solution, as the rows of the cases say them. */
  const figures = (product: string): Promise<Figures> =>
    org.inside(async ({ db, orgId }) => {
      const { rows } = await sql<Figures>`
        select count(*)::int4 as cases, count(resolved_at)::int4 as n, avg(h)::float8 as mean, percentile_cont(0.5) within group (order by h) as median,
          percentile_cont(0.95) within group (order by h) as p95, count(*) filter (where reopened > 0)::int4 as reopened
        from (select c.*, extract(epoch from resolved_at - opened_at)::float8 / 3600 as h from service_case c join source s on s.org_id = c.org_id and s.id = c.source_id
          where c.org_id = ${orgId} and s.code = ${`cases-${product}`}) c`.execute(db);
      return rows[0]!;
    });

  it('imports 70,986 changes as 12,438 cases with their history, and the history alone says what it can', async () => {
    const fileId = await uploadExport(org, read('itsm_incident_events_open'));
    const { mapping, recognised, totalCases, statuses } = await previewOf(org, fileId);
    expect({ recognised, totalCases, columns: mapping.columns, key: mapping.key, rows: mapping.rows }).toMatchObject({
      recognised: 'servicenow-log',
      totalCases: 12_438,
      key: 'number',
      rows: 'events',
      columns: {
        status: 'incident_state',
        at: 'sys_updated_at',
        openedAt: 'opened_at',
        resolvedAt: 'resolved_at',
        team: 'assignment_group',
      },
    });
    expect(statuses.every(({ word }) => word in mapping.statuses)).toBe(true);

    const rehearsal = await importCases(org, fileId, { ...mapping, dryRun: true });
    expect(rehearsal).toMatchObject({ state: 'done', counts: { rows: 70_986, cases: 12_438, created: 12_438, refused: 0 } });
    expect(await figures('servicenow')).toMatchObject({ cases: 0 });

    const job = await importCases(org, fileId, mapping);
    expect(job).toMatchObject({
      state: 'done',
      progress: 1,
      counts: { rows: 70_986, cases: 12_438, created: 12_438, updated: 0, refused: 0 },
    });
    expect(job.comparison).toMatchObject({ both: 11_664, equal: 11_518, historyOnly: 770, columnOnly: 0 });
    expect(job.comparison!.historySeconds / 3600 / 11_664).toBeCloseTo(176.606, 3);
    expect(job.comparison!.columnSeconds / 3600 / 11_664).toBeCloseTo(178.408, 3);

    const { items } = await org.call(listCaseImportFindings, {
      params: { id: job.id },
      query: { code: 'resolution_differs', limit: '200' } as never,
    });
    expect(items).toHaveLength(11_664 - 11_518);
    const csv = await org.call(caseImportFindingsFile, { params: { id: job.id }, query: { kind: 'difference', locale: 'en' } });
    expect(csv.trim().split('\r\n')).toHaveLength(1 + 146 + 770);

    const again = await importCases(org, fileId, mapping);
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 12_438 });

    const overruled = await importCases(org, fileId, { ...mapping, resolution: 'column' });
    expect(overruled.counts).toMatchObject({ created: 0, refused: 0, kept: 0 });
    const told = await figures('servicenow');
    expect(told).toMatchObject({ cases: 12_438, n: 11_664 });
    expect(told.mean).toBeCloseTo(178.408, 3);
    expect(Math.abs(told.median / 22.35 - 1)).toBeLessThan(0.01);
    expect(Math.abs(told.p95 / 716.4 - 1)).toBeLessThan(0.01);
  }, 300_000);

  it('imports the log of a manufacturer: 32,740 rows, 3,777 cases, teams and people as names', async () => {
    const bytes = read('bpi2013_volvo_incidents_open');
    const fileId = await uploadExport(org, bytes);
    const { mapping, recognised } = await previewOf(org, fileId);
    expect(recognised).toBe('xes');
    const job = await importCases(org, fileId, mapping);
    expect(job).toMatchObject({ state: 'done', counts: { rows: 32_740, cases: 3777, created: 3777, refused: 0 }, comparison: null });
    // Changes of team and of status, counted here by the simplest means.
    const rows = bytes
      .toString('utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const handOvers = rows.filter((row, at) => rows[at - 1]?.[11] === row[11] && rows[at - 1]![0] !== row[0]).length;
    const stored = await org.inside(async ({ db, orgId }) => {
      const { rows: found } = await sql<{ n: number }>`
        select count(*)::int4 as n from case_entry e, jsonb_array_elements(e.changes) x where e.org_id = ${orgId} and x ->> 'field' = 'teamId'
          and e.case_id in (select c.id from service_case c join source s on s.org_id = c.org_id and s.id = c.source_id where c.org_id = ${orgId} and s.code = 'cases-event-log')`.execute(
        db,
      );
      return found[0]!.n;
    });
    expect(stored).toBe(handOvers);
  }, 300_000);
});
