import { sql } from 'kysely';
import type { Operation } from '../../platform/operation.ts';

/** When data last came in, and what waits in quarantine. */
export interface Intake {
  readonly latestBatchAt: Date | null;
  /** open rows, counted up to `mostCounted` */
  readonly quarantined: number;
  readonly latestQuarantinedAt: Date | null;
}

const mostCounted = 10_000;

/** Ids sort by time of making, so the newest rows are the last of their index. */
export async function readIntake({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<Intake> {
  const { rows } = await sql<Intake>`
    select
      (select created_at from ingest_batch where org_id = ${orgId} order by id desc limit 1) as "latestBatchAt",
      (select count(*)::int from (select from quarantine where org_id = ${orgId} and state = 'open' limit ${mostCounted}) q) as quarantined,
      (select at from quarantine where org_id = ${orgId} and state = 'open' order by id desc limit 1) as "latestQuarantinedAt"`.execute(db);
  return rows[0] ?? { latestBatchAt: null, quarantined: 0, latestQuarantinedAt: null };
}
