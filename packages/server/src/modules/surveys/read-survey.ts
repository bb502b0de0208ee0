import { sql } from 'kysely';
import type { Survey, SurveyVersion } from '@zhiheng/contract/surveys/surveys';
import { changedMeanwhile, notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { fromSurveys, rowColumns, surveyRowOf, type WholeRecord } from './survey-rows.ts';

type Scope = Pick<Operation, 'db' | 'orgId'>;

/** A survey as its page shows it. Throws 404 when it is in the trash. */
export async function findSurvey(operation: Scope, id: string): Promise<Survey> {
  const { rows } = await sql<WholeRecord>`
    select ${rowColumns}, s.form, s.settings, s.version ${fromSurveys(operation)} and s.id = ${id}`.execute(operation.db);
  const [row] = rows;
  if (row === undefined) throw notFound('survey');
  return { ...surveyRowOf(row), versions: await readVersions(operation, id) };
}

async function readVersions({ db, orgId }: Scope, surveyId: string): Promise<SurveyVersion[]> {
  const { rows } = await sql<Omit<SurveyVersion, 'publishedAt'> & { readonly publishedAt: Date }>`
    select v.id, v.number, v.published_at as "publishedAt", p.name as "publishedBy",
      (select count(*)::int4 from survey_response a
        where a.org_id = ${orgId} and a.survey_id = ${surveyId} and a.version_id = v.id and a.state = 'complete') as responses
    from survey_version v left join account p on p.org_id = ${orgId} and p.id = v.published_by
    where v.org_id = ${orgId} and v.survey_id = ${surveyId} order by v.number desc`.execute(db);
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}

/** The same, held until the transaction ends. */
export async function lockSurvey(operation: Scope, id: string): Promise<Survey> {
  await sql`select from survey where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return findSurvey(operation, id);
}

/** For a change by somebody who has read `version`. */
export async function lockVersion(operation: Scope, id: string, version: number): Promise<Survey> {
  const survey = await lockSurvey(operation, id);
  if (survey.version !== version) throw changedMeanwhile();
  return survey;
}
