import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import type { Finding } from './finding.ts';

/** So many are kept of one import: who has more has one problem. */
const most = 100_000;

export async function writeFindings({ db, orgId }: Operation, importId: string, findings: readonly Finding[]): Promise<void> {
  if (findings.length === 0) return;
  await sql`
    insert into case_import_finding (org_id, import_id, seq, kind, code, line, record_key, params)
    select ${orgId}::uuid, ${importId}::uuid, last.seq + row_number() over (order by n.line), n.kind, n.code, n.line, n.key, n.params
    from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as n (kind text, code text, line int4, key text, params jsonb)
    cross join (select coalesce(max(seq), 0)::int4 as seq from case_import_finding where org_id = ${orgId} and import_id = ${importId}) last
    where last.seq < ${most}`.execute(db);
}
