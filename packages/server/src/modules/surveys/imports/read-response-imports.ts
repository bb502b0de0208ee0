import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listResponseImports as endpoint, ResponseImport } from '@zhiheng/contract/surveys/response-imports';
import { id as uuid } from '@zhiheng/contract/values/page';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { findSurvey } from '../read-survey.ts';

interface JobRow extends Omit<ResponseImport, 'createdAt' | 'finishedAt'> {
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

interface Which {
  readonly id?: string;
  readonly surveyId?: string;
  /** older than the job with this id: ids sort by time of making */
  readonly before?: string;
  readonly most: number;
}

async function readImports({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, which: Which): Promise<ResponseImport[]> {
  const only = which.id === undefined ? sql`` : sql`and j.id = ${which.id}`;
  const of = which.surveyId === undefined ? sql`` : sql`and j.survey_id = ${which.surveyId}`;
  const older = which.before === undefined ? sql`` : sql`and j.id < ${which.before}`;
  const { rows } = await sql<JobRow>`
    select j.id, j.survey_id as "surveyId", j.file_id as "fileId", f.name as "fileName", v.number as "versionNumber", j.dry_run as "dryRun", j.state,
      j.progress, j.counts, j.failure, j.created_at as "createdAt", j.finished_at as "finishedAt", coalesce(a.name, k.name) as "createdBy"
    from survey_import j
    join survey s on s.org_id = ${orgId} and s.id = j.survey_id and s.deleted_at is null
    join survey_version v on v.org_id = ${orgId} and v.id = j.version_id
    join file f on f.org_id = ${orgId} and f.id = j.file_id
    left join account a on a.org_id = ${orgId} and a.id = j.created_by
    left join api_key k on k.org_id = ${orgId} and k.id = j.created_by
    where j.org_id = ${orgId} ${only} ${of} ${older} order by j.id desc limit ${which.most}`.execute(db);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null }));
}

/** One import of answers; 404 when there is none. */
export async function readResponseImport(operation: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<ResponseImport> {
  const [job] = await readImports(operation, { id, most: 1 });
  if (job === undefined) throw notFound('survey-import');
  return job;
}

export async function listResponseImports(
  operation: Operation,
  { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>,
): Promise<Reply<typeof endpoint>> {
  const { id: surveyId } = await findSurvey(operation, params.id);
  const before = query.cursor === undefined ? {} : { before: placeOf(query.cursor) };
  const found = await readImports(operation, { surveyId, ...before, most: query.limit + 1 });
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor([last.id]) };
}

function placeOf(cursor: string): string {
  const [id = ''] = decodeCursor(cursor, 1);
  if (!uuid.safeParse(id).success) throw invalidField('cursor', 'cursor');
  return id;
}
