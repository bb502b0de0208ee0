import { sql, type RawBuilder } from 'kysely';
import type { StandardRow } from '@zhiheng/contract/standards/standards';
import type { Operation } from '../../platform/operation.ts';

export interface StandardRowRecord extends Omit<StandardRow, 'updatedAt' | 'state'> {
  readonly updatedAt: Date;
}

type Read = Pick<Operation, 'orgId' | 'now'>;

/** Today by the organisation's own calendar. */
export const today = ({ orgId, now }: Read): RawBuilder<unknown> =>
  sql`(select (${now}::timestamptz at time zone time_zone)::date from organisation where org_id = ${orgId})`;

/** Of each standard the version in force today: approved, its day has come, and no later one has. */
export const inForce = (operation: Read): RawBuilder<unknown> => sql`lateral (
  select v.number, v.clauses, v.in_force_from from standard_version v
  where v.org_id = ${operation.orgId} and v.standard_id = s.id and v.state = 'approved' and v.in_force_from <= ${today(operation)}
  order by v.number desc limit 1) f`;

/** What a list says of `s`, joined with `joins`. Its clauses are those in force, else those of its newest version. */
export const rowColumns = sql`s.id, s.code, s.name, f.number, to_char(f.in_force_from, 'YYYY-MM-DD') as "inForceFrom",
  to_char(c.in_force_from, 'YYYY-MM-DD') as "comingOn", o.state as open, s.service_ids as "serviceIds", s.version, s.updated_at as "updatedAt",
  array(select distinct k ->> 'kind' from jsonb_array_elements(l.clauses) k order by 1) as kinds, jsonb_array_length(l.clauses) as "clauseCount",
  (select count(*)::int4 from jsonb_array_elements(l.clauses) k where k -> 'indicators' = '[]' and k -> 'checks' = '[]') as untested`;

export const joins = (operation: Read): RawBuilder<unknown> => sql`
  left join ${inForce(operation)} on true
  left join lateral (
    select v.in_force_from from standard_version v
    where v.org_id = ${operation.orgId} and v.standard_id = s.id and v.state = 'approved' and v.in_force_from > ${today(operation)}
    order by v.number limit 1) c on true
  left join standard_version o on o.org_id = ${operation.orgId} and o.standard_id = s.id and o.state <> 'approved'
  join lateral (
    select coalesce(f.clauses, (select v.clauses from standard_version v where v.org_id = ${operation.orgId} and v.standard_id = s.id
      order by v.number desc limit 1)) as clauses) l on true`;

export const stateOf = ({ number, comingOn, open }: Pick<StandardRow, 'number' | 'comingOn' | 'open'>): StandardRow['state'] => {
  if (number !== null) return 'in-force';
  if (comingOn !== null) return 'coming';
  return open ?? 'draft';
};

export const standardRowOf = ({ updatedAt, ...row }: StandardRowRecord): StandardRow => ({
  ...row,
  state: stateOf(row),
  updatedAt: updatedAt.toISOString(),
});

/** What a standard is called in the log. */
export const entityOf = ({ id, name }: Pick<StandardRow, 'id' | 'name'>) => ({ kind: 'standard', id, label: name.zh });
