import type { FastifyRequest } from 'fastify';
import { AppError, invalidField } from '../errors.ts';

export const largestUpload = 25 * 1024 * 1024;

/** The one file of a request. */
export async function readUpload(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  if (!request.isMultipart()) throw invalidField('file', 'file_missing', { expected: 'multipart/form-data' });
  const part = await request.file({ throwFileSizeLimit: false });
  if (part === undefined) throw invalidField('file', 'file_missing', { expected: 'file' });
  const bytes = await part.toBuffer();
  if (part.file.truncated) throw new AppError(413, 'file_too_large', { params: { most: largestUpload } });
  return { name: part.filename, bytes };
}
