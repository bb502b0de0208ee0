import { sql, type RawBuilder } from 'kysely';
import type { ServiceFailure } from '@zhiheng/contract/causes/service-failures';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

export interface FailureRecord extends Omit<ServiceFailure, 'beganAt' | 'restoredAt' | 'updatedAt'> {
  readonly beganAt: Date;
  readonly restoredAt: Date | null;
  readonly updatedAt: Date;
}

/** What the register says of `x`. */
export const failureColumns = sql`x.id, x.failed, x.effect, x.service_id as "serviceId", s.name as service, x.began_at as "beganAt",
  x.restored_at as "restoredAt", x.detected_by as "detectedBy", x.finding_id as "findingId", f.number as "findingNumber",
  case when x.cause_analysis_id is null then null
    else jsonb_build_object('analysisId', x.cause_analysis_id, 'nodeId', x.cause_node_id) end as cause,
  (select n ->> 'text' from jsonb_array_elements(a.tree) n where n ->> 'id' = x.cause_node_id) as "causeText",
  extract(epoch from x.restored_at - x.began_at)::float8 as seconds, x.version, x.updated_at as "updatedAt"`;

export const failureJoins = (orgId: string): RawBuilder<unknown> => sql`
  left join service s on s.org_id = ${orgId} and s.id = x.service_id
  left join finding f on f.org_id = ${orgId} and f.id = x.finding_id
  left join cause_analysis a on a.org_id = ${orgId} and a.id = x.cause_analysis_id and a.deleted_at is null`;

export const failureOf = (row: FailureRecord): ServiceFailure => ({
  ...row,
  beganAt: row.beganAt.toISOString(),
  restoredAt: row.restoredAt?.toISOString() ?? null,
  updatedAt: row.updatedAt.toISOString(),
});

/** Throws 404 when it is in the trash. */
export async function findFailure({ db, orgId }: Operation, id: string): Promise<ServiceFailure> {
  const { rows } = await sql<FailureRecord>`
    select ${failureColumns} from service_failure x ${failureJoins(orgId)}
    where x.org_id = ${orgId} and x.id = ${id} and x.deleted_at is null`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('service-failure');
  return failureOf(row);
}

/** What a failure is called in the log. */
export const failureEntity = ({ id, failed }: Pick<ServiceFailure, 'id' | 'failed'>) => ({ kind: 'service-failure', id, label: failed });
