import type { CallInput } from '@zhiheng/contract/endpoint';
import {
  getResponseImport,
  startResponseImport,
  uploadResponses,
  type ResponseImport,
  type ResponseReading,
} from '@zhiheng/contract/surveys/response-imports';
import type { TestOrganisation } from '../../../testing/sign-in.ts';

type Reading = NonNullable<CallInput<typeof startResponseImport>['body']>['reading'];

/** Uploads a table of answers as a browser does; returns its id. */
export async function uploadAnswers(org: TestOrganisation, surveyId: string, content: string | Buffer): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), 'answers.csv');
  const { id } = await org.call(uploadResponses, { params: { id: surveyId }, body: form });
  return id;
}

interface Start extends Partial<Omit<ResponseReading, 'columns'>> {
  readonly columns: ResponseReading['columns'];
  readonly dryRun?: boolean;
}

/** Imports a stored table and waits: jobs of the test server run in the call that sends them. */
export async function importStored(
  org: TestOrganisation,
  surveyId: string,
  { fileId, start: { dryRun = false, ...reading } }: { readonly fileId: string; readonly start: Start },
): Promise<ResponseImport> {
  const whole: Reading = { versionNumber: 1, ...reading };
  const { id } = await org.call(startResponseImport, { params: { id: surveyId }, body: { fileId, reading: whole, dryRun } });
  return org.call(getResponseImport, { params: { id } });
}

/** Uploads and imports. */
export const importAnswers = async (
  org: TestOrganisation,
  surveyId: string,
  { file, ...start }: Start & { readonly file: string | Buffer },
): Promise<ResponseImport> => importStored(org, surveyId, { fileId: await uploadAnswers(org, surveyId, file), start });
