import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { getSurveyVersion as endpoint } from '@zhiheng/contract/surveys/surveys';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { findSurvey } from '../read-survey.ts';

export async function getVersion(
  operation: Operation,
  { params }: Pick<Parsed<typeof endpoint>, 'params'>,
): Promise<Reply<typeof endpoint>> {
  const { versions } = await findSurvey(operation, params.id);
  const version = versions.find(({ number }) => number === params.number);
  if (version === undefined) throw notFound('survey_version');
  const { rows } = await sql<{ form: Reply<typeof endpoint>['form'] }>`
    select form from survey_version where org_id = ${operation.orgId} and id = ${version.id}`.execute(operation.db);
  const [stored] = rows;
  if (stored === undefined) throw notFound('survey_version');
  return { ...version, form: stored.form };
}
