import { sql } from 'kysely';
import { responseImportCounts, type ResponseImportCounts } from '@zhiheng/contract/surveys/response-imports';
import type { Operation } from '../../../platform/operation.ts';
import { writeAnswers, type BulkAnswer } from '../responses/write-answers.ts';
import type { RowFault } from './answer-of-row.ts';
import { flagImported } from './flag-imported.ts';
import type { OpenedImport, ResponseImportRow } from './open-response-import.ts';

/** Rows that are stored together. */
export interface ResponseBatch {
  /** the last line of the batch before, and of this one */
  readonly after: number;
  readonly line: number;
  readonly rows: number;
  readonly refused: number;
  readonly answers: readonly BulkAnswer[];
  readonly faults: readonly (RowFault & { readonly line: number })[];
  readonly progress: number;
}

interface Step {
  readonly job: ResponseImportRow;
  readonly opened: Pick<OpenedImport, 'survey' | 'version'>;
  readonly batch: ResponseBatch;
}

/** So many faults of an import are kept line by line; the counts know all. */
const keptFaults = 100_000;

/** Stores a batch with the note of how far it came; a rehearsal only counts. False when the job is no longer this worker's. */
export async function storeResponseBatch(operation: Operation, { job, opened, batch }: Step): Promise<boolean> {
  const counts = await holdJob(operation, job.id, batch.after);
  if (counts === null) return false;
  const stored = job.dry_run ? await countNew(operation, job.survey_id, batch) : await store(operation, { job, opened, batch });
  const kept = batch.faults.slice(0, Math.max(0, keptFaults - counts.faults));
  await writeFaults(operation, job.id, { before: counts.faults, faults: kept });
  await noteProgress(operation, job.id, {
    ...batch,
    counts: {
      ...counts,
      rows: counts.rows + batch.rows,
      stored: counts.stored + stored,
      unchanged: counts.unchanged + batch.answers.length - stored,
      refused: counts.refused + batch.refused,
      faults: counts.faults + kept.length,
    },
  });
  return true;
}

/** The row of the job stays locked through the batch; null when the job is no longer this worker's. */
async function holdJob({ db, orgId }: Operation, id: string, after: number): Promise<ResponseImportCounts | null> {
  const { rows } = await sql<{ counts: unknown }>`
    select counts from survey_import where org_id = ${orgId} and id = ${id} and state = 'running' and line_done = ${after} for update`.execute(
    db,
  );
  return rows[0] === undefined ? null : responseImportCounts.parse(rows[0].counts);
}

async function store(operation: Operation, { job, opened, batch }: Step): Promise<number> {
  const { survey, version } = opened;
  const target = {
    surveyId: survey.id,
    versionId: version.id,
    distributionId: null,
    importId: job.id,
    anonymous: survey.anonymous,
    demo: false,
  };
  const ids = await writeAnswers(operation, target, batch.answers);
  await flagImported(operation, ids);
  return ids.length;
}

async function countNew({ db, orgId }: Operation, surveyId: string, { answers }: ResponseBatch): Promise<number> {
  const { rows } = await sql<{ known: number }>`
    select count(*)::int4 as known from survey_response
    where org_id = ${orgId} and survey_id = ${surveyId} and once = any(${answers.map(({ once }) => once)}::text[])`.execute(db);
  return answers.length - (rows[0]?.known ?? 0);
}

interface Faults {
  readonly before: number;
  readonly faults: ResponseBatch['faults'];
}

async function writeFaults({ db, orgId }: Operation, importId: string, { before, faults }: Faults): Promise<void> {
  if (faults.length === 0) return;
  await sql`
    insert into survey_import_fault (org_id, import_id, seq, line, field, code)
    select ${orgId}::uuid, ${importId}::uuid, ${before}::int4 + n.seq::int4, n.line, n.field, n.code
    from unnest(${faults.map(({ line }) => line)}::int4[], ${faults.map(({ field }) => field)}::text[], ${faults.map(({ code }) => code)}::text[])
      with ordinality as n (line, field, code, seq)`.execute(db);
}

type Note = Pick<ResponseBatch, 'line' | 'progress'> & { readonly counts: ResponseImportCounts };

async function noteProgress({ db, orgId }: Operation, id: string, { line, progress, counts }: Note): Promise<void> {
  await sql`update survey_import set line_done = ${line}, progress = ${progress}, counts = ${JSON.stringify(counts)}, heartbeat_at = clock_timestamp(), attempts = 0
    where org_id = ${orgId} and id = ${id}`.execute(db);
}
