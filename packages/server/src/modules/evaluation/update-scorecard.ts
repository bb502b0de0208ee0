import type { Scorecard, updateScorecard as endpoint } from '@zhiheng/contract/evaluation/scores';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { changedMeanwhile, notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { checkScorecard } from './check-scorecard.ts';
import { columnsOf, scorecardColumns, scorecardOf } from './scorecard-row.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'body'>;

/** Changes the fields that are given, if nobody saved since `version` was read. */
export async function updateScorecard(operation: Operation, { params, body: { version, ...fields } }: Input): Promise<Scorecard> {
  const { db, orgId, now } = operation;
  const current = await db
    .selectFrom('scorecard')
    .select(scorecardColumns)
    .where('org_id', '=', orgId)
    .where('id', '=', params.id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (current === undefined) throw notFound('scorecard');
  if (current.version !== version) throw changedMeanwhile();
  await checkScorecard(operation, fields);
  const row = await db
    .updateTable('scorecard')
    .set({ ...columnsOf(fields), version: version + 1, updated_at: now })
    .where('org_id', '=', orgId)
    .where('id', '=', params.id)
    .returning(scorecardColumns)
    .executeTakeFirstOrThrow();
  const [before, after] = [scorecardOf(current), scorecardOf(row)];
  const entity = { kind: 'scorecard', id: after.id, label: after.name.zh };
  await recordEvent(operation, { type: 'scorecard.changed', entity, data: changesBetween(before, after) });
  return after;
}

/** Each changed field with what it was and what it is. */
function changesBetween(before: Scorecard, after: Scorecard): Record<string, unknown> {
  const keys = ['code', 'name', 'description', 'settings', 'headline', 'children'] as const;
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return Object.fromEntries(changed.map((key) => [key, { from: before[key], to: after[key] }]));
}
