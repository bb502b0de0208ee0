import { sql } from 'kysely';
import { form as formSchema, type Form } from '@zhiheng/forms/definition';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

/** A published version with its form. */
export interface FormVersion {
  readonly id: string;
  readonly orgId: string;
  readonly surveyId: string;
  readonly number: number;
  readonly form: Form;
}

/** What was published never changes, so that it is read once. */
const remembered = new Map<string, FormVersion>();
const mostRemembered = 200;

/** A published version of a survey. Refuses one of another survey, and one that is none. */
export async function findVersion(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  surveyId: string,
  versionId: string,
): Promise<FormVersion> {
  const known = remembered.get(versionId) ?? (await readVersion({ db, orgId }, versionId));
  if (known === null || known.orgId !== orgId || known.surveyId !== surveyId) throw invalidField('versionId', 'unknown_version');
  return known;
}

async function readVersion({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<FormVersion | null> {
  const { rows } = await sql<{ surveyId: string; number: number; form: unknown }>`
    select survey_id as "surveyId", number, form from survey_version where org_id = ${orgId} and id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  if (remembered.size >= mostRemembered) remembered.clear();
  const version = { id, orgId, ...row, form: formSchema.parse(row.form) };
  remembered.set(id, version);
  return version;
}

/** All published versions of a survey, the newest first. */
export async function readForms({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, surveyId: string): Promise<FormVersion[]> {
  const { rows } = await sql<{ id: string }>`
    select id from survey_version where org_id = ${orgId} and survey_id = ${surveyId} order by number desc`.execute(db);
  const versions: FormVersion[] = [];
  for (const { id } of rows) versions.push(await findVersion({ db, orgId }, surveyId, id));
  return versions;
}
