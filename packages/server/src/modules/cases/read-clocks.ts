import { sql } from 'kysely';
import type { CaseClock } from '@zhiheng/contract/cases/case';
import type { Operation } from '../../platform/operation.ts';
import { stateNow } from './case-rows.ts';

interface Row extends Omit<CaseClock, 'state' | 'startedAt' | 'dueAt' | 'breachedAt'> {
  readonly state: CaseClock['state'];
  readonly startedAt: Date;
  readonly dueAt: Date | null;
  readonly breachedAt: Date | null;
}

/** The clocks of a case as they stand: those that go on first, the nearest deadline before. */
export async function readClocks({ db, orgId, now }: Operation, caseId: string): Promise<CaseClock[]> {
  const { rows } = await sql<Row>`
    select k.agreement_id as "agreementId", a.name as "agreementName", a.kind as "agreementKind", k.version, k.target, k.cycle, k.state, k.reason,
      k.started_at as "startedAt", k.due_at as "dueAt", k.goal_seconds as "goalSeconds", k.used_seconds as "usedSeconds", k.breached_at as "breachedAt"
    from case_clock k join agreement a on a.org_id = ${orgId} and a.id = k.agreement_id
    where k.org_id = ${orgId} and k.case_id = ${caseId}
    order by k.ended_at is not null, k.due_at nulls last, a.kind <> 'sla', k.target, k.cycle`.execute(db);
  return rows.map((row) => ({
    ...row,
    state: stateNow(row, now),
    startedAt: row.startedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    breachedAt: row.breachedAt?.toISOString() ?? null,
  }));
}
