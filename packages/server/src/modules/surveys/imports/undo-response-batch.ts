import { sql } from 'kysely';
import { responseImportCounts } from '@zhiheng/contract/surveys/response-imports';
import type { Operation } from '../../../platform/operation.ts';
import { retractAnswers } from '../outflow/observe-answers.ts';
import { withdrawAnswers } from '../results/withdraw-answers.ts';

const takenAtOnce = 2_500;

/** Takes answers of an import back: out of sums and indicators, and away. False when none is left, or the job is no longer being undone. */
export async function undoBatch(operation: Operation, importId: string): Promise<boolean> {
  const { db, orgId } = operation;
  const { rows: held } = await sql<{ counts: unknown }>`
    select counts from survey_import where org_id = ${orgId} and id = ${importId} and state = 'undoing' for update`.execute(db);
  if (held[0] === undefined) return false;
  const { rows } = await sql<{ id: string }>`
    select id from survey_response where org_id = ${orgId} and import_id = ${importId} order by id limit ${takenAtOnce} for update`.execute(
    db,
  );
  if (rows.length === 0) return false;
  const ids = rows.map(({ id }) => id);
  await withdrawAnswers(operation, ids);
  await retractAnswers(operation, ids);
  await sql`delete from survey_response where org_id = ${orgId} and id = any(${ids}::uuid[])`.execute(db);
  const counts = responseImportCounts.parse(held[0].counts);
  const undone = counts.undone + ids.length;
  await sql`
    update survey_import set counts = ${JSON.stringify({ ...counts, undone })}, progress = ${Math.min(1, undone / Math.max(1, counts.stored))},
      heartbeat_at = clock_timestamp(), attempts = 0
    where org_id = ${orgId} and id = ${importId}`.execute(db);
  return true;
}
