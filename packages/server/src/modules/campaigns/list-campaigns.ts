import { sql, type RawBuilder } from 'kysely';
import type { listCampaigns as endpoint } from '@zhiheng/contract/campaigns/campaigns';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { containing } from '../../platform/database/containing.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { campaignRowOf, rowColumns, type CampaignRowRecord } from './campaign-rows.ts';

type Query = Parsed<typeof endpoint>['query'];

export async function listCampaigns(call: Call, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<CampaignRowRecord>`
    select ${rowColumns(call)} from campaign c
    where c.org_id = ${call.orgId} and c.deleted_at is null and ${conditionsOf(query)} and ${after(query.cursor)}
    order by c.updated_at desc, c.id desc limit ${query.limit + 1}`.execute(call.db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(campaignRowOf),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.updatedAt.toISOString(), last.id]) : null,
  };
}

function conditionsOf({ q = '', stage, kind }: Query): RawBuilder<unknown> {
  const text = containing(q.trim());
  const conditions = [
    sql`(c.code ilike ${text} or c.name ->> 'zh' ilike ${text} or c.name ->> 'en' ilike ${text})`,
    ...(stage === undefined ? [] : [sql`c.stage = ${stage}`]),
    ...(kind === undefined ? [] : [sql`c.kind = ${kind}`]),
  ];
  return sql.join(conditions, sql` and `);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(c.updated_at, c.id) < (${new Date(at)}::timestamptz, ${id}::uuid)`;
}
