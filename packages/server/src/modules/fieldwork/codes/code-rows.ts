import { sql, type RawBuilder } from 'kysely';
import type { FieldCode } from '@zhiheng/contract/fieldwork/codes';
import { changedMeanwhile, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { findStudy } from '../studies/read-study.ts';

/** A code with the study that it belongs to. */
type StoredCode = FieldCode & { readonly studyId: string };

const columns = (orgId: string): RawBuilder<unknown> => sql`
  c.id, c.study_id as "studyId", c.parent_id as "parentId", c.name, c.meaning, c.position, c.version,
  (select count(*)::int4 from field_quote_code x where x.org_id = ${orgId} and x.code_id = c.id) as quotes`;

/** The code book of a study: each code of the upper level with those below it. */
export async function readCodes({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, studyId: string): Promise<FieldCode[]> {
  const { rows } = await sql<StoredCode>`
    select ${columns(orgId)} from field_code c left join field_code p on p.org_id = ${orgId} and p.id = c.parent_id
    where c.org_id = ${orgId} and c.study_id = ${studyId}
    order by coalesce(p.position, c.position), coalesce(p.id, c.id), c.parent_id is not null, c.position, c.id`.execute(db);
  return rows.map(codeOf);
}

export const codeOf = ({ studyId: _studyId, ...code }: StoredCode): FieldCode => code;

/** Throws 404 when it, or its study, is not there. Held until the transaction ends. */
export async function lockCode(operation: Operation, id: string): Promise<StoredCode> {
  const { db, orgId } = operation;
  const { rows } = await sql<StoredCode>`
    select ${columns(orgId)} from field_code c where c.org_id = ${orgId} and c.id = ${id} for no key update`.execute(db);
  const [code] = rows;
  if (code === undefined) throw notFound('field_code');
  await findStudy(operation, code.studyId);
  return code;
}

/** For a change by somebody who has read `version`. */
export async function lockCodeVersion(operation: Operation, id: string, version: number): Promise<StoredCode> {
  const code = await lockCode(operation, id);
  if (code.version !== version) throw changedMeanwhile();
  return code;
}

/** What a code is called in the log. */
export const entityOf = ({ id, name }: Pick<FieldCode, 'id' | 'name'>) => ({ kind: 'field-code', id, label: name.zh });
