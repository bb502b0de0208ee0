import { sql } from 'kysely';
import type { AutomationRun, listAutomationRuns as endpoint } from '@zhiheng/contract/automation/automation';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import type { Call } from '../../platform/operation.ts';

interface Row extends Omit<AutomationRun, 'at' | 'dueAt' | 'finishedAt'> {
  readonly at: Date;
  readonly dueAt: Date;
  readonly finishedAt: Date | null;
}

export async function listRuns({ db, orgId }: Call, { query }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { ruleId, state, cursor, limit } = query;
  const conditions = [
    sql`n.org_id = ${orgId}`,
    ...(ruleId === undefined ? [] : [sql`n.rule_id = ${ruleId}`]),
    ...(state === undefined ? [] : [sql`n.state = ${state}`]),
    ...(cursor === undefined ? [] : [sql`n.id::text < ${decodeCursor(cursor, 1)[0]}`]),
  ];
  const { rows } = await sql<Row>`
    select n.id, n.rule_id as "ruleId", r.name as "ruleName", n.version, n.event_type as "eventType", n.entity_kind as "entityKind",
      n.entity_id as "entityId", n.label, n.at, n.due_at as "dueAt", n.state, n.reason, n.steps, n.finished_at as "finishedAt"
    from automation_run n join automation_rule r on r.org_id = ${orgId} and r.id = n.rule_id
    where ${sql.join(conditions, sql` and `)} order by n.id desc limit ${limit + 1}`.execute(db);
  const items = rows.slice(0, limit).map((row) => ({
    ...row,
    at: row.at.toISOString(),
    dueAt: row.dueAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor([last.id]) };
}
