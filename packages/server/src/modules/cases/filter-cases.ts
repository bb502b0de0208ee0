import { sql, type RawBuilder } from 'kysely';
import type { CaseFilter } from '@zhiheng/contract/cases/cases';
import type { Operation } from '../../platform/operation.ts';
import { questionFor } from '../../platform/database/search-words.rules.ts';
import { isOpenStatus } from './status.rules.ts';

type Condition = RawBuilder<unknown>;

/** In the words of the partial indexes, so that they are used. */
export const isOpen = sql`c.status not in ('closed', 'cancelled', 'merged')`;

/** How near a deadline is that comes soon. */
const soonHours = 4;
/** Of what a search finds, the newest are looked at. */
const mostFound = 10_000;

/** What a filter demands of `c`. Several values of one field are alternatives, different fields must all hold. */
export function filterConditions({ orgId, actor, now }: Pick<Operation, 'orgId' | 'actor' | 'now'>, filter: CaseFilter): Condition {
  const conditions = [
    ...openConditions(filter),
    ...oneOf('type', filter.type),
    ...oneOf('status', filter.status),
    ...oneOf('priority', filter.priority),
    ...oneOfIds('service_id', filter.serviceId),
    ...oneOfIds('category_id', filter.categoryId),
    ...oneOfIds('team_id', filter.teamId),
    ...assigneeConditions(filter.assigneeId, actor.accountId),
    ...(filter.customerId === undefined ? [] : [sql`c.customer_id = ${filter.customerId}`]),
    ...(filter.tag === undefined ? [] : [sql`c.tags && ${filter.tag}::text[]`]),
    ...(filter.rating === undefined ? [] : [sql`c.rating = any(${filter.rating}::int2[])`]),
    ...customConditions(filter.custom),
    ...dueConditions(filter.due, { orgId, now }),
    ...openingConditions(filter, orgId),
    ...searchConditions(filter.q),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function openConditions({ open, status, due }: CaseFilter): Condition[] {
  if (open === false) return [sql`c.status in ('closed', 'cancelled', 'merged')`];
  const onlyOpen = status !== undefined && status.length > 0 && status.every(isOpenStatus);
  const dueIsOpen = due !== undefined && due !== 'none';
  return open === true || onlyOpen || dueIsOpen ? [isOpen] : [];
}

const oneOf = (column: 'type' | 'status' | 'priority', values: readonly string[] | undefined): Condition[] =>
  values === undefined ? [] : [sql`${sql.ref(`c.${column}`)} = any(${[...values]}::text[])`];

const oneOfIds = (column: 'service_id' | 'category_id' | 'team_id', values: readonly string[] | undefined): Condition[] =>
  values === undefined ? [] : [sql`${sql.ref(`c.${column}`)} = any(${[...values]}::uuid[])`];

function assigneeConditions(values: CaseFilter['assigneeId'], me: string | null): Condition[] {
  if (values === undefined) return [];
  const ids = values.flatMap((value) => (value === 'me' ? (me ?? []) : value === 'nobody' ? [] : value));
  const [single] = ids;
  const named = ids.length === 1 ? sql`c.assignee_id = ${single}` : sql`c.assignee_id = any(${ids}::uuid[])`;
  if (!values.includes('nobody')) return [named];
  return [ids.length === 0 ? sql`c.assignee_id is null` : sql`(${named} or c.assignee_id is null)`];
}

/** A value of one, one of several, or yes and no, as the field holds it. */
const customConditions = (custom: CaseFilter['custom']): Condition[] =>
  Object.entries(custom ?? {}).map(
    ([code, values]) => sql`case jsonb_typeof(c.custom -> ${code}::text) when 'array' then (c.custom -> ${code}::text) ?| ${values}::text[]
      else (c.custom ->> ${code}::text) = any(${values}::text[]) end`,
  );

function dueConditions(due: CaseFilter['due'], { orgId, now }: { readonly orgId: string; readonly now: Date }): Condition[] {
  switch (due) {
    case undefined:
      return [];
    case 'overdue':
      return [sql`c.due_at <= ${now}`];
    case 'soon':
      return [sql`c.due_at > ${now} and c.due_at <= ${new Date(now.getTime() + soonHours * 3_600_000)}`];
    case 'today':
      return [
        sql`c.due_at < (select (date_trunc('day', ${now}::timestamptz at time zone time_zone) + interval '1 day') at time zone time_zone
        from organisation where org_id = ${orgId})`,
      ];
    case 'none':
      return [sql`c.due_at is null`];
    default:
      return due satisfies never;
  }
}

/** Days of the organisation's own zone. */
function openingConditions({ openedFrom, openedTo }: CaseFilter, orgId: string): Condition[] {
  const zone = sql`(select time_zone from organisation where org_id = ${orgId})`;
  return [
    ...(openedFrom === undefined ? [] : [sql`c.opened_at >= ${openedFrom}::date::timestamp at time zone ${zone}`]),
    ...(openedTo === undefined ? [] : [sql`c.opened_at < (${openedTo}::date + 1)::timestamp at time zone ${zone}`]),
  ];
}

function searchConditions(q: string | undefined): Condition[] {
  if (q === undefined || q.trim() === '') return [];
  const question = questionFor(q);
  return question === null ? [sql`false`] : [sql`c.id = any(array(select search_cases(${question}::tsquery, ${mostFound})))`];
}
