import { sql, type RawBuilder } from 'kysely';
import type { acknowledgeSignal as acknowledging, listSignals as endpoint, Signal } from '@zhiheng/contract/diagnosis/signals';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField, notFound } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from './settle.ts';

interface SignalRecord extends Omit<Signal, 'raisedAt' | 'clearedAt' | 'acknowledgedAt'> {
  readonly raisedAt: Date;
  readonly clearedAt: Date | null;
  readonly acknowledgedAt: Date | null;
}

const columns = sql`
  s.id, s.rule_id as "ruleId", s.kind, s.severity, s.indicator, s.name, s.bucket, s.detail, s.raised_at as "raisedAt", s.cleared_at as "clearedAt",
  s.acknowledged_at as "acknowledgedAt", a.name as "acknowledgedBy", s.note,
  case when s.cleared_at is not null then 'cleared' when s.acknowledged_at is not null then 'acknowledged' else 'raised' end as state,
  jsonb_build_object('serviceId', s.service_id, 'teamId', s.team_id, 'siteId', s.site_id, 'segmentId', s.segment_id) as slice,
  coalesce(p.name, t.name, v.name, g.name) as "sliceName"`;

const names = (orgId: string): RawBuilder<unknown> => sql`
  left join account a on a.org_id = ${orgId} and a.id = s.acknowledged_by
  left join service v on v.org_id = ${orgId} and v.id = s.service_id
  left join team t on t.org_id = ${orgId} and t.id = s.team_id
  left join site p on p.org_id = ${orgId} and p.id = s.site_id
  left join segment g on g.org_id = ${orgId} and g.id = s.segment_id`;

type Query = Parsed<typeof endpoint>['query'];

export async function listSignals(operation: Operation, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const { db, orgId } = operation;
  const conditions = conditionsOf(orgId, query);
  const { rows } = await sql<SignalRecord>`
    select ${columns} from signal s ${names(orgId)} where ${conditions} and ${after(query.cursor)}
    order by s.raised_at desc, s.id desc limit ${query.limit + 1}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*)::int4 as n from signal s where ${conditions}`.execute(db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(signalOf),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.raisedAt.toISOString(), last.id]) : null,
    total: counted.rows[0]?.n ?? 0,
  };
}

function conditionsOf(orgId: string, { kind, state, indicator }: Query): RawBuilder<unknown> {
  const conditions = [
    sql`s.org_id = ${orgId}`,
    ...(kind === undefined ? [] : [sql`s.kind = ${kind}`]),
    ...(indicator === undefined ? [] : [sql`s.indicator = ${indicator}`]),
    ...(state === undefined ? [] : [states[state]]),
  ];
  return sql.join(conditions, sql` and `);
}

const states = {
  active: sql`s.cleared_at is null`,
  raised: sql`s.cleared_at is null and s.acknowledged_at is null`,
  acknowledged: sql`s.cleared_at is null and s.acknowledged_at is not null`,
  cleared: sql`s.cleared_at is not null`,
} as const satisfies Record<NonNullable<Query['state']>, RawBuilder<unknown>>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(s.raised_at, s.id) < (${new Date(at)}::timestamptz, ${id}::uuid)`;
}

const signalOf = ({ raisedAt, clearedAt, acknowledgedAt, ...row }: SignalRecord): Signal => ({
  ...row,
  raisedAt: raisedAt.toISOString(),
  clearedAt: clearedAt?.toISOString() ?? null,
  acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
});

export async function findSignal({ db, orgId }: Operation, id: string): Promise<Signal> {
  const { rows } =
    await sql<SignalRecord>`select ${columns} from signal s ${names(orgId)} where s.org_id = ${orgId} and s.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('signal');
  return signalOf(row);
}

/** Signals that were raised in a stretch of time, for rooms that make something of them. */
export async function signalsBetween({ db, orgId }: Operation, { from, to }: { from: Date; to: Date }): Promise<Signal[]> {
  const { rows } = await sql<SignalRecord>`
    select ${columns} from signal s ${names(orgId)} where s.org_id = ${orgId} and s.raised_at >= ${from} and s.raised_at < ${to}
    order by s.raised_at, s.id`.execute(db);
  return rows.map(signalOf);
}

export async function acknowledgeSignal(
  call: Call,
  { params, body }: Pick<Parsed<typeof acknowledging>, 'params' | 'body'>,
): Promise<Signal> {
  const { db, orgId, actor, now } = call;
  const { rows } = await sql<{ id: string; name: { zh: string } }>`
    update signal set acknowledged_at = coalesce(acknowledged_at, ${now}), acknowledged_by = coalesce(acknowledged_by, ${actor.accountId}::uuid),
      note = ${body.note} where org_id = ${orgId} and id = ${params.id} returning id, name`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('signal');
  await recordEvent(call, { type: 'signal.acknowledged', entity: entityOf(row), data: { note: body.note } });
  return findSignal(call, params.id);
}
