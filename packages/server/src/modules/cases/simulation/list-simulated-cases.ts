import { sql } from 'kysely';
import type { listSimulatedCases as endpoint } from '@zhiheng/contract/cases/simulation';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { visibleTo } from '../visible-cases.ts';
import { readSimulation } from './simulation-row.ts';

type Answer = Reply<typeof endpoint>;

/** The promises that would have ended differently, the newest cases first. */
export async function listSimulatedCases(
  operation: Operation,
  { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>,
): Promise<Answer> {
  const { db, orgId, actor } = operation;
  const { change, limit, cursor } = query;
  await readSimulation(operation, params.id);
  const after = cursor === undefined ? sql`true` : placeOf(cursor);
  const { rows } = await sql<Answer['items'][number]>`
    select x.case_id as "caseId", c.number, c.subject, c.type, c.priority, t.name as "teamName", x.target, x.cycle, x.before, x.after
    from simulated_case x
    join service_case c on c.org_id = ${orgId} and c.id = x.case_id
    left join team t on t.org_id = ${orgId} and t.id = c.team_id
    where x.org_id = ${orgId} and x.simulation_id = ${params.id} and x.change = ${change} and ${visibleTo(actor)} and ${after}
    order by x.case_id desc, x.target desc, x.cycle desc limit ${limit + 1}`.execute(db);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor([last.caseId, last.target, String(last.cycle)]) };
}

function placeOf(cursor: string) {
  const [id = '', target = '', cycle = ''] = decodeCursor(cursor, 3);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || !/^\d{1,6}$/.test(cycle)) throw invalidField('cursor', 'cursor');
  return sql`(x.case_id, x.target, x.cycle) < (${id}::uuid, ${target}, ${Number(cycle)})`;
}
