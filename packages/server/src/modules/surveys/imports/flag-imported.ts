import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/**
 * Flags answers that were stored in this transaction and whose numbers are those of another one (see `vectorOf`). A file may stand in any order: of equal
 * answers all but one are flagged, whenever they were given. None of them is in any sum yet.
 */
export async function flagImported({ db, orgId }: Operation, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update survey_response f set flags = f.flags || array['duplicate-vector'], suspicious = true
    where f.org_id = ${orgId} and f.id = any(${ids}::uuid[]) and f.vector is not null and exists (
      select from survey_response o where o.org_id = ${orgId} and o.version_id = f.version_id and o.vector = f.vector and o.scales = f.scales
        and (o.xid <> pg_current_xact_id() or o.once < f.once))`.execute(db);
}
