import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { feedbackOfCase as endpoint } from '@zhiheng/contract/feedback/feedback';
import type { Operation } from '../../../platform/operation.ts';
import { feedbackRowOf, rowColumns, rowNames, type FeedbackRecord } from './feedback-rows.ts';

export async function feedbackOfCase(
  operation: Operation,
  { params }: Pick<Parsed<typeof endpoint>, 'params'>,
): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<FeedbackRecord>`
    select ${rowColumns} from feedback f ${rowNames(operation.orgId)}
    where f.org_id = ${operation.orgId} and f.case_id = ${params.id} order by f.at, f.id`.execute(operation.db);
  return { items: rows.map((row) => feedbackRowOf(row, operation)) };
}
