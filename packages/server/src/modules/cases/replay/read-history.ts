import { copyOut, type CopiedRows } from '../../../platform/database/copy-out.ts';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';

/** What happened to some cases and what is stored of their clocks, both in the order of the cases. */
export interface HistoryPage {
  readonly cases: number;
  readonly last: string;
  /** case (only with its first event), at, status, party, detail */
  readonly events: CopiedRows;
  /** case, target, cycle, state, agreement, version, goal, used, started, due, counted, breached, ended, next step */
  readonly clocks: CopiedRows;
}

/** Reads the next `most` cases behind one; null when there are none. */
export async function readHistory(root: Db, orgId: string, { after, most }: { after: string; most: number }): Promise<HistoryPage | null> {
  const ids = await inOrganisation(root, orgId, (db) =>
    db.selectFrom('service_case').select('id').where('org_id', '=', orgId).where('id', '>', after).orderBy('id').limit(most).execute(),
  );
  const last = ids.at(-1)?.id;
  if (last === undefined) return null;
  const some = `where org_id = '${orgId}' and case_id > '${after}' and case_id <= '${last}'`;
  const [events, clocks] = await Promise.all([
    copyOut(
      root,
      orgId,
      `select case when seq = 1 then case_id end, at, status, party, detail from clock_event ${some} order by case_id, seq`,
    ),
    copyOut(
      root,
      orgId,
      `select case_id, target, cycle, state, agreement_id::text, version, goal_seconds, used_seconds, started_at, due_at, counted_at, breached_at, ended_at, next_step_at
       from case_clock ${some} order by case_id, agreement_id, target, cycle`,
    ),
  ]);
  return { cases: ids.length, last, events, clocks };
}
