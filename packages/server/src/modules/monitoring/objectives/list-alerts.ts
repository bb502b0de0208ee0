import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { listObjectiveAlerts as endpoint, ObjectiveAlert } from '@zhiheng/contract/monitoring/objectives';
import type { Operation } from '../../../platform/operation.ts';

export async function listObjectiveAlerts(operation: Operation, { query }: Parsed<typeof endpoint>): Promise<{ items: ObjectiveAlert[] }> {
  return { items: await readAlerts(operation, { open: query.open === 'true', limit: query.limit }) };
}

interface Wanted {
  readonly objectiveId?: string;
  readonly open?: boolean;
  readonly limit: number;
}
type Row = Omit<ObjectiveAlert, 'firedAt' | 'recoveredAt'> & { readonly firedAt: Date; readonly recoveredAt: Date | null };

/** Alerts, the newest first. */
export async function readAlerts({ db, orgId }: Operation, { objectiveId, open = false, limit }: Wanted): Promise<ObjectiveAlert[]> {
  const { rows } = await sql<Row>`
    select a.id, a.objective_id as "objectiveId", o.name as "objectiveName", a.severity, a.rate, a.stretch, a.fired_at as "firedAt",
      a.long_rate as "longRate", a.bad, a.n, a.recovered_at as "recoveredAt"
    from objective_alert a join objective o on o.org_id = ${orgId} and o.id = a.objective_id
    where a.org_id = ${orgId} and (${objectiveId ?? null}::uuid is null or a.objective_id = ${objectiveId ?? null}::uuid)
      and (a.recovered_at is null or not ${open}::boolean)
    order by a.fired_at desc, a.id desc limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, firedAt: row.firedAt.toISOString(), recoveredAt: row.recoveredAt?.toISOString() ?? null }));
}
