import { sql } from 'kysely';
import { conflict, type AppError } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import type { CaseState } from './case-state.ts';

interface Meanwhile {
  readonly by: string | null;
  readonly fields: string | null;
}

/** Tells who comes second who was first and what changed since the version that was read. */
export async function conflictOf({ db, orgId }: Operation, state: CaseState, version: number): Promise<AppError> {
  const { rows } = await sql<Meanwhile>`
    select string_agg(distinct coalesce(a.name, nullif(e.author_name, '')), ', ') as by, string_agg(distinct coalesce(f.field, e.kind), ', ') as fields
    from case_entry e
    left join account a on a.org_id = ${orgId} and a.id = e.author_id
    left join lateral (select x ->> 'field' as field from jsonb_array_elements(e.changes) x) f on true
    where e.org_id = ${orgId} and e.case_id = ${state.id} and e.case_version > ${version}`.execute(db);
  const { by = null, fields = null } = rows[0] ?? {};
  return conflict('changed_meanwhile', { by: by ?? '', fields: fields ?? '', version: state.version });
}
