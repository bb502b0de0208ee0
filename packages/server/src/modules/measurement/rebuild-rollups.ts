import { sql } from 'kysely';
import type { Db } from '../../platform/database/connect.ts';
import { inOrganisation, type Tx } from '../../platform/database/in-organisation.ts';
import { BucketClock } from './bucket-clock.rules.ts';
import { loadIndicators, type IndicatorRecord } from './load-indicators.ts';
import { lockForRebuild } from './lock-measurement.ts';
import { RollupSums } from './rollup.rules.ts';
import { readTimeZone } from './store-rows.ts';
import { putRollups } from './write-rollups.ts';

const rowsAtOnce = 50_000;

/** Throws all rollups of one organisation away and makes them again from the observations, in one transaction. */
export async function rebuildRollups(root: Db, orgId: string): Promise<void> {
  await inOrganisation(root, orgId, async (db) => {
    await lockForRebuild(db, orgId);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`compact:${orgId}`}, 0))`.execute(db);
    await sql`delete from rollup where org_id = ${orgId}`.execute(db);
    await sql`delete from rollup_delta where org_id = ${orgId}`.execute(db);
    const timeZone = await readTimeZone({ db, orgId });
    const clock = new BucketClock(timeZone);
    for (const month of await monthsWithData(db, orgId, timeZone)) await rebuildMonth({ db, orgId }, clock, month);
  });
}

interface Month {
  readonly from: Date;
  readonly to: Date;
}

/** Local months, so that no bucket is spread over two steps. */
async function monthsWithData(db: Tx, orgId: string, timeZone: string): Promise<Month[]> {
  const { rows } = await sql<Month>`
    with span as (select min(at) as first, max(at) as last from observation where org_id = ${orgId})
    select m at time zone ${timeZone} as from, (m + interval '1 month') at time zone ${timeZone} as to
    from span, generate_series(date_trunc('month', first at time zone ${timeZone}), last at time zone ${timeZone}, interval '1 month') m`.execute(
    db,
  );
  return rows;
}

interface StoredRow {
  readonly indicator_id: string;
  readonly subject_id: string;
  readonly at: number;
  readonly value: number;
  readonly n: number;
}

async function rebuildMonth(operation: { db: Tx; orgId: string }, clock: BucketClock, month: Month): Promise<void> {
  const { db, orgId } = operation;
  const indicators = await allIndicators(operation);
  const sums = new RollupSums(clock);
  await sql`declare rebuilt no scroll cursor for
    select indicator_id, subject_id, extract(epoch from at)::float8 * 1000 as at, value, n from observation
    where org_id = ${sql.lit(orgId)} and at >= ${sql.lit(month.from.toISOString())} and at < ${sql.lit(month.to.toISOString())}`.execute(
    db,
  );
  for (;;) {
    const { rows } = await sql<StoredRow>`fetch ${sql.lit(rowsAtOnce)} from rebuilt`.execute(db);
    for (const row of rows) {
      const indicator = indicators.get(row.indicator_id);
      if (indicator !== undefined) sums.add({ indicator, subjectId: row.subject_id, at: Math.round(row.at), value: row.value, n: row.n });
    }
    if (rows.length < rowsAtOnce) break;
  }
  await sql`close rebuilt`.execute(db);
  await putRollups(operation, sums.rows());
}

const allIndicators = async (operation: { db: Tx; orgId: string }): Promise<Map<string, IndicatorRecord>> =>
  new Map((await loadIndicators(operation, { withTrash: true })).map((indicator) => [indicator.id, indicator]));
