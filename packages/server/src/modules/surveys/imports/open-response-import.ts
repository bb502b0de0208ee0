import type { Selectable } from 'kysely';
import { responseReading } from '@zhiheng/contract/surveys/response-imports';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import type { DB } from '../../../platform/database/connect.ts';
import type { Operation } from '../../../platform/operation.ts';
import { findSurvey } from '../read-survey.ts';
import { findVersion, type FormVersion } from '../versions/form-of-version.ts';
import { planRows, type RowPlan } from './answer-of-row.ts';
import { openResponseTable } from './preview-responses.ts';
import { findResponseFile, type ResponseFile } from './read-response-file.ts';

export type ResponseImportRow = Selectable<DB['survey_import']>;

/** An import ready to run. */
export interface OpenedImport {
  readonly file: ResponseFile;
  readonly survey: Survey;
  readonly version: FormVersion;
  readonly plan: RowPlan;
}

export async function openResponseImport(operation: Operation, job: ResponseImportRow): Promise<OpenedImport> {
  const survey = await findSurvey(operation, job.survey_id);
  const version = await findVersion(operation, survey.id, job.version_id);
  const file = await findResponseFile(operation, job.file_id);
  const table = await openResponseTable(operation, file);
  const reading = responseReading.parse(job.reading);
  const plan = await planRows(operation, { survey, version, reading, table, sha256: file.sha256, startedAt: job.created_at });
  return { file, survey, version, plan };
}
