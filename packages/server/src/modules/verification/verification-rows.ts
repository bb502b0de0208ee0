import { sql, type RawBuilder } from 'kysely';
import type { VerificationRow } from '@zhiheng/contract/verification/verifications';

export interface RowRecord extends Omit<VerificationRow, 'registeredAt' | 'decidedAt'> {
  readonly registeredAt: Date;
  readonly decidedAt: Date | null;
}

const state = sql`case when v.withdrawn_at is not null then 'withdrawn' when v.reopened_at is not null then 'reopened'
  when v.decided_at is not null then 'decided' else 'waiting' end`;

export const rowColumns = sql`v.id, v.number, v.title, v.project_id as "projectId", v.indicator_code as indicator, i.name as "indicatorName",
  v.plan::jsonb ->> 'unit' as unit, (v.plan::jsonb ->> 'decimals')::int4 as decimals, v.method, to_char(v.start_on, 'YYYY-MM-DD') as "startOn",
  to_char(v.end_on, 'YYYY-MM-DD') as "endOn", ${state} as state, v.verdict, v.registered_at as "registeredAt", v.decided_at as "decidedAt"`;

export const verificationsFrom = (orgId: string): RawBuilder<unknown> =>
  sql`verification v left join indicator i on i.org_id = ${orgId} and i.code = v.indicator_code`;

export const stateIs = (wanted: VerificationRow['state']): RawBuilder<unknown> => sql`${state} = ${wanted}`;

export const rowOf = (record: RowRecord): VerificationRow => ({
  ...record,
  registeredAt: record.registeredAt.toISOString(),
  decidedAt: record.decidedAt?.toISOString() ?? null,
});

export const entityOf = ({ id, number, title }: Pick<VerificationRow, 'id' | 'number' | 'title'>) => ({
  kind: 'verification',
  id,
  label: `${number} ${title}`,
});
