import { sql } from 'kysely';
import { invalid } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

interface Named {
  readonly startOn: string;
  readonly dueOn: string;
  readonly ownerId: string | null;
  readonly indicatorCode: string | null;
  readonly findingIds: readonly string[];
}

/** Refuses a project that ends before it begins or names what is not there. */
export async function checkProject({ db, orgId }: Operation, { startOn, dueOn, ownerId, indicatorCode, findingIds }: Named): Promise<void> {
  const { rows } = await sql<{ owner: boolean; indicator: boolean; findings: string[] }>`
    select exists (select from account where org_id = ${orgId} and id = ${ownerId}::uuid and deleted_at is null) as owner,
      exists (select from indicator where org_id = ${orgId} and code = ${indicatorCode}::text and deleted_at is null) as indicator,
      array(select id::text from finding where org_id = ${orgId} and id = any(${findingIds}::uuid[])) as findings`.execute(db);
  const [there] = rows;
  const known = new Set(there?.findings);
  const faults = [
    ...(dueOn < startOn ? [{ path: 'dueOn', code: 'until_before_from' }] : []),
    ...(ownerId !== null && there?.owner !== true ? [{ path: 'ownerId', code: 'unknown_account' }] : []),
    ...(indicatorCode !== null && there?.indicator !== true ? [{ path: 'indicatorCode', code: 'unknown_indicator' }] : []),
    ...findingIds.flatMap((id, at) => (known.has(id) ? [] : [{ path: `findingIds.${at}`, code: 'unknown_finding' }])),
  ];
  if (faults.length > 0) throw invalid(faults);
}
