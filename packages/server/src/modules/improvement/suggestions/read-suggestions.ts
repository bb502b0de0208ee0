import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  listSuggestions as endpoint,
  Suggestion,
  suggestionLeaders as leadersEndpoint,
} from '@zhiheng/contract/improvement/suggestions';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { containing } from '../../../platform/database/containing.ts';
import { changedMeanwhile, invalidField, notFound } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { readSettings } from './suggestion-settings.ts';

type Query = Parsed<typeof endpoint>['query'];
type Row = Omit<Suggestion, 'at'> & { readonly at: Date };

export async function listSuggestions(call: Call, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const rows = await select(call, sql`${conditionsOf(call, query)} and ${after(query.cursor)}`, query.limit + 1);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(suggestionOf),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.at.toISOString(), last.id]) : null,
  };
}

export async function findSuggestion(operation: Operation, id: string): Promise<Suggestion> {
  const [row] = await select(operation, sql`s.id = ${id}`, 1);
  if (row === undefined) throw notFound('suggestion');
  return suggestionOf(row);
}

/** Held until the transaction ends, for a change by somebody who has read `version`. */
export async function lockSuggestion(operation: Operation, id: string, version?: number): Promise<Suggestion> {
  await sql`select from suggestion where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  const suggestion = await findSuggestion(operation, id);
  if (version !== undefined && suggestion.version !== version) throw changedMeanwhile();
  return suggestion;
}

/** How somebody can be reached is for those who may read personal values. */
async function select({ db, orgId, actor }: Operation, where: RawBuilder<unknown>, limit: number): Promise<Row[]> {
  const personal = actor.permissions.has('customers.personal');
  const { rows } = await sql<Row>`
    select s.id, s.number, s.title, s.text, s.origin, coalesce(a.name, s.author_name) as author, case when ${personal} then s.contact else '' end as contact,
      coalesce(s.author_id = ${actor.accountId}::uuid, false) as mine, s.service_id as "serviceId", v.name as "serviceName", s.state, s.answer,
      j.name as "judgedBy", case when f.id is null then null else jsonb_build_object('id', f.id, 'number', f.number) end as finding,
      case when p.id is null then null else jsonb_build_object('id', p.id, 'number', p.number) end as project, w.points, w.rewards, s.at, s.version
    from suggestion s
    left join account a on a.org_id = ${orgId} and a.id = s.author_id
    left join account j on j.org_id = ${orgId} and j.id = s.judged_by
    left join service v on v.org_id = ${orgId} and v.id = s.service_id
    left join finding f on f.org_id = ${orgId} and f.id = s.finding_id
    left join improvement_project p on p.org_id = ${orgId} and p.id = s.project_id and p.deleted_at is null
    cross join lateral (
      select coalesce(sum(r.points), 0)::int4 as points,
        coalesce(jsonb_agg(jsonb_build_object('points', r.points, 'note', r.note, 'at', r.at, 'by', g.name) order by r.id), '[]') as rewards
      from suggestion_reward r left join account g on g.org_id = ${orgId} and g.id = r.given_by
      where r.org_id = ${orgId} and r.suggestion_id = s.id
    ) w
    where s.org_id = ${orgId} and ${where} order by s.at desc, s.id desc limit ${limit}`.execute(db);
  return rows;
}

const suggestionOf = (row: Row): Suggestion => ({
  ...row,
  at: row.at.toISOString(),
  rewards: row.rewards.map((reward) => ({ ...reward, at: new Date(reward.at).toISOString() })),
});

function conditionsOf({ actor }: Operation, { q = '', state, mine }: Query): RawBuilder<unknown> {
  const text = containing(q.trim());
  const conditions = [
    sql`(s.number ilike ${text} or s.title ilike ${text})`,
    ...(state === undefined ? [] : [sql`s.state = ${state}`]),
    ...(mine === true ? [sql`s.author_id = ${actor.accountId}::uuid`] : []),
  ];
  return sql.join(conditions, sql` and `);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(s.at, s.id) < (${new Date(at)}::timestamptz, ${id}::uuid)`;
}

/** Staff only: whoever suggests from outside did not ask to be ranked. */
export async function suggestionLeaders(call: Call): Promise<Reply<typeof leadersEndpoint>> {
  const { db, orgId, now } = call;
  const { leaderboard } = await readSettings(call);
  if (!leaderboard) return { shown: false, items: [] };
  const { rows } = await sql<Reply<typeof leadersEndpoint>['items'][number]>`
    select a.name, count(*)::int4 as suggestions, count(*) filter (where s.state in ('accepted', 'done'))::int4 as accepted,
      coalesce(sum(w.points), 0)::int4 as points
    from suggestion s join account a on a.org_id = ${orgId} and a.id = s.author_id and a.deleted_at is null
    left join lateral (
      select sum(r.points) as points from suggestion_reward r where r.org_id = ${orgId} and r.suggestion_id = s.id
    ) w on true
    where s.org_id = ${orgId} and s.state <> 'withdrawn' and s.at > ${new Date(now.getTime() - 365 * 86_400_000)}
    group by a.id, a.name order by points desc, accepted desc, suggestions desc, a.name limit 10`.execute(db);
  return { shown: true, items: rows };
}
