import {
  getCaseImport,
  previewCaseFile,
  startCaseImport,
  uploadCaseFile,
  type CaseFilePreview,
  type CaseImport,
  type CaseImportMapping,
} from '@zhiheng/contract/cases/case-imports';
import type { TestOrganisation } from '../../../testing/sign-in.ts';

/** Uploads a file as a browser does; returns its id. */
export async function uploadExport(org: TestOrganisation, content: string | Buffer, name = 'export.csv'): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  const { id } = await org.call(uploadCaseFile, { body: form });
  return id;
}

export const previewOf = (org: TestOrganisation, fileId: string, mapping?: CaseImportMapping): Promise<CaseFilePreview> =>
  org.call(previewCaseFile, { params: { id: fileId }, body: mapping === undefined ? {} : { mapping } });

type Rehearsable = CaseImportMapping & { readonly dryRun?: boolean };

/** Imports a file and waits: jobs of the test server run in the call that sends them. */
export async function importCases(org: TestOrganisation, fileId: string, { dryRun = false, ...mapping }: Rehearsable): Promise<CaseImport> {
  const { id } = await org.call(startCaseImport, { body: { fileId, mapping, dryRun } });
  return org.call(getCaseImport, { params: { id } });
}

/** Uploads, takes the guessed mapping with some changes, and imports. */
export async function importExport(
  org: TestOrganisation,
  content: string | Buffer,
  change: Partial<Rehearsable> = {},
): Promise<CaseImport> {
  const fileId = await uploadExport(org, content);
  const { mapping } = await previewOf(org, fileId);
  return importCases(org, fileId, { ...mapping, ...change });
}
