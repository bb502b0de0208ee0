import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { announceFigures } from '../announce-figures.ts';
import { BucketClock } from '../bucket-clock.rules.ts';
import { loadIndicators } from '../load-indicators.ts';
import { lockForRebuild } from '../lock-measurement.ts';
import { RollupSums } from '../rollup.rules.ts';
import { readTimeZone } from '../store-rows.ts';
import { putRollups } from '../write-rollups.ts';

interface Touched {
  readonly indicator_id: string;
  readonly subject_id: string;
  readonly rows: number;
}

/**
 * Removes all observations of demo sources in the caller's transaction, with everything that was made for them. Series that also
 * hold real observations get their rollups from those anew. Returns how many observations there were.
 */
export async function removeDemo(operation: Operation): Promise<number> {
  const { db, orgId } = operation;
  await lockForRebuild(db, orgId);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`compact:${orgId}`}, 0))`.execute(db);
  const { rows: touched } = await sql<Touched>`
    with gone as (
      delete from observation where org_id = ${orgId} and source_id in (select id from source where org_id = ${orgId} and demo)
      returning indicator_id, subject_id
    )
    select indicator_id, subject_id, count(*) as rows from gone group by indicator_id, subject_id`.execute(db);
  await renewRollups(operation, touched);
  await removeTraces(operation, touched);
  announceFigures(operation);
  return touched.reduce((sum, series) => sum + series.rows, 0);
}

const seriesOf = (touched: readonly Touched[]) => {
  const list = (ids: readonly string[]): string => `{${ids.join(',')}}`;
  return sql`unnest(${list(touched.map((t) => t.indicator_id))}::uuid[], ${list(touched.map((t) => t.subject_id))}::uuid[]) as t (indicator_id, subject_id)`;
};

interface RemainingRow {
  readonly indicator_id: string;
  readonly subject_id: string;
  readonly at: Date;
  readonly value: number;
  readonly n: number;
}

async function renewRollups(operation: Operation, touched: readonly Touched[]): Promise<void> {
  const { db, orgId } = operation;
  for (const table of ['rollup', 'rollup_delta']) {
    await sql`delete from ${sql.table(table)} r using ${seriesOf(touched)}
      where r.org_id = ${orgId} and r.indicator_id = t.indicator_id and r.subject_id = t.subject_id`.execute(db);
  }
  const { rows } = await sql<RemainingRow>`
    select o.indicator_id, o.subject_id, o.at, o.value, o.n from ${seriesOf(touched)}
    join observation o on o.org_id = ${orgId} and o.indicator_id = t.indicator_id and o.subject_id = t.subject_id`.execute(db);
  const indicators = new Map((await loadIndicators(operation, { withTrash: true })).map((indicator) => [indicator.id, indicator]));
  const sums = new RollupSums(new BucketClock(await readTimeZone(operation)));
  for (const row of rows) {
    const indicator = indicators.get(row.indicator_id);
    if (indicator !== undefined) sums.add({ indicator, subjectId: row.subject_id, at: row.at.getTime(), value: row.value, n: row.n });
  }
  await putRollups(operation, sums.rows());
}

/** Batches, quarantined rows and sources of the demo, and subjects that nothing speaks of any more. */
async function removeTraces({ db, orgId }: Operation, touched: readonly Touched[]): Promise<void> {
  for (const table of ['quarantine', 'ingest_batch']) {
    await sql`delete from ${sql.table(table)} where org_id = ${orgId}
      and source_id in (select id from source where org_id = ${orgId} and demo)`.execute(db);
  }
  await sql`delete from source where org_id = ${orgId} and demo`.execute(db);
  await sql`
    delete from subject s using (select distinct subject_id from ${seriesOf(touched)}) u
    where s.org_id = ${orgId} and s.id = u.subject_id
      and not exists (select from rollup r where r.org_id = ${orgId} and r.subject_id = s.id)
      and not exists (select from rollup_delta d where d.org_id = ${orgId} and d.subject_id = s.id)
      and not exists (select from collection c where c.org_id = ${orgId} and s.id = any(c.subject_ids))`.execute(db);
}
