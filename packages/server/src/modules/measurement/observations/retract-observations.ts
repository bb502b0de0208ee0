import { sql } from 'kysely';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { BucketClock } from '../bucket-clock.rules.ts';
import { ensureSource } from '../ensure-source.ts';
import { loadIndicators } from '../load-indicators.ts';
import { lockForBatch } from '../lock-measurement.ts';
import { RollupSums } from '../rollup.rules.ts';
import { readTimeZone } from '../store-rows.ts';
import { appendDeltas } from '../write-rollups.ts';

interface Gone {
  readonly indicator_id: string;
  readonly subject_id: string;
  readonly at: Date;
  readonly value: number;
  readonly n: number;
}

/** Takes observations of one source back by their record keys, with their part of the rollups. Returns how many there were. */
export async function retractObservations(operation: Operation, source: string, keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const { db, orgId } = operation;
  const sourceId = await ensureSource(operation, source);
  await lockForBatch(db, orgId, sourceId);
  const { rows } = await sql<Gone>`delete from observation
    where org_id = ${orgId} and source_id = ${sourceId} and record_key = any(${keys}::text[])
    returning indicator_id, subject_id, at, value, n`.execute(db);
  const indicators = new Map((await loadIndicators(operation, { withTrash: true })).map((indicator) => [indicator.id, indicator]));
  const sums = new RollupSums(new BucketClock(await readTimeZone(operation)));
  for (const row of rows) {
    const indicator = indicators.get(row.indicator_id);
    if (indicator !== undefined) sums.add({ indicator, subjectId: row.subject_id, at: row.at.getTime(), value: row.value, n: row.n }, -1);
  }
  await appendDeltas(operation, newId(), sums.rows());
  return rows.length;
}
