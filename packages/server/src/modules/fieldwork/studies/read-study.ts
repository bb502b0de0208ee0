import { sql } from 'kysely';
import type { FieldStudy, GuideVersion } from '@zhiheng/contract/fieldwork/studies';
import { changedMeanwhile, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { fromStudies, rowColumns, studyRowOf, type WholeStudy } from './study-rows.ts';

type Scope = Pick<Operation, 'db' | 'orgId'>;

/** A study as its page shows it. Throws 404 when it is in the trash. */
export async function findStudy(operation: Scope, id: string): Promise<FieldStudy> {
  const { rows } = await sql<WholeStudy>`
    select ${rowColumns}, s.purpose, s.form, s.previous_id as "previousId", s.version,
      (select p.name from field_study p where p.org_id = ${operation.orgId} and p.id = s.previous_id and p.deleted_at is null) as "previousName"
    ${fromStudies(operation)} and s.id = ${id}`.execute(operation.db);
  const [row] = rows;
  if (row === undefined) throw notFound('field_study');
  return { ...studyRowOf(row), versions: await readVersions(operation, id) };
}

async function readVersions({ db, orgId }: Scope, studyId: string): Promise<GuideVersion[]> {
  const { rows } = await sql<Omit<GuideVersion, 'publishedAt'> & { readonly publishedAt: Date }>`
    select g.id, g.number, g.published_at as "publishedAt", p.name as "publishedBy",
      (select count(*)::int4 from field_session e where e.org_id = ${orgId} and e.guide_id = g.id and e.deleted_at is null) as sessions
    from field_guide g left join account p on p.org_id = ${orgId} and p.id = g.published_by
    where g.org_id = ${orgId} and g.study_id = ${studyId} order by g.number desc`.execute(db);
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}

/** The same, held until the transaction ends. */
export async function lockStudy(operation: Scope, id: string): Promise<FieldStudy> {
  await sql`select from field_study where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return findStudy(operation, id);
}

/** For a change by somebody who has read `version`. */
export async function lockVersion(operation: Scope, id: string, version: number): Promise<FieldStudy> {
  const study = await lockStudy(operation, id);
  if (study.version !== version) throw changedMeanwhile();
  return study;
}
