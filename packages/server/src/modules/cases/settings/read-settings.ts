import { sql } from 'kysely';
import { usualLimits, type CaseSettings } from '@zhiheng/contract/cases/case-settings';
import type { Operation } from '../../../platform/operation.ts';

/** The limits of the desk; the usual ones where nobody has set any. */
export async function readCaseSettings({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<CaseSettings> {
  const { rows } = await sql<CaseSettings>`select settings, version from case_settings where org_id = ${orgId}`.execute(db);
  const [row] = rows;
  return row === undefined
    ? { settings: usualLimits, version: 0 }
    : { settings: { ...usualLimits, ...row.settings }, version: row.version };
}
