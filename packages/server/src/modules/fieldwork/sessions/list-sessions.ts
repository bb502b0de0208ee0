import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listFieldSessions as endpoint } from '@zhiheng/contract/fieldwork/sessions';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { fromSessions, rowColumns, sessionRowOf, type SessionRecord } from './session-rows.ts';

type Query = Parsed<typeof endpoint>['query'];

export async function listSessions(call: Call, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const conditions = conditionsOf(call, query);
  const order = query.order === 'soonest' ? sql`asc` : sql`desc`;
  const { rows } = await sql<SessionRecord>`
    select ${rowColumns(call)} ${fromSessions(call)} and ${conditions} and ${after(query)}
    order by e.starts_at ${order}, e.id ${order} limit ${query.limit + 1}`.execute(call.db);
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int4 as total ${fromSessions(call)} and ${conditions}`.execute(
    call.db,
  );
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(sessionRowOf),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.startsAt.toISOString(), last.id]) : null,
    total: counted[0]?.total ?? 0,
  };
}

function conditionsOf(call: Call, { studyId, state, person, toRate, siteId, teamId, from, until }: Query): RawBuilder<unknown> {
  const { orgId, actor } = call;
  const zone = sql`(select o.time_zone from organisation o where o.org_id = ${orgId})`;
  const day = sql`(e.starts_at at time zone ${zone})::date`;
  const conditions = [
    sql`true`,
    ...(studyId === undefined ? [] : [sql`e.study_id = ${studyId}::uuid`]),
    ...(state === undefined ? [] : [sql`e.state = ${state}`]),
    ...(person === undefined ? [] : [isOf(orgId, person === 'me' ? actor.accountId : person)]),
    ...(toRate === 'true' ? [waitsFor(orgId, actor.accountId)] : []),
    ...(siteId === undefined ? [] : [sql`e.site_id = ${siteId}::uuid`]),
    ...(teamId === undefined ? [] : [sql`e.team_id = ${teamId}::uuid`]),
    ...(from === undefined ? [] : [sql`${day} >= ${from}::date`]),
    ...(until === undefined ? [] : [sql`${day} <= ${until}::date`]),
  ];
  return sql.join(conditions, sql` and `);
}

const isOf = (orgId: string, accountId: string | null): RawBuilder<unknown> => sql`(e.conductor_id = ${accountId}::uuid or exists (
  select from field_rater r where r.org_id = ${orgId} and r.session_id = e.id and r.account_id = ${accountId}::uuid))`;

const waitsFor = (orgId: string, accountId: string | null): RawBuilder<unknown> => sql`(e.state <> 'cancelled' and exists (
  select from field_rater r left join field_sheet h on h.org_id = ${orgId} and h.session_id = e.id and h.rater_id = r.account_id
  where r.org_id = ${orgId} and r.session_id = e.id and r.account_id = ${accountId}::uuid and h.state is distinct from 'submitted'))`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after({ cursor, order }: Query): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  const beyond = order === 'soonest' ? sql`>` : sql`<`;
  return sql`(e.starts_at, e.id) ${beyond} (${new Date(at)}::timestamptz, ${id}::uuid)`;
}
