import { sql } from 'kysely';
import type { listVerifications as endpoint } from '@zhiheng/contract/verification/verifications';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { containing } from '../../platform/database/containing.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { rowColumns, rowOf, stateIs, verificationsFrom, type RowRecord } from './verification-rows.ts';

type Query = Parsed<typeof endpoint>['query'];

export async function listVerifications(call: Call, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const { db, orgId } = call;
  const { rows } = await sql<RowRecord>`
    select ${rowColumns} from ${verificationsFrom(orgId)}
    where v.org_id = ${orgId} and ${conditionsOf(query)} and ${after(query.cursor)} order by v.id desc limit ${query.limit + 1}`.execute(
    db,
  );
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(rowOf),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.id]) : null,
  };
}

function conditionsOf({ q = '', state, verdict, projectId }: Query) {
  const text = containing(q.trim());
  return sql.join(
    [
      sql`(v.number ilike ${text} or v.title ilike ${text})`,
      ...(state === undefined ? [] : [stateIs(state)]),
      ...(verdict === undefined ? [] : [sql`v.verdict = ${verdict}`]),
      ...(projectId === undefined ? [] : [sql`v.project_id = ${projectId}`]),
    ],
    sql` and `,
  );
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined) {
  if (cursor === undefined) return sql`true`;
  const [id = ''] = decodeCursor(cursor, 1);
  if (!uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`v.id < ${id}::uuid`;
}
