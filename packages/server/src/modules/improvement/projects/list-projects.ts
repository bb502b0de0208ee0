import { sql, type RawBuilder } from 'kysely';
import type { listProjects as endpoint, projectFilter } from '@zhiheng/contract/improvement/projects';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { containing } from '../../../platform/database/containing.ts';
import { houseDay } from '../../../platform/database/house-day.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { projectRowOf, projectsFrom, rowColumns, type ProjectRowRecord } from './project-rows.ts';

type Query = Parsed<typeof endpoint>['query'];
type Filter = z.infer<typeof projectFilter>;

export async function listProjects(call: Call, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const rows = await selectProjects(
    call,
    query,
    sql`and ${after(query.cursor)} order by p.updated_at desc, p.id desc limit ${query.limit + 1}`,
  );
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(projectRowOf),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.updatedAt.toISOString(), last.id]) : null,
  };
}

export async function selectProjects(operation: Operation, filter: Filter, rest: RawBuilder<unknown>): Promise<ProjectRowRecord[]> {
  const { db, orgId, now } = operation;
  const today = await houseDay(operation, now);
  const { rows } = await sql<ProjectRowRecord>`
    select ${rowColumns(today)} from ${projectsFrom(operation, today)}
    where p.org_id = ${orgId} and p.deleted_at is null and ${conditionsOf(orgId, filter)} ${rest}`.execute(db);
  return rows;
}

function conditionsOf(orgId: string, { q = '', state, template, findingId }: Filter): RawBuilder<unknown> {
  const text = containing(q.trim());
  const conditions = [
    sql`(p.number ilike ${text} or p.title ilike ${text})`,
    ...(state === undefined ? [] : [sql`p.state = ${state}`]),
    ...(template === undefined ? [] : [sql`p.template = ${template}`]),
    ...(findingId === undefined
      ? []
      : [
          sql`exists (select from improvement_finding f where f.org_id = ${orgId} and f.project_id = p.id and f.finding_id = ${findingId})`,
        ]),
  ];
  return sql.join(conditions, sql` and `);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(p.updated_at, p.id) < (${new Date(at)}::timestamptz, ${id}::uuid)`;
}
