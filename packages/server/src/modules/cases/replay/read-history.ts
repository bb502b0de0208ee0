import { sql } from 'kysely';
import type { CopiedRows } from '../../../platform/database/copied-rows.ts';
import { copyOut } from '../../../platform/database/copy-out.ts';
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

interface Wanted {
  readonly after: string;
  readonly most: number;
  /** a page that nobody reads any more */
  readonly spare: HistoryPage | null;
}

/** Reads the next `most` cases behind one; null when there are none. */
export async function readHistory(root: Db, orgId: string, { after, most, spare }: Wanted): Promise<HistoryPage | null> {
  const { rows } = await inOrganisation(root, orgId, (db) =>
    sql<{ cases: number; last: string | null }>`
      with page as (select id from service_case where org_id = ${orgId} and id > ${after} order by id limit ${most})
      select count(*)::int4 as cases, (select id from page order by id desc limit 1) as last from page`.execute(db),
  );
  const { cases = 0, last = null } = rows[0] ?? {};
  if (last === null) return null;
  const some = `where org_id = '${orgId}' and case_id > '${after}' and case_id <= '${last}'`;
  const [events, clocks] = await Promise.all([
    copyOut(root, {
      orgId,
      select: `select case when seq = 1 then case_id end, at, status, party, detail from clock_event ${some} order by case_id, seq`,
      spare: spare?.events ?? null,
    }),
    copyOut(root, {
      orgId,
      select: `select case_id, target, cycle, state, agreement_id, version, goal_seconds, used_seconds, started_at, due_at, counted_at, breached_at, ended_at, next_step_at
        from case_clock ${some} order by case_id, agreement_id, target, cycle`,
      spare: spare?.clocks ?? null,
    }),
  ]);
  return { cases, last, events, clocks };
}
