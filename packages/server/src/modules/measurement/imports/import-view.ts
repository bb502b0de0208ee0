import { sql } from 'kysely';
import { importCounts, importMapping, type ImportJob, type ImportMapping } from '@zhiheng/contract/measurement/imports';
import type { QuarantineReason } from '@zhiheng/contract/measurement/observations';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

interface JobRow {
  readonly id: string;
  readonly file_id: string;
  readonly file_name: string;
  readonly mapping_id: string | null;
  readonly mapping_name: string | null;
  readonly mapping: unknown;
  readonly dry_run: boolean;
  readonly state: ImportJob['state'];
  readonly progress: number;
  readonly counts: unknown;
  readonly failure: ImportJob['failure'];
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly problems: { readonly reason: QuarantineReason; readonly rows: number; readonly firstLine: number }[];
}

interface Which {
  readonly id?: string;
  /** older than the job with this id: ids sort by time of making */
  readonly before?: string;
  readonly most: number;
}

/** Imports, newest first, each with a summary of what was set aside. */
export async function readImports({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, which: Which): Promise<ImportJob[]> {
  const only = which.id === undefined ? sql`` : sql`and j.id = ${which.id}`;
  const older = which.before === undefined ? sql`` : sql`and j.id < ${which.before}`;
  const { rows } = await sql<JobRow>`
    with page as (
      select * from import_job j where j.org_id = ${orgId} ${only} ${older} order by j.id desc limit ${which.most}
    ), reason as (
      select q.import_id, q.reason, count(*) as rows, min(q.line) as first_line
      from quarantine q where q.org_id = ${orgId} and q.import_id in (select id from page) group by q.import_id, q.reason
    )
    select j.id, j.file_id, f.name as file_name, j.mapping_id, m.name as mapping_name, j.mapping, j.dry_run, j.state, j.progress, j.counts, j.failure,
      j.created_at, j.finished_at, coalesce(a.name, k.name) as created_by,
      coalesce((select jsonb_agg(jsonb_build_object('reason', r.reason, 'rows', r.rows, 'firstLine', coalesce(r.first_line, 0))
        order by r.rows desc, r.reason) from reason r where r.import_id = j.id), '[]') as problems
    from page j
    join file f on f.org_id = ${orgId} and f.id = j.file_id
    left join import_mapping m on m.org_id = ${orgId} and m.id = j.mapping_id
    left join account a on a.org_id = ${orgId} and a.id = j.created_by
    left join api_key k on k.org_id = ${orgId} and k.id = j.created_by
    order by j.id desc`.execute(db);
  return rows.map(viewOf);
}

/** One import; 404 when there is none. */
export async function readImport(operation: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<ImportJob> {
  const [job] = await readImports(operation, { id, most: 1 });
  if (job === undefined) throw notFound('import');
  return job;
}

const viewOf = (row: JobRow): ImportJob => ({
  id: row.id,
  fileId: row.file_id,
  fileName: row.file_name,
  mappingId: row.mapping_id,
  mappingName: row.mapping_name,
  indicators: fedBy(importMapping.parse(row.mapping)),
  dryRun: row.dry_run,
  state: row.state,
  progress: row.progress,
  counts: importCounts.parse(row.counts),
  problems: row.problems,
  failure: row.failure,
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  createdBy: row.created_by,
});

/** The indicators that a mapping names. */
function fedBy(mapping: ImportMapping): string[] {
  if (mapping.rows !== 'observations') return [...new Set(mapping.measures.map(({ indicator }) => indicator))];
  return mapping.indicator.kind === 'fixed' ? [mapping.indicator.code] : [];
}
