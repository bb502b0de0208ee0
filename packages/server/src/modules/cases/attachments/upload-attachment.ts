import { AppError, invalidField } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { largestAttachment, storeAttachment, type CaseAttachment } from './store-attachment.ts';

export async function uploadAttachment(call: Call): Promise<CaseAttachment> {
  const { request } = call;
  if (!request.isMultipart()) throw invalidField('file', 'file_missing', { expected: 'multipart/form-data' });
  const part = await request.file({ throwFileSizeLimit: false });
  if (part === undefined) throw invalidField('file', 'file_missing', { expected: 'file' });
  const bytes = await part.toBuffer();
  if (part.file.truncated) throw new AppError(413, 'file_too_large', { params: { most: largestAttachment } });
  return storeAttachment(call, { name: part.filename, bytes });
}
