import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { lockFold, tallyAnswers } from './fold-answers.ts';
import { answerColumns, isCounted, type StoredAnswer } from './stored-answer.ts';
import { takeFromStored } from './write-sums.ts';

/**
 * Takes answers out of the sums before they are changed or removed, in the same transaction. What is left of them is read anew as if it had been
 * submitted now.
 */
export async function withdrawAnswers(operation: Pick<Operation, 'db' | 'orgId'>, ids: readonly string[]): Promise<void> {
  const { db, orgId } = operation;
  const { upto, zone } = await lockFold(operation);
  const { rows } = await sql<StoredAnswer & { surveyId: string }>`
    select r.survey_id as "surveyId", ${answerColumns(sql`${zone}::text`)} from survey_response r
    join survey s on s.org_id = ${orgId} and s.id = r.survey_id
    where r.org_id = ${orgId} and r.id = any(${ids}::uuid[]) and r.xid < ${upto}::xid8 and ${isCounted}`.execute(db);
  for (const { surveyId, tally } of await tallyAnswers(operation, rows)) await takeFromStored(operation, { surveyId, rows: tally.rows() });
  await sql`update survey_response set xid = pg_current_xact_id() where org_id = ${orgId} and id = any(${ids}::uuid[])`.execute(db);
}
