import { getImport, startImport, uploadFile, type ImportJob } from '@zhiheng/contract/measurement/imports';
import type { z } from 'zod';
import type { TestOrganisation } from '../../../testing/sign-in.ts';

type StartBody = z.input<(typeof startImport)['body']>;

/** Uploads a file as a browser does; returns its id. */
export async function upload(org: TestOrganisation, content: string | Buffer, name = 'file.csv'): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  const { id } = await org.call(uploadFile, { body: form });
  return id;
}

/** Imports a stored file and waits: jobs of the test server run in the call that sends them. */
export async function importStored(org: TestOrganisation, fileId: string, body: Omit<StartBody, 'fileId'>): Promise<ImportJob> {
  const { id } = await org.call(startImport, { body: { fileId, ...body } });
  return org.call(getImport, { params: { id } });
}

/** Uploads and imports a text as a CSV file. */
export const importText = async (org: TestOrganisation, content: string | Buffer, body: Omit<StartBody, 'fileId'>): Promise<ImportJob> =>
  importStored(org, await upload(org, content), body);
