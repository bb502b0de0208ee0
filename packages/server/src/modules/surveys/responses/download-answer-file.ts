import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { downloadAnswerFile as endpoint } from '@zhiheng/contract/surveys/responses';
import { notFound } from '../../../platform/errors.ts';
import { downloadHeaders } from '../../../platform/files/download-headers.ts';
import { readStoredFile } from '../../../platform/files/stored-file.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../survey-rows.ts';
import { demandNamed } from './response-filter.ts';

interface Found {
  readonly surveyId: string;
  readonly responseId: string;
  readonly mediaType: string;
}

/** A file that an answer names. One that no answer has named yet is nobody's to see; those of anonymous surveys would tell who answered. */
export async function downloadAnswerFile(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Buffer> {
  const { db, orgId } = call;
  const { rows } = await sql<Found>`
    select survey_id as "surveyId", response_id as "responseId", media_type as "mediaType" from survey_file
    where org_id = ${orgId} and id = ${params.id} and response_id is not null`.execute(db);
  const [found] = rows;
  if (found === undefined) throw notFound('survey_file');
  const survey = await demandNamed(call, found.surveyId);
  const { name, bytes } = await readStoredFile(call, params.id);
  const data = { surveyId: survey.id, responseId: found.responseId, fileId: params.id, file: name };
  await recordEvent(call, { type: 'survey.file-downloaded', entity: entityOf(survey), data });
  call.reply.headers(downloadHeaders(name, found.mediaType));
  return bytes;
}
