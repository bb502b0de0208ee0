import { sql, type RawBuilder } from 'kysely';
import type { FindingFilter } from '@zhiheng/contract/findings/findings';
import { containing } from '../../../platform/database/containing.ts';
import type { Operation } from '../../../platform/operation.ts';
import { isOverdue } from './finding-rows.ts';

type Condition = RawBuilder<unknown>;

/** What a filter demands of `f`; all of it must hold. */
export function findingConditions({ orgId, actor }: Pick<Operation, 'orgId' | 'actor'>, filter: FindingFilter): Condition {
  const conditions = [
    sql`f.org_id = ${orgId} and f.merged_into is null`,
    ...inState(filter.state),
    ...equal('source', filter.source),
    ...equal('severity', filter.severity),
    ...equal('service_id', filter.serviceId),
    ...equal('site_id', filter.siteId),
    ...equal('team_id', filter.teamId),
    ...equal('indicator', filter.indicator),
    ...classified(filter.kind),
    ...ownedBy(filter.ownerId, actor.accountId),
    ...(filter.due === undefined ? [] : [isOverdue(orgId)]),
    ...found(filter.q),
  ];
  return sql.join(conditions, sql` and `);
}

/** Neither closed nor dismissed. */
export const isActive = sql<boolean>`f.state not in ('closed', 'dismissed')`;

type Column = 'source' | 'severity' | 'service_id' | 'site_id' | 'team_id' | 'indicator';
const equal = (column: Column, value: string | undefined): Condition[] =>
  value === undefined ? [] : [sql`${sql.ref(`f.${column}`)} = ${value}`];

function inState(state: FindingFilter['state']): Condition[] {
  if (state === undefined) return [];
  return [state === 'active' ? isActive : sql`f.state = ${state}`];
}

function classified(kind: FindingFilter['kind']): Condition[] {
  if (kind === undefined) return [];
  return [kind === 'none' ? sql`f.kind is null` : sql`f.kind = ${kind}`];
}

function ownedBy(owner: FindingFilter['ownerId'], me: string | null): Condition[] {
  if (owner === undefined) return [];
  if (owner === 'nobody') return [sql`f.owner_id is null`];
  return [sql`f.owner_id = ${owner === 'me' ? me : owner}::uuid`];
}

function found(q: string | undefined): Condition[] {
  if (q === undefined || q.trim() === '') return [];
  const text = containing(q.trim());
  return [
    sql`(f.number ilike ${text} or f.title ->> 'zh' ilike ${text} or f.title ->> 'en' ilike ${text}
      or f.description ->> 'zh' ilike ${text} or f.description ->> 'en' ilike ${text})`,
  ];
}
