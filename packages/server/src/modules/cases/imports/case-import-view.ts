import { sql } from 'kysely';
import { caseImportMapping, type CaseImport } from '@zhiheng/contract/cases/case-imports';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { id as uuid } from '@zhiheng/contract/values/page';
import { nameOfProduct } from './products.ts';

interface JobRow extends Omit<CaseImport, 'createdAt' | 'finishedAt' | 'product' | 'productName'> {
  readonly mapping: unknown;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

interface Which {
  readonly id?: string;
  /** older than the job with this id: ids sort by time of making */
  readonly before?: string;
  readonly most: number;
}

async function readImports({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, which: Which): Promise<CaseImport[]> {
  const only = which.id === undefined ? sql`` : sql`and j.id = ${which.id}`;
  const older = which.before === undefined ? sql`` : sql`and j.id < ${which.before}`;
  const { rows } = await sql<JobRow>`
    with page as (select * from case_import j where j.org_id = ${orgId} ${only} ${older} order by j.id desc limit ${which.most}),
    found as (
      select import_id, kind, code, count(*)::int4 as n, min(line) as first_line from case_import_finding
      where org_id = ${orgId} and import_id in (select id from page) group by import_id, kind, code
    )
    select j.id, j.file_id as "fileId", f.name as "fileName", j.mapping, j.dry_run as "dryRun", j.state, j.progress, j.counts, j.comparison, j.failure, j.undone,
      j.created_at as "createdAt", j.finished_at as "finishedAt", coalesce(a.name, k.name) as "createdBy",
      coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'code', code, 'n', n, 'firstLine', first_line) order by n desc, code)
        from found where import_id = j.id), '[]') as findings
    from page j
    join file f on f.org_id = ${orgId} and f.id = j.file_id
    left join account a on a.org_id = ${orgId} and a.id = j.created_by
    left join api_key k on k.org_id = ${orgId} and k.id = j.created_by
    order by j.id desc`.execute(db);
  return rows.map(viewOf);
}

function viewOf({ mapping, createdAt, finishedAt, ...row }: JobRow): CaseImport {
  const { product } = caseImportMapping.parse(mapping);
  return {
    ...row,
    product,
    productName: nameOfProduct(product),
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** One import of cases; 404 when there is none. */
export async function readCaseImport(operation: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<CaseImport> {
  const [job] = await readImports(operation, { id, most: 1 });
  if (job === undefined) throw notFound('case-import');
  return job;
}

interface Query {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export async function listCaseImports(
  operation: Operation,
  { query }: { query: Query },
): Promise<{ items: CaseImport[]; next: string | null }> {
  const before = query.cursor === undefined ? {} : { before: placeOf(query.cursor) };
  const found = await readImports(operation, { ...before, most: query.limit + 1 });
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor([last.id]) };
}

function placeOf(cursor: string): string {
  const [id = ''] = decodeCursor(cursor, 1);
  if (!uuid.safeParse(id).success) throw invalidField('cursor', 'cursor');
  return id;
}
