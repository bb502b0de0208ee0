import { sql } from 'kysely';
import type { Project } from '@zhiheng/contract/improvement/projects';
import type { Operation } from '../../../platform/operation.ts';

/** Sets which findings a project is for and which causes it takes away. */
export async function writeLinks(
  operation: Operation,
  id: string,
  { findingIds, causes }: Pick<Project, 'findingIds' | 'causes'>,
): Promise<void> {
  const { db, orgId } = operation;
  await sql`delete from improvement_finding where org_id = ${orgId} and project_id = ${id} and finding_id <> all(${findingIds}::uuid[])`.execute(
    db,
  );
  await sql`
    insert into improvement_finding (org_id, project_id, finding_id) select ${orgId}, ${id}, f from unnest(${findingIds}::uuid[]) f
    on conflict do nothing`.execute(db);
  await sql`delete from improvement_cause where org_id = ${orgId} and project_id = ${id}`.execute(db);
  await sql`
    insert into improvement_cause (org_id, project_id, analysis_id, node_id)
    select ${orgId}, ${id}, c."analysisId", c."nodeId" from jsonb_to_recordset(${JSON.stringify(causes)}::jsonb) as c("analysisId" uuid, "nodeId" text)
    on conflict do nothing`.execute(db);
}
