import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { figureRecount as endpoint } from '@zhiheng/contract/measurement/indicators';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Call, Operation } from '../../platform/operation.ts';

/** Has everything counted anew that indicators say of cases, as soon as the change is committed. */
export async function askForFigures(call: Call, jobs: Jobs): Promise<void> {
  const { db, orgId, now } = call;
  await sql`insert into figure_recount (org_id, asked_at) values (${orgId}, ${now})
    on conflict (org_id) do update set asked_at = excluded.asked_at, done = 0, total = null, finished_at = null`.execute(db);
  call.afterCommit(() => jobs.send('observe', { orgId }));
}

interface Progress {
  readonly done: number;
  readonly total: number;
  readonly finished?: boolean;
}

/** Says how far the counting is. What was asked for after it began is not finished with it. */
export async function noteFigures({ db, orgId, now }: Operation, { done, total, finished = false }: Progress): Promise<void> {
  await sql`insert into figure_recount as f (org_id, asked_at, done, total, finished_at)
    values (${orgId}, ${now}, ${done}, ${total}, ${finished ? now : null})
    on conflict (org_id) do update set done = excluded.done, total = excluded.total,
      finished_at = case when f.asked_at <= ${now} then excluded.finished_at end`.execute(db);
}

export async function readFigureRecount({ db, orgId }: Operation): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<Reply<typeof endpoint>>`
    select finished_at is null as running, done, total from figure_recount where org_id = ${orgId}`.execute(db);
  return rows[0] ?? { running: false, done: 0, total: null };
}
